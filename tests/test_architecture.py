"""The house: imports run one way, each dependency has one door, modules stay readable.

The imports of every module are read with `ast`, the relative ones and those inside functions
too. Each check is first shown to find a violation that was made up for it.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import attrs
import pytest

ROOT = "imss_integrity"
SOURCE = Path(__file__).parent.parent / "src" / ROOT

# A room may import the rooms of the floors below its own, and nothing else of the library.
CELLAR = "_lazy"  # no room: the one module beside the root, which every package may import
FLOORS = (
    {CELLAR},
    {"kernel"},
    {"organization", "statistics", "privacy"},
    {"competitiveness", "pdca", "initiatives", "conflicts"},
    {"catalog", "rollup"},
    {"codec", "columns", "plots"},
    {"strategies"},
)
ROOMS = frozenset().union(*FLOORS)
# Who names a module above itself, which is loaded when a framework asks; nobody else does.
NAMED_FROM_BELOW = {"kernel.interop": {"codec.embedding"}}
# Who may import what is not of the standard library.
DOORS = {
    "attrs": "",
    "cattrs": "codec",
    "dateutil": "kernel.months",
    "hypothesis": "strategies",
    "numpy": "columns",
    "pyarrow": "columns",
    "orjson": "codec",
    "matplotlib": "plots",
    "pydantic_core": "codec.embedding",
}
MAX_LINES = 300


@attrs.frozen
class Import:
    """One import: the module that is imported, and whether it runs when the importer does."""

    target: str
    at_once: bool


@attrs.frozen
class Module:
    """A module of the library, by its name inside it (``kernel.text``; the root is empty)."""

    name: str
    code: str
    is_package: bool = False

    @property
    def room(self) -> str:
        """The package of the first level that it belongs to."""
        return self.name.partition(".")[0]

    @property
    def tree(self) -> ast.Module:
        """The syntax tree."""
        return ast.parse(self.code)

    @property
    def package(self) -> list[str]:
        """The names of the package that relative imports start from, root first."""
        parts = [ROOT, *filter(None, self.name.split("."))]
        return parts if self.is_package else parts[:-1]

    def imports(self, known: Mapping[str, Module]) -> list[Import]:
        """Give every import; ``from package import module`` names the module."""
        return [
            Import(target=target, at_once=at_once)
            for node, at_once in _imports_below(self.tree, at_once=True)
            for target in self._targets(node, known)
        ]

    def _targets(
        self, node: ast.Import | ast.ImportFrom, known: Mapping[str, Module]
    ) -> Iterator[str]:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
            return
        base = self.package[: len(self.package) - node.level + 1] if node.level else []
        base = [*base, *filter(None, (node.module or "").split("."))]
        for alias in node.names:
            full = ".".join([*base, alias.name])
            yield full if inside(full) in known else ".".join(base)


def _imports_below(
    node: ast.AST, *, at_once: bool
) -> Iterator[tuple[ast.Import | ast.ImportFrom, bool]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import | ast.ImportFrom):
            yield child, at_once
        else:
            later = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) or (
                isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test)
            )
            yield from _imports_below(child, at_once=at_once and not later)


def inside(target: str) -> str | None:
    """Give the name inside the library of an imported module; `None` for one outside it."""
    return target[len(ROOT) :].lstrip(".") if f"{target}.".startswith(f"{ROOT}.") else None


def modules_of(codes: Mapping[str, str], packages: Iterable[str] = ()) -> dict[str, Module]:
    """Give modules by name from their code."""
    return {name: Module(name, code, name in packages) for name, code in codes.items()}


def real_modules() -> dict[str, Module]:
    """Read every module of the library."""
    found = {}
    for path in sorted(SOURCE.rglob("*.py")):
        is_package = path.name == "__init__.py"
        place = path.parent if is_package else path.with_suffix("")
        name = ".".join(place.relative_to(SOURCE).parts)
        found[name] = Module(name, path.read_text(encoding="utf-8"), is_package)
    return found


# The checks: each gives the violations it finds, as text.


def unknown_rooms(modules: Mapping[str, Module]) -> Iterator[str]:
    """Find rooms and modules of the first level that are not in the plan of the house."""
    yield from (name for name, module in modules.items() if name and module.room not in ROOMS)


def upward_imports(modules: Mapping[str, Module]) -> Iterator[str]:
    """Find imports of a room that is not on a floor below."""
    floor_of = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
    for module in modules.values():
        for one in module.imports(modules):
            target = inside(one.target)
            if target is None or not module.name:
                continue  # outside the library, or the lazy face of the root
            room = target.partition(".")[0]
            is_below = floor_of.get(room, len(FLOORS)) < floor_of.get(module.room, -1)
            if room != module.room and not is_below:
                yield f"{module.name} -> {target or ROOT}"


def named_modules(modules: Mapping[str, Module]) -> dict[str, set[object]]:
    """Give the modules that each module loads by their names."""
    named: dict[str, set[object]] = {}
    for module in modules.values():
        for node in ast.walk(ast.parse(module.code)):
            match node:
                case ast.Call(func=ast.Name(id="module_named"), args=[ast.Constant(value=name)]):
                    named.setdefault(module.name, set()).add(name)
                case ast.Call(func=ast.Name(id="module_named")):
                    named.setdefault(module.name, set()).add(ast.unparse(node))
                case _:
                    pass
    return named


def eager_root(modules: Mapping[str, Module]) -> Iterator[str]:
    """Find imports of rooms that the root runs at once: its names are lazy."""
    root = modules.get("")
    if root is not None:
        for one in root.imports(modules):
            target = inside(one.target)
            if one.at_once and target not in {None, CELLAR}:
                yield f"{ROOT} -> {target}"


def foreign_imports(modules: Mapping[str, Module], standard: frozenset[str]) -> Iterator[str]:
    """Find imports of other packages through another door than their own."""
    for module in modules.values():
        for one in module.imports(modules):
            package = one.target.partition(".")[0]
            if package in standard or package == ROOT:
                continue
            door = DOORS.get(package)
            within = door is not None and f"{module.name}.".startswith(f"{door}." if door else "")
            if not within:
                yield f"{module.name} -> {package}"


def cycles(modules: Mapping[str, Module]) -> Iterator[str]:
    """Find modules that import each other, directly or by a longer way, when they are run."""
    edges: dict[str, set[str]] = {name: set() for name in modules}
    for name, module in modules.items():
        for one in module.imports(modules):
            target = inside(one.target)
            if one.at_once and target is not None and target in modules:
                edges[name].update(_run_by_importing(target) - _run_by_importing(name))
    done: set[str] = set()
    for start in sorted(edges):
        yield from _cycles_from(start, edges, (), done)


def _run_by_importing(name: str) -> set[str]:
    """Give a module with the packages above it; the root, whose names are lazy, apart."""
    parts = name.split(".")
    return {".".join(parts[: n + 1]) for n in range(len(parts))} - {""}


def _cycles_from(
    name: str, edges: Mapping[str, set[str]], way: tuple[str, ...], done: set[str]
) -> Iterator[str]:
    if name in way:
        yield " -> ".join([*way[way.index(name) :], name])
    elif name not in done:
        for target in sorted(edges[name]):
            yield from _cycles_from(target, edges, (*way, name), done)
        done.add(name)


def long_modules(modules: Mapping[str, Module]) -> Iterator[str]:
    """Find modules that cannot be read in one sitting; tables of the catalogue apart."""
    for name, module in modules.items():
        lines = len(module.code.splitlines())
        if lines > MAX_LINES and module.room != "catalog":
            yield f"{name}: {lines} lines"


def badly_presented(modules: Mapping[str, Module]) -> Iterator[str]:
    """Find modules without a docstring, or whose `__all__` is absent, unsorted or untrue."""
    for name, module in modules.items():
        if not ast.get_docstring(module.tree):
            yield f"{name}: no docstring"
        offered, defined = _offered(module.tree), _defined(module.tree)
        public = {one for one in defined if not one.startswith("_")}
        if offered is None:
            if public:
                yield f"{name}: no __all__ for {sorted(public)}"
            continue
        if offered != sorted(set(offered), key=sorting_key):
            yield f"{name}: __all__ is not sorted"
        if name:  # the names of the root are lazy: its own test reads them
            missing = set(offered) - defined - _imported(module.tree)
            yield from (f"{name}: __all__ names {one}, which is not there" for one in missing)


def sorting_key(name: str) -> tuple[int, list[tuple[int, int, str]]]:
    """Order names as ruff does: constants, classes, all else; numbers by their value."""
    constant = len(name) > 1 and name.isupper()
    kind = 0 if constant else 1 if name[:1].isupper() else 2
    pieces = re.findall(r"\d+|\D+", name)
    return kind, [(0, int(p), "") if p.isdigit() else (1, 0, p) for p in pieces]


def _offered(tree: ast.Module) -> list[str] | None:
    for node in tree.body:
        target = (
            node.targets[0]
            if isinstance(node, ast.Assign)
            else node.target
            if isinstance(node, ast.AnnAssign)
            else None
        )
        if isinstance(target, ast.Name) and target.id == "__all__":
            assert isinstance(node, ast.Assign | ast.AnnAssign)
            value: list[str] = ast.literal_eval(node.value)  # type: ignore[arg-type]
            return list(value)
    return None


def _defined(tree: ast.Module) -> set[str]:
    names: set[str] = set()
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                names.update(n.id for n in ast.walk(target) if isinstance(n, ast.Name))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            names.add(node.target.id)
    return {name for name in names if not name.startswith("__")}


def _imported(tree: ast.Module) -> set[str]:
    return {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


STANDARD = frozenset({"__future__", "re", "typing", "datetime", "random"})
DOC = '"""Doc."""\n'


class TestTheChecksThemselves:
    """Each check finds a violation made up for it, and lets sound code pass."""

    @pytest.mark.parametrize(
        ("expected", "codes"),
        [
            (["kernel.text -> statistics"], {"kernel.text": "from ..statistics import wilson"}),
            (["kernel.a -> conflicts"], {"kernel.a": "from .. import conflicts", "conflicts": ""}),
            (["kernel.text -> conflicts.a"], {"kernel.text": "import imss_integrity.conflicts.a"}),
            (["pdca.a -> conflicts"], {"pdca.a": "from ..conflicts import Kinship"}),
            (["pdca.a -> conflicts"], {"pdca.a": "def f():\n from ..conflicts import Kinship"}),
            (["pdca.a -> catalog.b"], {"pdca.a": "from ..catalog.b import X", "catalog.b": ""}),
            (["catalog.a -> rollup"], {"catalog.a": "from ..rollup import panorama"}),
            (["rollup.a -> catalog"], {"rollup.a": "from ..catalog import X"}),
            (["codec.a -> strategies"], {"codec.a": "from ..strategies import X"}),
            (["privacy.a -> organization"], {"privacy.a": "from ..organization import Unit"}),
            (["pdca.a -> imss_integrity"], {"pdca.a": "from .. import Text"}),
            (["pdca.a -> imss_integrity"], {"pdca.a": "import imss_integrity"}),
            (["_lazy -> kernel"], {"_lazy": "from .kernel import Text"}),
            ([], {"kernel": "from .._lazy import lazily", "_lazy": ""}),
            (["kernel.interop -> codec"], {"kernel.interop": "def f():\n from ..codec import X"}),
            ([], {"pdca.a": "from ..kernel.text import Text\nfrom .b import X\nfrom . import b"}),
            ([], {"strategies.a": "from ..codec import X\nfrom ..kernel import Y\nimport re"}),
            ([], {"": "from .kernel import Text\nfrom . import conflicts", "conflicts": ""}),
            ([], {"pdca.a": "import imss_integrity_other"}),
        ],
    )  # fmt: skip
    def test_upward_imports_are_found(self, expected: list[str], codes: dict[str, str]) -> None:
        """Relative or absolute, of a room or of a module, at the top or in a function."""
        assert expected == list(upward_imports(modules_of(codes, ["conflicts"])))

    @pytest.mark.parametrize(
        ("expected", "name", "code"),
        [
            (["kernel.text -> cattrs"], "kernel.text", "import cattrs.strategies"),
            (["kernel.text -> dateutil"], "kernel.text", "from dateutil.relativedelta import x"),
            (["pdca.a -> hypothesis"], "pdca.a", "def f():\n import hypothesis"),
            (["statistics.a -> numpy"], "statistics.a", "import numpy as np"),
            (["kernel.a -> pandas"], "kernel.a", "import pandas"),
            (["kernel.days -> dateutil"], "kernel.days", "import dateutil"),
            (["kernel.months_more -> dateutil"], "kernel.months_more", "import dateutil"),
            (["codecs.a -> cattrs"], "codecs.a", "import cattrs"),
            ([], "kernel.months", "from dateutil import x"),
            ([], "codec.a", "import cattrs, attrs"),
            ([], "kernel.a", "import attrs, re\nfrom imss_integrity.kernel import Text"),
        ],
    )
    def test_other_doors_are_found(self, expected: list[str], name: str, code: str) -> None:
        """Each dependency has its one place."""
        assert expected == list(foreign_imports(modules_of({name: code}), STANDARD))

    def test_cycles_are_found(self) -> None:
        """Of two, of three, through a package; not those that run later."""
        two = {"kernel.a": "from .b import x", "kernel.b": "from . import a"}
        three = {"kernel.a": "from .b import x", "kernel.b": "import imss_integrity.kernel.c",
                 "kernel.c": "if 1:\n from .a import y"}  # fmt: skip
        through = {"pdca": "", "pdca.m": "from ..kernel import x", "kernel": "from ..pdca import m"}
        later = {
            "kernel.a": "from .b import x",
            "kernel.b": "def f():\n from .a import y",
            "kernel.c": "if TYPE_CHECKING:\n from .d import y",
            "kernel.d": "from .c import x",
        }

        assert list(cycles(modules_of(two))) == ["kernel.a -> kernel.b -> kernel.a"]
        assert list(cycles(modules_of(three))) == ["kernel.a -> kernel.b -> kernel.c -> kernel.a"]
        assert list(cycles(modules_of(through, ["pdca", "kernel"])))
        assert not list(cycles(modules_of(later)))

    @pytest.mark.parametrize(
        ("expected", "code"),
        [
            ("m: no docstring", "X = 1\n__all__ = ['X']"),
            ("m: no __all__ for ['X']", f"{DOC}X = 1"),
            ("m: no __all__ for ['f']", f"{DOC}def f(): ..."),
            ("m: __all__ is not sorted", f"{DOC}a = B = 1\n__all__ = ['a', 'B']"),
            ("m: __all__ is not sorted", f"{DOC}a = 1\n__all__ = ['a', 'a']"),
            ("m: __all__ names b, which is not there", f"{DOC}a = 1\n__all__ = ['a', 'b']"),
        ],
    )
    def test_bad_presentation_is_found(self, expected: str, code: str) -> None:
        """Docstring, presence, order, truth."""
        assert [expected] == list(badly_presented(modules_of({"m": code})))

    def test_good_presentation_passes(self) -> None:
        """Constants, classes, functions; helpers may be left out; private needs no list."""
        codes = {
            "m": f"{DOC}from .n import z\nA_B = B1 = 1\nclass C: ...\nd: int = 2\n"
            "def helper(): ...\n__all__ = ['A_B', 'B1', 'C', 'd', 'z']",
            "n": f"{DOC}_x = 1\ndef _f(): ...",
        }

        assert not list(badly_presented(modules_of(codes)))

    def test_names_are_sorted_as_ruff_sorts_them(self) -> None:
        """Constants first; numbers by value; underscores and capitals in their place."""
        shuffled = ["z", "add_months", "a10", "a2", "a", "Z", "Part", "A", "ZZ", "A_B"]

        assert shuffled[::-1] == sorted(shuffled, key=sorting_key)

    def test_long_modules_and_strange_rooms_are_found(self) -> None:
        """300 lines are the most; a room that is not in the plan is named."""
        codes = {"kernel.a": "x\n" * 301, "kernel.b": "x\n" * 300, "catalog.a": "x\n" * 999}

        assert list(long_modules(modules_of(codes))) == ["kernel.a: 301 lines"]
        assert list(unknown_rooms(modules_of({"utils": "", "kernel": "", "": ""}))) == ["utils"]

    def test_an_eager_root_is_found(self) -> None:
        """Type checking and functions may name the rooms, the module body may not."""
        lazy = (
            "from ._lazy import lazily\nif TYPE_CHECKING:\n from .conflicts import X\n"
            "def f():\n from .pdca import Y"
        )

        assert not list(eager_root(modules_of({"": lazy, "_lazy": ""}, [""])))
        for room in ("kernel", "pdca"):
            eager = modules_of({"": f"from .{room} import Y"}, [""])
            assert list(eager_root(eager)) == [f"imss_integrity -> {room}"]


class TestTheHouse:
    """The real modules pass every check."""

    modules = real_modules()

    def test_it_was_found(self) -> None:
        """The checks see the library, its root and its kernel."""
        assert {"", "kernel", "kernel.days", "strategies.kernel"} <= set(self.modules)
        assert "kernel.text" in {
            inside(one.target) for one in self.modules["kernel.errors"].imports(self.modules)
        }

    def test_rooms_are_those_of_the_plan(self) -> None:
        """A new room is a decision."""
        assert not list(unknown_rooms(self.modules))

    def test_imports_run_one_way(self) -> None:
        """Down the floors; domain rooms never meet, nor do catalogue and roll-up."""
        assert not list(upward_imports(self.modules))
        assert not list(eager_root(self.modules))

    def test_what_is_named_from_below(self) -> None:
        """The codec answers for the classes below it, and nothing else is reached that way."""
        assert NAMED_FROM_BELOW == named_modules(self.modules)
        assert {"a": {"b.c", "module_named(x)"}} == named_modules(
            {"a": Module("a", "module_named('b.c')\nmodule_named(x)\nother('y')", is_package=False)}
        )

    def test_each_dependency_has_one_door(self) -> None:
        """Only attrs is at home everywhere."""
        assert not list(foreign_imports(self.modules, frozenset(sys.stdlib_module_names)))

    def test_no_modules_import_each_other(self) -> None:
        """The order of reading is the order of importing."""
        assert not list(cycles(self.modules))

    def test_modules_are_read_in_one_sitting(self) -> None:
        """At most 300 lines."""
        assert not list(long_modules(self.modules))

    def test_every_module_presents_itself(self) -> None:
        """A docstring, and a sorted list of what it offers."""
        assert not list(badly_presented(self.modules))
