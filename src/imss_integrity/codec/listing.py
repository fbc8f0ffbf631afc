"""What a detailed reading gathers: faults, at most fifty and a count, and the definitions given.

Lista de faltas. A path grows as the reading goes down: ``$.data.actions[3].due``. A key of the
document may be anything, a name among it, so an unknown key is told by its number.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from ..kernel.errors import MAX_FAULTS, Fault, InvalidValueError, must, placed
from ..kernel.json_limits import MAX_DEPTH
from ..kernel.text import Text
from .references import Definitions

__all__ = ["BAD", "Listing"]

BAD: Final[Any] = object()
"""What a reader gives for a value that it has refused."""

# Past so many faults nobody learns from the next one, and a hostile document wants them all.
_MOST_READ = 1000


class Listing:
    """The faults of one document, and what its references may name."""

    __slots__ = ("_found", "definitions", "faults")

    def __init__(self, definitions: Definitions) -> None:
        self.definitions: Definitions = definitions
        self.faults: list[Fault] = []
        self._found = 0

    @property
    def found(self) -> int:
        """How many faults there are so far, those that are only counted among them."""
        return self._found

    @property
    def is_full(self) -> bool:
        """Whether reading on would tell nobody anything."""
        return self._found >= _MOST_READ

    def add(self, fault: Fault) -> Any:  # noqa: ANN401 - it stands for any value
        """Take a fault; give `BAD`."""
        self._found += 1
        if len(self.faults) < MAX_FAULTS:
            self.faults.append(fault)
        return BAD

    def add_all(self, path: str, faults: Iterable[Fault]) -> Any:  # noqa: ANN401 - see `add`
        """Take the faults of a value at *path*; give `BAD`."""
        for fault in faults:
            self.add(placed(fault, path))
        return BAD

    def refuse(self, path: str, code: str, rule: Text, value: object) -> Any:  # noqa: ANN401
        """Take the fault that *value* must keep *rule*; give `BAD`."""
        return self.add(must(path, code, rule, value))

    def too_deep(self, path: str) -> bool:
        """Say, and take as a fault, that *path* lies deeper than any document."""
        if path.count(".") + path.count("[") <= MAX_DEPTH:
            return False
        self.add(Fault("$", "depth", Text("'$' es demasiado profundo", "'$' is too deep")))
        return True

    def unknown_key(self, path: str, number: int) -> None:
        """Take the fault that key *number* of the object at *path* is none of its keys."""
        text = Text("'{path}' debe llevar sólo sus claves", "'{path}' must hold its own keys only")
        self.add(Fault(f"{path}[#{number}]", "unknown", text.format(path=last(path))))

    def missing_key(self, path: str, name: str) -> Any:  # noqa: ANN401 - see `add`
        """Take the fault that the object at *path* lacks the key *name*; give `BAD`."""
        text = Text("'{name}' debe darse", "'{name}' must be given").format(name=name)
        return self.add(Fault(f"{path}.{name}", "missing", text))

    def raise_any(self) -> None:
        """Raise `InvalidValueError` with what was gathered, if anything was."""
        if not self.faults:
            return
        hidden = self._found - len(self.faults)
        if hidden:
            at_least = Text("al menos ", "at least ") if self.is_full else Text("", "")
            more = Text("y {least}{n} faltas más", "and {least}{n} more faults")
            text = more.format(least=at_least, n=hidden)
            raise InvalidValueError(*self.faults, Fault("", "more", text))
        raise InvalidValueError(*self.faults)


def last(path: str) -> str:
    """Give the last name of *path*."""
    return path.rpartition(".")[2]
