"""Purity: no file, socket, clock, environment, hidden chance, print or log in the library.

Proved twice: by reading every module with `ast`, and by running functions in a process in
which everything impure raises. The cost of ``import imss_integrity`` is bounded here too.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "imss_integrity"

# Ways to the world; what only looks like one (`re`, `html`, `itertools`) is not here.
FORBIDDEN_MODULES = {
    *("builtins", "ctypes", "gc", "importlib", "inspect", "linecache", "runpy", "sys", "sysconfig"),
    *("dbm", "fcntl", "fileinput", "glob", "io", "mmap", "os", "pathlib", "shelve", "shutil"),
    *("pickle", "marshal", "sqlite3", "tempfile", "platform", "getpass", "locale", "secrets"),
    *("ftplib", "http", "smtplib", "socket", "socketserver", "ssl", "urllib", "webbrowser"),
    *("asyncio", "concurrent", "multiprocessing", "queue", "sched", "subprocess", "threading"),
    *("time", "timeit", "zoneinfo", "uuid", "logging", "traceback", "warnings", "atexit", "signal"),
}
FORBIDDEN_NAMES = {
    *("__import__", "breakpoint", "compile", "eval", "exec", "exit", "globals", "input", "locals"),
    *("open", "print", "quit", "vars"),
}
# The clock, by whatever name it is reached.
FORBIDDEN_ATTRIBUTES = {"fromtimestamp", "now", "today", "utcfromtimestamp", "utcnow"}

# The only exceptions, by module: what loads names on first use, and what makes code.
ALLOWED = {
    "_lazy": {"importlib"},
    "kernel/codegen": {"compile", "exec"},
}


def impurities(code: str, module: str = "x") -> Iterator[str]:
    """Give what *code* does that a pure library does not."""
    for node in ast.walk(ast.parse(code)):
        for name in _names_of(node):
            if name not in ALLOWED.get(module, set()):
                yield f"{module}:{getattr(node, 'lineno', 0)}: {name}"


def _names_of(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Assert():
            yield "assert"
        case ast.Import(names=aliases):
            packages = (alias.name.partition(".")[0] for alias in aliases)
            yield from (name for name in packages if name in FORBIDDEN_MODULES)
        case ast.ImportFrom(module=str(module), level=0, names=aliases):
            package = module.partition(".")[0]
            if package in FORBIDDEN_MODULES:
                yield package
            if package == "random":
                yield from (f"random.{a.name}" for a in aliases if a.name != "Random")
        case ast.Attribute(value=ast.Name(id="random"), attr=name) if name != "Random":
            yield f"random.{name}"
        case ast.Attribute(attr=name) if name in FORBIDDEN_ATTRIBUTES:
            yield name
        case ast.Name(id=name) if name in FORBIDDEN_NAMES:
            yield name
        case _:
            pass


class TestTheScanItself:
    """The scan finds what was made up for it, and lets sound code pass."""

    @pytest.mark.parametrize(
        ("expected", "code"),
        [
            ("open", "open('x')"), ("open", "f = open"), ("print", "print(1)"),
            ("eval", "eval('1')"),
            ("exec", "exec('1')"), ("compile", "compile('1', '', 'eval')"), ("assert", "assert 1"),
            ("assert", "def f():\n if 1:\n  assert 1"), ("__import__", "__import__('os')"),
            ("input", "input()"), ("globals", "globals()"), ("os", "import os"),
            ("os", "import os.path as p"), ("os", "from os import environ"),
            ("time", "import time"),
            ("pathlib", "from pathlib import Path"), ("socket", "def f():\n import socket"),
            ("logging", "import logging"), ("pickle", "import pickle"), ("sys", "import re, sys"),
            ("warnings", "import warnings"), ("importlib", "from importlib import import_module"),
            ("today", "from datetime import date\ndate.today()"), ("now", "datetime.now()"),
            ("now", "import datetime\ndatetime.datetime.now(tz)"), ("today", "f = date.today"),
            ("fromtimestamp", "date.fromtimestamp(0)"),
            ("random.random", "import random\nrandom.random()"),
            ("random.choice", "from random import choice"),
            ("random.seed", "import random\nrandom.seed"),
        ],
    )  # fmt: skip
    def test_impurities_are_found(self, expected: str, code: str) -> None:
        """By call, by name, by attribute, by import, at any depth."""
        assert [expected] == [found.split(": ")[1] for found in impurities(code)]

    @pytest.mark.parametrize(
        "code",
        [
            "import re\nre.compile('x')", "from random import Random\ndef f(r: Random): r.random()",
            "import random\ndef f(r: random.Random): return r.choice([1])", "from .time import x",
            "'open(x) and print(y)'", "def f(day): return day.isoformat()", "x.open()",
            "from datetime import date\ndate(2026, 1, 1)", "from . import print_more",
        ],
    )  # fmt: skip
    def test_sound_code_passes(self, code: str) -> None:
        """A pattern, a generator that the caller passes, a text that speaks of it."""
        assert not list(impurities(code))

    def test_exceptions_hold_in_their_module_only(self) -> None:
        """What the generator of code may do, no other module may."""
        code = "exec(compile('1', '', 'exec'))"

        assert not list(impurities(code, "kernel/codegen"))
        assert len(list(impurities(code, "kernel/text"))) == 2


@pytest.mark.parametrize(
    "path", sorted(SOURCE.rglob("*.py")), ids=lambda path: path.relative_to(SOURCE).as_posix()
)
def test_no_module_touches_the_world(path: Path) -> None:
    """Neither files nor sockets nor clock nor environment nor chance nor output."""
    module = path.relative_to(SOURCE).with_suffix("").as_posix()

    assert not list(impurities(path.read_text(encoding="utf-8"), module))


def run(code: str) -> subprocess.CompletedProcess[str]:
    """Run *code* in a fresh interpreter in which warnings are errors."""
    return subprocess.run(  # noqa: S603 - our own interpreter, our own code
        [sys.executable, "-W", "error", "-c", textwrap.dedent(code)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


IMPURE = """
    import builtins, io, os, random, socket, sys, time, warnings

    def refuse(*args, **kwargs):
        raise SystemError("the library touched the world")

    def seal():
        for module, names in {
            builtins: ("open", "print", "input", "eval", "exec", "compile"),
            io: ("open", "FileIO"),
            os: ("open", "getenv", "listdir", "stat", "system", "urandom", "putenv", "getcwd"),
            random: ("random", "randint", "choice", "shuffle", "seed", "SystemRandom"),
            socket: ("socket", "create_connection", "getaddrinfo", "gethostbyname"),
            time: ("time", "time_ns", "monotonic", "sleep", "localtime", "gmtime", "strftime"),
            warnings: ("warn",),
        }.items():
            for name in names:
                setattr(module, name, refuse)
        events = ("open", "socket.", "os.", "subprocess.", "exec", "compile", "import", "pickle.")
        # `sys.exit` below needs no event; what the library does raises one.
        sys.addaudithook(lambda event, _: event.startswith(events) and refuse())
"""


def test_functions_run_in_a_sealed_process() -> None:
    """Reading, counting, rounding, explaining, refusing: all without the world."""
    done = run(
        IMPURE
        + """
    from datetime import date
    from decimal import Decimal
    from fractions import Fraction
    from imss_integrity.kernel import *
    from imss_integrity.kernel.rows import read_rows

    seal()
    calendar = Calendar().closing([date(2026, 6, 3)])
    calendar.business_days_after(parse_day("2026-04-29"), 40)
    calendar.uma_on(date(2026, 5, 4)).monthly
    add_months(date(2024, 1, 31), 1)
    rows = read_rows([{"x": "5", "n": "Jose\\u0301"}], lambda row: (row.whole("x"), row.name("n")),
        fields=("x", "n"))
    part = Part(code="C1", name=Text("x"), value=Fraction(200, 3), out_of=Fraction(100))
    score = Score(
        subject="u", definition="m", value=part.value, out_of=part.out_of, parts=(part,),
        method=Aggregation.ARITHMETIC, lowest=part.value, highest=part.value, status=Status.OWN,
    )
    score.describe(), score.describe(Language.EN), score._repr_html_(), score.to_records()
    source = Source(code="x", title=Text("x"))
    reached = PublishedFigure(
        400_000, Relation.AT_LEAST, code="x", what=Text("x"), sources=(source,), status=Status.OWN
    )
    ratio_of(reached, reached), reached.describe(), reached.to_records(exact=True)
    try:
        parse_exact(0.5)
    except ImssIntegrityError as error:
        str(error), error.text, error.to_record(), error.under("x")
    """
    )

    assert (0, "", "") == (done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize(
    "touch",
    [
        "open('x')",
        "time.time()",
        "import colorsys",
        "socket.socket()",
        "os.getenv('x')",
        "random.random()",
    ],
)
def test_the_seal_holds(touch: str) -> None:
    """The sealed process does refuse what it is meant to refuse."""
    done = run(
        IMPURE
        + f"""
    seal()
    {touch}
    """
    )

    assert done.returncode != 0


def test_importing_the_package_costs_next_to_nothing() -> None:
    """No room, no attrs, no optional package is loaded before a name is used."""
    done = run(
        """
        import sys
        before = set(sys.modules)
        import imss_integrity
        print(*sorted(set(sys.modules) - before))
        """
    )
    loaded = set(done.stdout.split())
    packages = {name.partition(".")[0] for name in loaded}

    assert done.returncode == 0, done.stderr
    assert "imss_integrity" in loaded
    assert not packages & {"attr", "attrs", "cattrs", "dateutil", "hypothesis", "numpy", "json"}
    assert {"imss_integrity._lazy"} == {one for one in loaded if one.startswith("imss_integrity.")}


# What the first class and the first reading wait for no longer: months, digests, bytes, tables.
LATE = {
    *("dateutil", "hashlib", "html", "json", "orjson", "hypothesis", "numpy"),
    *(f"imss_integrity.kernel.{name}" for name in ("calendar", "canonical", "months", "report")),
    *(f"imss_integrity.codec.{name}" for name in ("documents", "registry", "versions", "writing")),
}


READ = """
        from imss_integrity.codec import structure
        structure({"start": "2026-01-01", "end": "2026-12-31"}, Period)
"""


@pytest.mark.parametrize(
    ("late", "read"),
    [(LATE | {"cattrs", "imss_integrity.codec"}, ""), (LATE, READ)],
    ids=["a class", "and its reading"],
)
def test_the_first_class_loads_only_what_it_needs(late: set[str], read: str) -> None:
    """Neither the rest of its room nor what writes; asked for later, all of it is there."""
    done = run(
        f"""
        import sys
        from imss_integrity.kernel import Period
        {read}
        loaded = set(sys.modules)
        from imss_integrity.codec import dumps
        from imss_integrity.kernel import add_months, digest
        dumps(Period.year(2026)), add_months(Period.year(2026).end, 1), digest([])
        print(*loaded, "|", *set(sys.modules) - loaded)
        """
    )
    before, _, after = done.stdout.partition("|")

    assert done.returncode == 0, done.stderr
    assert "imss_integrity.kernel.days" in before.split()
    assert not late & set(before.split())
    assert {"dateutil", "hashlib", "json", "imss_integrity.codec.writing"} <= set(after.split())


@pytest.mark.parametrize("room", ["kernel", "organization", "competitiveness", "rollup"])
def test_a_room_loads_no_optional_package_and_no_catalogue(room: str) -> None:
    """Logic needs neither cattrs nor hypothesis nor numpy nor reference data."""
    if not (SOURCE / room / "__init__.py").exists():
        pytest.skip(f"the room {room} is not built yet")
    done = run(
        f"""
        import sys
        import imss_integrity.{room}
        print(*sys.modules)
        """
    )
    loaded = set(done.stdout.split())

    assert done.returncode == 0, done.stderr
    assert not loaded & {"cattrs", "hypothesis", "numpy", "imss_integrity.catalog"}
