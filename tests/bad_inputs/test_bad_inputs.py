"""The inputs that must not get in, and proof that their runner can fail."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from imss_integrity.kernel import Fault, InvalidValueError, Text

HERE = Path(__file__).parent
INPUTS = HERE / "inputs.json"
PERSONAL_KEY = "XEXX010101HNEXXXA4"


def load() -> ModuleType:
    """Import the runner by its path; it is a script, not a module of a package."""
    spec = importlib.util.spec_from_file_location("bad_inputs_run", HERE / "run.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


runner = load()


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, list[str]]]:
    """Run one entry; give the exit code and the lines."""

    def run_one(
        payload: object, *, target: str = "probe", kind: str = "json", expected: str = "clear error"
    ) -> tuple[int, list[str]]:
        entry = {
            "id": "T1",
            "target": target,
            "kind": kind,
            "payload": payload,
            "expected": expected,
        }
        file = tmp_path / "inputs.json"
        file.write_text(json.dumps({"inputs": [entry]}), encoding="utf-8")
        code = runner.main([str(file)])
        return code, capsys.readouterr().out.splitlines()

    return run_one


@pytest.fixture
def probe(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Any], object]], None]:
    """Put an entry point under the target *probe*."""

    def put(entry: Callable[[Any], object]) -> None:
        monkeypatch.setattr(runner, "TARGETS", {**runner.TARGETS, "probe": runner.Points.of(entry)})

    return put


def entries() -> list[dict[str, Any]]:
    """Read the project's own entries."""
    found: list[dict[str, Any]] = json.loads(INPUTS.read_text(encoding="utf-8"))["inputs"]
    return found


def test_no_bad_input_gets_in(capsys: pytest.CaptureFixture[str]) -> None:
    """Every entry of the project's own file is refused, or accepted, as it says."""
    assert runner.main([str(INPUTS)]) == 0, capsys.readouterr().out
    last = capsys.readouterr().out.splitlines()[-1]
    skipped = sum(1 for entry in entries() if is_skipped(entry))
    assert f"{len(entries()) - skipped} passed, 0 failed, {skipped} skipped" == last


def is_skipped(entry: dict[str, Any]) -> bool:
    """Say whether the runner passes an entry over."""
    try:
        runner.verdict_of(entry)
    except runner.NotYetError:
        return True
    return False


def test_the_file_reaches_every_target() -> None:
    """Each target of the table has an entry, and each with entry points has one that ran."""
    assert set(runner.TARGETS) == {entry["target"] for entry in entries()}
    ran = {entry["target"] for entry in entries() if not is_skipped(entry)}
    reasons = {name for name, points in runner.TARGETS.items() if isinstance(points, str)}
    assert set(runner.TARGETS) - reasons == ran


def test_ids_are_unique() -> None:
    """No two entries share an id."""
    ids = [entry["id"] for entry in entries()]
    assert len(ids) == len(set(ids))


def test_a_value_that_gets_in_fails(run: Callable[..., Any]) -> None:
    """A sound value where an error is expected is told."""
    code, lines = run("UMF-3", target="Unit.id")
    assert code == 1
    assert lines == [
        "FAIL T1: identifier: expected clear error, got no error",
        "0 passed, 1 failed, 0 skipped",
    ]


def test_a_refused_value_fails_where_it_must_get_in(run: Callable[..., Any]) -> None:
    """A bad value where acceptance is expected is told."""
    code, lines = run("UMF 3", target="Unit.id", expected="accepted unchanged")
    assert code == 1
    assert lines[0].startswith("FAIL T1: identifier: expected accepted unchanged, got Invalid")


def test_an_unknown_target_fails(run: Callable[..., Any]) -> None:
    """A target that the table does not know proves nothing."""
    code, lines = run("x", target="Unit.colour")
    assert (code, lines[-1]) == (1, "0 passed, 1 failed, 0 skipped")


def test_a_target_without_counterpart_is_skipped(run: Callable[..., Any]) -> None:
    """A reason in the table skips the entry and is told."""
    code, lines = run([], target="score")
    assert code == 0
    assert lines == [
        "SKIP T1: stated by named tests of the project",
        "0 passed, 0 failed, 1 skipped",
    ]


def test_a_law_is_skipped(run: Callable[..., Any]) -> None:
    """An expectation of another kind is for named tests."""
    code, lines = run("x", target="Unit.id", expected="same digest")
    assert (code, lines[-1]) == (0, "0 passed, 0 failed, 1 skipped")


@pytest.mark.parametrize("payload", ["", "{", "[1]", '{"y": 1}', '{"x": 1, "x": 2}', "[" * 10**5])
def test_a_fault_of_the_document_is_refused(run: Callable[..., Any], payload: str) -> None:
    """What is wrong with a document is refused before its field comes to light."""
    code, lines = run(payload, target="Unit.headcount", kind="json_text")
    assert (code, lines[-1]) == (0, "1 passed, 0 failed, 0 skipped")


def test_a_sound_field_of_a_document_gets_in(run: Callable[..., Any]) -> None:
    """A document may hold what must not be refused."""
    code, _ = run('{"x": 3}', target="Unit.headcount", kind="json_text", expected="clear error")
    assert code == 1


def test_an_entry_that_cannot_be_read_fails(run: Callable[..., Any]) -> None:
    """A payload that is no expression fails and does not end the run."""
    code, lines = run("1 +", target="Unit.id", kind="python")
    assert (code, lines[-1]) == (1, "0 passed, 1 failed, 0 skipped")
    assert "SyntaxError" in lines[0]


def test_a_foreign_exception_fails(
    run: Callable[..., Any], probe: Callable[[Callable[[Any], object]], None]
) -> None:
    """A refusal counts only in the library's own error."""
    probe(int)
    code, lines = run("seven")
    assert (code, lines[0]) == (1, "FAIL T1: int: expected clear error, got ValueError")


def _spoken(payload: object) -> object:
    raise InvalidValueError(Fault("x", "type", Text(f"mal: {payload}", "wrong")))


def _noted(payload: object) -> object:
    error = InvalidValueError(Fault("x", "type", Text("mal", "wrong")))
    error.add_note(str(payload))
    raise error


def _caused(payload: object) -> object:
    raise InvalidValueError(Fault("x", "type", Text("mal", "wrong"))) from KeyError(payload)


def _in_context(payload: object) -> object:
    nothing: dict[str, object] = {}
    try:
        return nothing[str(payload)]
    except KeyError:
        raise InvalidValueError(Fault("x", "type", Text("mal", "wrong"))) from None


def _in_the_path(payload: object) -> object:
    raise InvalidValueError(Fault(f"rows.{payload}", "type", Text("mal", "wrong")))


@pytest.mark.parametrize("leak", [_spoken, _noted, _caused, _in_context, _in_the_path])
@pytest.mark.parametrize(
    "payload", [PERSONAL_KEY, [PERSONAL_KEY], {PERSONAL_KEY: 1}, {"curp": [[PERSONAL_KEY]]}]
)
def test_a_value_in_any_channel_fails(
    run: Callable[..., Any],
    probe: Callable[[Callable[[Any], object]], None],
    leak: Callable[[object], object],
    payload: object,
) -> None:
    """A message, a note, a cause, a context or a path that holds the value is told."""
    probe(leak)
    code, lines = run(payload)
    assert code == 1
    assert lines[0].endswith("got a message that holds the value")


def test_a_long_message_fails(
    run: Callable[..., Any], probe: Callable[[Callable[[Any], object]], None]
) -> None:
    """A sentence without bound is told, and so are too many faults."""

    def long(_: object) -> object:
        raise InvalidValueError(Fault("x", "type", Text("mal " * 200, "wrong")))

    def many(_: object) -> object:
        raise InvalidValueError(*(Fault("x", "type", Text("mal")) for _ in range(60)))

    probe(long)
    assert run(1)[1][0].endswith("got a message without bound")
    probe(many)
    assert run(1)[1][0].endswith("got 60 faults")


def test_a_text_that_comes_out_raw_fails(
    run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is accepted must be escaped in HTML and neutralised in rows."""
    expected = "accepted, escaped on output"
    formula = {"target": "Unit.name", "expected": expected}
    assert run("=1+1<b>", **formula)[0] == 0
    monkeypatch.setattr("imss_integrity.kernel.report._SHEET_TRIGGERS", ("?",))
    assert run("=1+1<b>", **formula)[1][0].endswith("got a row that a spreadsheet would run")
    monkeypatch.setattr("imss_integrity.kernel.report.escape", str)
    assert run("=1+1<b>", **formula)[1][0].endswith("got HTML that does not escape it")


def test_normalising_is_told_from_leaving_alone(run: Callable[..., Any]) -> None:
    """An NFD name that gets in is not unchanged, and is equal to its normal form."""
    decomposed = "Quere\u0301taro"
    assert run(decomposed, target="OOAD.name", expected="accepted and normalised")[0] == 0
    assert run(decomposed, target="OOAD.name", expected="accepted unchanged")[0] == 1
