"""How a package offers the names of its modules without loading them (PEP 562).

Nombres perezosos. Whoever uses one name pays for its module alone. It stands below every room
and imports nothing of them.
"""

from __future__ import annotations

from importlib import import_module

# Type checkers know this name; what stands below it would cost more than all the rest.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from types import ModuleType

__all__ = ["lazily", "module_named"]


def lazily(
    package: str, homes: Mapping[str, Iterable[str]]
) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """Give the `__getattr__` and the `__dir__` of a package.

    Args:
        package: Its name.
        homes: The names that each module of it offers; behind the empty name stand the modules
            that are offered themselves.
    """
    home_of = {name: home or name for home, names in homes.items() for name in names}
    modules = frozenset(homes.get("", ()))

    def load(name: str) -> object:
        home = home_of.get(name)
        if home is None:
            message = f"module {package!r} has no attribute {name!r}"
            # With both, Python asks whether a name like it was meant.
            raise AttributeError(message, name=name, obj=import_module(package))
        module = import_module(f"{package}.{home}")
        value: object = module if name in modules else getattr(module, name)
        setattr(import_module(package), name, value)  # the next time it is found at once
        return value

    def offered() -> list[str]:
        return sorted(import_module(package).__all__)

    return load, offered


def module_named(name: str) -> ModuleType:
    """Give a module of the library that stands above whoever asks for it.

    Args:
        name: Its name inside the library, such as ``codec.embedding``.
    """
    return import_module(f"{__package__}.{name}")
