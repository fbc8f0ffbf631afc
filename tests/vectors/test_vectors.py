"""The vectors with known answers, and proof that their runner can fail."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("*.json"))


def load() -> ModuleType:
    """Import the runner by its path; it is a script, not a module of a package."""
    spec = importlib.util.spec_from_file_location("vectors_run", HERE / "run.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


runner = load()


def cases() -> list[dict[str, Any]]:
    """Read the cases of all files."""
    return [case for file in FILES for case in json.loads(file.read_text(encoding="utf-8"))]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, list[str]]]:
    """Run some cases; give the exit code and the lines."""

    def run_some(*some: object) -> tuple[int, list[str]]:
        file = tmp_path / "vectors.json"
        file.write_text(json.dumps(some), encoding="utf-8")
        code = runner.main([str(file)])
        return code, capsys.readouterr().out.splitlines()

    return run_some


def vector(call: str, expect: object, tolerance: float | None = None, **given: object) -> object:
    """Make one case."""
    case = {"id": "T1", "call": call, "input": given, "expect": expect, "source": "this test"}
    return case if tolerance is None else {**case, "tolerance": tolerance}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_library_gives_the_known_answers(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every case of the file passes."""
    assert runner.main([str(file)]) == 0, capsys.readouterr().out
    assert f"{len(json.loads(file.read_text(encoding='utf-8')))} passed, 0 failed\n" == (
        capsys.readouterr().out
    )


def test_a_folder_holds_all_its_files(capsys: pytest.CaptureFixture[str]) -> None:
    """A folder runs every file in it."""
    assert runner.main([str(HERE)]) == 0
    assert f"{len(cases())} passed, 0 failed\n" == capsys.readouterr().out


def test_ids_are_unique() -> None:
    """No two cases of all files share an id."""
    ids = [case["id"] for case in cases()]
    assert len(ids) == len(set(ids))


def test_every_call_has_answers_and_refusals() -> None:
    """Each call of the runner is met by a case that answers and by one that is refused."""
    refused = {case["call"] for case in cases() if "error" in case["expect"]}
    answered = {case["call"] for case in cases() if "error" not in case["expect"]}
    assert set(runner.CALLS) == refused
    assert set(runner.CALLS) == answered


def altered(value: Any) -> object:
    """Give an expectation that differs from *value* by more than any tolerance."""
    if isinstance(value, bool) or value is None:
        return not value
    if isinstance(value, dict):
        return {key: altered(member) for key, member in value.items()}
    if isinstance(value, list):
        return [altered(member) for member in value] or ["?"]
    if isinstance(value, int | float):
        return value + 1
    try:
        return str(Fraction(value) + 1)
    except ValueError:
        return f"{value}?"


def test_no_case_passes_whatever_the_answer() -> None:
    """With any single expectation altered, each case fails, and by that key."""
    for case in cases():
        if "error" in case["expect"]:
            assert runner.problem_of({**case, "expect": {}}) is not None
        for key, value in case["expect"].items():
            if key != "error" and not (key == "cycle" and value):  # a cycle is refused
                problem = runner.problem_of({**case, "expect": {key: altered(value)}})
                assert problem is not None, case["id"]
                assert problem.startswith(f"{key}: expected ")


def test_a_wrong_answer_fails(run: Callable[..., Any]) -> None:
    """A wrong expectation gives one line and the count, and exit code 1."""
    wrong = vector("ooad", {"name": "Jalisco", "iso": "MX-JAL", "state_code": "15"}, code="14")
    right = vector("ooad", {"name": "Jalisco"}, code="14")
    code, lines = run(wrong, right)
    assert code == 1
    assert lines == ["FAIL T1: state_code: expected 15, got 14", "1 passed, 1 failed"]


def test_an_unknown_call_fails(run: Callable[..., Any]) -> None:
    """A call that the table does not know fails, even where an error is expected."""
    code, lines = run(vector("astrology", {"error": True}), vector("astrology", {}))
    assert code == 1
    assert lines[0] == "FAIL T1: call: expected a known call, got astrology"
    assert lines[-1] == "0 passed, 2 failed"


def test_a_refusal_fails_where_an_answer_is_expected(run: Callable[..., Any]) -> None:
    """The library's own error is told with its name and its sentence."""
    code, lines = run(vector("ooad", {"name": "?"}, code="36"))
    assert code == 1
    assert lines[0].endswith("got UnknownCodeError: unknown OOAD code: '36'; did you mean '39'?")


def test_an_answer_fails_where_a_refusal_is_expected(run: Callable[..., Any]) -> None:
    """Getting an answer where an error is due is told."""
    code, lines = run(vector("maturity_stage", {"error": True}, percent=20))
    assert code == 1
    assert lines[0].startswith("FAIL T1: error: expected an ImssIntegrityError, got {")


@pytest.mark.parametrize("expect", [{"error": True}, {"name": "Jalisco"}])
def test_a_foreign_exception_fails(run: Callable[..., Any], expect: object) -> None:
    """No other exception counts as a refusal; its type is told."""
    code, lines = run(vector("ooad", expect, number="14"))
    assert (code, lines[-1]) == (1, "0 passed, 1 failed")
    assert "got TypeError: " in lines[0]


def test_a_key_that_the_call_does_not_give_fails(run: Callable[..., Any]) -> None:
    """An expectation of something the call does not answer fails."""
    assert run(vector("uma", {"yearly": "1"}, on="2026-02-01"))[0] == 1


@pytest.mark.parametrize("content", ["", "{", "7", '{"id": "T1"}', '["T1"]', "[[]]", "[{}]"])
def test_a_file_that_holds_no_cases_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str
) -> None:
    """What is no array of cases is told, and does not end the run."""
    file = tmp_path / "vectors.json"
    file.write_text(content, encoding="utf-8")
    assert runner.main([str(file), str(tmp_path / "none.json")]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "0 passed, 2 failed"


@pytest.mark.parametrize(
    ("expected", "got"),
    [
        ("1/4", Fraction(1, 4)),
        ("0.25", Fraction(1, 4)),
        (0.25, Fraction(1, 4)),
        (0.1, Fraction(1, 10)),
        ("0.1", 0.1),
        (3, Fraction(3)),
        (None, None),
        (True, True),
        ([1, "2"], (1, Fraction(2))),
        ({"A": "1/2"}, {"A": Fraction(1, 2)}),
        ("14", "14"),
    ],
)
def test_equal_values_are_equal_in_any_shape(expected: object, got: object) -> None:
    """Numbers are compared as exact rationals, whatever spells them."""
    assert runner.same(expected, got, None)


@pytest.mark.parametrize(
    ("expected", "got"),
    [
        (14, "14"),
        ("14.0", "14"),
        (1, True),
        (True, 1),
        (0, None),
        (None, 0),
        (False, None),
        (0.3333333333333333, Fraction(1, 3)),
        ("x", 1),
        (1, float("nan")),
        (1, float("inf")),
        ("1/0", 1),
        ([1, 2], (1,)),
        ([1, 2], (2, 1)),
        ([1], 1),
        ({"A": 1}, {"A": 1, "B": 2}),
        ({"A": 1, "B": 2}, {"A": 1}),
        ({"A": 1}, 1),
    ],
)
def test_different_values_are_different(expected: object, got: object) -> None:
    """Nothing is coerced: texts are texts, booleans are booleans, absence is absence."""
    assert not runner.same(expected, got, None)


def test_a_tolerance_is_absolute_and_included() -> None:
    """A difference of the tolerance passes, any more does not."""
    assert runner.same(10, Fraction("10.1"), 0.1)
    assert not runner.same(10, Fraction("10.1000001"), 0.1)
    assert not runner.same(10, Fraction("10.0000001"), None)
