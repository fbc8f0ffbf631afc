"""The public names: sorted, documented, found twice, never hidden by a module of their name."""

from __future__ import annotations

import importlib
import inspect
import pickle
import pkgutil
from enum import Enum, EnumMeta
from types import FunctionType, ModuleType
from typing import Any

import pytest

import imss_integrity


def packages() -> list[str]:
    """Give the names of the root and of every package below it."""
    below = pkgutil.walk_packages(imss_integrity.__path__, f"{imss_integrity.__name__}.")
    return [imss_integrity.__name__, *(found.name for found in below if found.ispkg)]


def public_names() -> list[tuple[str, str]]:
    """Give every public name with its package."""
    return [
        (package, name)
        for package in packages()
        for name in getattr(importlib.import_module(package), "__all__", ())
    ]


def sorting_key(name: str) -> tuple[int, str]:
    """Order names as ruff does: constants, classes, all else."""
    constant = len(name) > 1 and name.isupper()
    return (0 if constant else 1 if name[:1].isupper() else 2), name


# Composite strategies are wrapped by Hypothesis, which moves and unwraps them at run time.
STRATEGIES = "imss_integrity.strategies"
EVERY_PACKAGE = pytest.mark.parametrize("package", packages())
EVERY_NAME = pytest.mark.parametrize(("package", "name"), public_names())


def read(package: str, name: str) -> Any:
    """Give what a user gets by that name."""
    return getattr(importlib.import_module(package), name)


def submodules(package: str) -> set[str]:
    """Give the names of the modules of a package."""
    return {found.name for found in pkgutil.iter_modules(importlib.import_module(package).__path__)}


@EVERY_PACKAGE
def test_the_list_is_sorted_without_repetition(package: str) -> None:
    """Constants, classes, functions."""
    offered = list(getattr(importlib.import_module(package), "__all__", ()))

    assert offered == sorted(set(offered), key=sorting_key)


@EVERY_PACKAGE
def test_a_star_import_gives_the_list(package: str) -> None:
    """All of it, and nothing else."""
    offered = getattr(importlib.import_module(package), "__all__", None)
    if offered is not None:
        space: dict[str, object] = {}
        exec(f"from {package} import *", space)  # noqa: S102 - what a notebook does
        assert set(offered) == space.keys() - {"__builtins__"}


@EVERY_PACKAGE
def test_the_list_can_be_completed(package: str) -> None:
    """`dir` knows every public name; a wrong name is an AttributeError that names it."""
    module = importlib.import_module(package)

    assert set(getattr(module, "__all__", ())) <= set(dir(module))
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = module.no_such_name


@EVERY_NAME
def test_reading_a_name_twice_gives_the_same(package: str, name: str) -> None:
    """Lazy or not, the second access gives what the first gave, which is the public thing."""
    first = read(package, name)

    assert first is read(package, name)
    if name in submodules(package):  # a room as a namespace, and nothing else of its name
        assert isinstance(first, ModuleType)
        assert f"{package}.{name}" == first.__name__
    else:
        assert not isinstance(first, ModuleType)


@EVERY_PACKAGE
def test_no_name_is_that_of_a_module(package: str) -> None:
    """Importing the module would put it in the place of the thing; rooms are apart."""
    offered = set(getattr(importlib.import_module(package), "__all__", ()))
    clashes = offered & submodules(package)

    assert all(isinstance(read(package, name), ModuleType) for name in clashes)
    for name in submodules(package):
        importlib.import_module(f"{package}.{name}")
    assert all(isinstance(read(package, name), ModuleType) for name in clashes)


@EVERY_NAME
def test_every_name_is_documented(package: str, name: str) -> None:
    """Classes and functions have docstrings of their own, and so have their public methods."""
    value = read(package, name)
    if not isinstance(value, type | FunctionType | ModuleType):
        return  # a constant is documented where it is defined

    doc = vars(value).get("__doc__") if isinstance(value, type) else value.__doc__
    assert (doc or "").strip()
    if isinstance(value, type):
        for member, attribute in vars(value).items():
            method = getattr(attribute, "__func__", getattr(attribute, "fget", attribute))
            if isinstance(method, FunctionType) and not member.startswith("_"):
                assert (inspect.getdoc(getattr(value, member)) or "").strip(), member


@EVERY_NAME
def test_classes_and_functions_pickle_by_their_name(package: str, name: str) -> None:
    """They are found again where they say they live, which is inside the library."""
    value = read(package, name)
    if isinstance(value, type | FunctionType) and package != STRATEGIES:
        assert value is pickle.loads(pickle.dumps(value))  # noqa: S301 - our own
        assert value.__module__.startswith("imss_integrity.")
        assert name == value.__name__


@EVERY_NAME
def test_enumerations_have_ascii_values(package: str, name: str) -> None:
    """Codes travel through every system: lower case ASCII, without space."""
    value = read(package, name)
    if isinstance(value, EnumMeta):
        members: list[Enum] = list(value)
        codes = [member.value for member in members]
        assert all(isinstance(code, str) for code in codes)
        assert all(code.isascii() and " " not in code for code in codes)


@EVERY_NAME
def test_public_functions_are_fully_annotated(package: str, name: str) -> None:
    """Annotations resolve at run time: decoders and validators of others need them."""
    value = read(package, name)
    if isinstance(value, FunctionType) and package != STRATEGIES:
        hints = inspect.get_annotations(value, eval_str=True)
        assert {*inspect.signature(value).parameters, "return"} == hints.keys()


def test_the_checks_see_the_library() -> None:
    """The lists are not empty, and the order of names is that of ruff."""
    assert {"imss_integrity", "imss_integrity.kernel", "imss_integrity.strategies"} <= set(
        packages()
    )
    assert ("imss_integrity.kernel", "Text") in public_names()
    assert sorted(["b", "C", "D_E", "A"], key=sorting_key) == ["D_E", "A", "C", "b"]
    assert "errors" in submodules("imss_integrity.kernel")
