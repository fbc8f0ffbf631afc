"""Straight-line functions that read one class: the checks of its fields, one behind the other.

Código directo. Made once for a class from the rules of its fields, so a rule is written once.
What the type already says is not checked again; a rule that has no short form is called as the
constructor calls it. A check that fails says only that it failed: the detailed way tells why.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, cast

import attrs

from ..kernel.characters import BEYOND_LATIN
from ..kernel.codegen import make_function
from ..kernel.fields import (
    DAY,
    Each,
    FieldRule,
    InstanceOf,
    Label,
    Name,
    OneOf,
    Optional,
    Pattern,
    WholeNumber,
)
from ..kernel.text import Text
from .arrays import ArrayReader
from .doubt import Unsure
from .readers import (
    MAX_TEXT,
    BooleanReader,
    ChoiceReader,
    DayReader,
    OptionalReader,
    Quick,
    Reader,
    TextReader,
    WholeReader,
    composed,
)
from .scalars import day_of
from .twins import filler_of, twin_of

__all__ = ["FieldPlan", "Lines", "record_function"]


class FieldPlan(NamedTuple):
    """What is known of a field.

    Attributes:
        name: Its name, which is its key.
        reader: What reads it.
        rule: Its validator.
        attribute: As attrs knows it.
        is_required: Whether it has no default.
        default: Its default as a plain value.
    """

    name: str
    reader: Reader
    rule: Any
    attribute: Any
    is_required: bool
    default: object


class Lines:
    """The lines of a function, and the values that they name."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.space: dict[str, object] = {
            "bad": Unsure,
            "beyond": re.compile(BEYOND_LATIN).search,
            "bool": bool,
            "day": day_of,
            "dict": dict,
            "int": int,
            "len": len,
            "list": list,
            "str": str,
            "tuple": tuple,
        }

    def name(self, value: object) -> str:
        """Give *value* a name."""
        name = f"k{len(self.space)}"
        self.space[name] = value
        return name

    def put(self, line: str, indent: int = 0) -> None:
        """Put a line behind the others."""
        self.lines.append(" " * indent + line)

    def refuse_if(self, test: str, indent: int = 0) -> None:
        """Put the check that *test* does not hold."""
        self.put(f"if {test}: raise bad", indent)

    def take(  # noqa: C901 - a table, one case a kind
        self, reader: Reader, rule: object, var: str, indent: int = 0
    ) -> None:
        """Put the lines that turn the plain value in *var* into what it stands for."""
        match reader, rule:
            case OptionalReader(), _:
                inner = rule.rule if isinstance(rule, Optional) else None
                self.put(f"if {var} is not None:", indent)
                self.take(reader.reader, inner, var, indent + 1)
                if not isinstance(rule, Optional):
                    self.check(rule, var, indent)
            case TextReader(), Pattern():
                match_of = self.name(rule.pattern.fullmatch)
                self.refuse_if(
                    f"{var}.__class__ is not str or len({var}) > {rule.limit}"
                    f" or {match_of}({var}) is None",
                    indent,
                )
            case TextReader(), Name():
                self.take_name(rule, var, indent)
            case WholeReader(), WholeNumber(low=low, high=high):
                self.refuse_if(
                    f"{var}.__class__ is not int or not {low} <= {var} <= {high}", indent
                )
            case BooleanReader(), InstanceOf():
                self.refuse_if(f"{var}.__class__ is not bool", indent)
            case ChoiceReader(), OneOf():
                self.put(f"{var} = {self.name(reader.members)}[{var}]", indent)
            case DayReader(), _ if rule == DAY:
                self.refuse_if(f"{var}.__class__ is not str", indent)
                self.put(f"{var} = day({var})", indent)
            case _, Label() if getattr(reader, "cls", None) is Text:
                self.take_label(rule, var, indent)
            case ArrayReader(any_number=True), Each():
                low, high = rule.least, rule.most
                self.refuse_if(
                    f"{var}.__class__ is not list or not {low} <= len({var}) <= {high}", indent
                )
                self.take_members(reader.readers[0], rule.rule, var, indent)
            case _:
                self.put(f"{var} = {self.name(reader.quick())}({var}, c)", indent)
                self.check(rule, var, indent, reader)

    def take_members(self, reader: Reader, rule: object, var: str, indent: int) -> None:
        """Put the lines that read the members of a list; where they may stay, without a call."""
        match reader, rule:
            case (TextReader(), Pattern()) | (WholeReader(), WholeNumber()):
                self.put(f"for x in {var}:", indent)
                self.take(reader, rule, "x", indent + 1)
                self.put(f"{var} = tuple({var})", indent)
            case _:
                one = self.name(_member_function(reader, rule))
                self.put(f"{var} = tuple([{one}(x, c) for x in {var}]) if {var} else ()", indent)

    def check(self, rule: object, var: str, indent: int, reader: Reader | None = None) -> None:
        """Put the call of *rule*, unless what *reader* gives keeps it anyway."""
        if rule is None or _is_kept(rule, reader):
            return
        if isinstance(rule, FieldRule):
            fault = self.name(rule.fault)
            self.refuse_if(f"{fault}({self.name('')}, {var}) is not None", indent)
        else:
            self.put(f"{self.name(rule)}(None, {self.name(_Attribute)}, {var})", indent)

    def build(self, cls: type, values: Mapping[str, str], var: str, indent: int = 0) -> None:
        """Put the making of an instance of *cls* whose fields hold the variables of *values*."""
        twin = twin_of(cls)
        if twin is None:
            fill = self.name(filler_of(cls, tuple(values)))
            self.put(f"{var} = {fill}({', '.join(values.values())})", indent)
            return
        self.put(f"t = {self.name(twin)}()", indent)
        for name, value in values.items():
            self.put(f"t.{name} = {value}", indent)
        self.put(f"t.__class__ = {self.name(cls)}", indent)
        self.put(f"{var} = t", indent)

    def take_name(self, rule: Name, var: str, indent: int) -> None:
        """Put the lines that read a text for people; nearly every one is told at once."""
        limit, slow = min(rule.limit, MAX_TEXT), self.name(_name_of(rule))
        self.put(
            f"if {var}.__class__ is not str or not 0 < len({var}) <= {limit}"
            f" or not {var}.isascii() and beyond({var}) is not None or not {var}.isprintable()"
            f" or {var}.strip() != {var}:"
            f" {var} = {slow}({var})",
            indent,
        )

    def take_label(self, rule: Label, var: str, indent: int) -> None:
        """Put the lines that read a text in both languages."""
        wording = Name(rule.limit)
        self.refuse_if(f"{var}.__class__ is not dict", indent)
        self.put(f"if len({var}) == 1: {var} = {self.name({'en': None})} | {var}", indent)
        self.refuse_if(f"len({var}) != 2", indent)
        self.put(f"s = {var}[{self.name('es')}]", indent)
        self.take_name(wording, "s", indent)
        self.put(f"e = {var}[{self.name('en')}]", indent)
        self.put("if e is not None:", indent)
        self.take_name(wording, "e", indent + 1)
        self.build(Text, {"es": "s", "en": "e"}, var, indent)

    def make(self, arguments: str) -> Callable[..., Any]:
        """Make the function."""
        return make_function(arguments, self.lines, self.space)


class _Attribute:
    """Stands for the attribute that a validator names in its message, which nobody reads."""

    name = "value"


def _is_kept(rule: object, reader: Reader | None) -> bool:
    made = getattr(reader, "cls", None)
    return isinstance(rule, InstanceOf) and made is not None and issubclass(made, rule.cls)


def _name_of(rule: Name) -> Callable[[Any], str]:
    def name(value: Any) -> str:  # noqa: ANN401
        if value.__class__ is not str or len(value) > MAX_TEXT:
            raise Unsure
        given = composed(value)
        if rule.fault("", given) is not None:
            raise Unsure
        return given

    return name


def _member_function(reader: Reader, rule: object) -> Quick:
    """Give what reads one member of a list."""
    if rule is None or _is_kept(rule, reader):
        return reader.quick()
    lines = Lines()
    lines.take(reader, rule, "x")
    lines.put("return x")
    return lines.make("x, c")


def record_function(cls: type, plans: Sequence[FieldPlan]) -> Quick:
    """Make what reads an object into an instance of *cls* from its fields.

    Its fields are checked already, so the instance is made by its twin; what the constructor
    checks behind them is checked here too.
    """
    lines = Lines()
    lines.refuse_if("d.__class__ is not dict")
    lines.put(f"if len(d) != {len(plans)}:")
    defaults = {plan.name: plan.default for plan in plans if not plan.is_required}
    lines.put(f"d = {lines.name(defaults)} | d", 1)
    lines.refuse_if(f"len(d) != {len(plans)}", 1)
    values = {plan.name: f"a{number}" for number, plan in enumerate(plans)}
    for plan, var in zip(plans, values.values(), strict=True):
        lines.put(f"{var} = d[{lines.name(plan.name)}]")
        lines.take(plan.reader, plan.rule, var)
    if all(attribute.init for attribute in attrs.fields(cast("Any", cls))):
        lines.build(cls, values, "x")
        if hasattr(cls, "__attrs_post_init__"):
            lines.put(f"{lines.name(cast('Any', cls).__attrs_post_init__)}(x)")
    else:  # the constructor fills more slots than it takes values
        lines.put(f"x = {lines.name(_constructor(cls, plans))}({', '.join(values.values())})")
    lines.put("return x")
    return lines.make("d, c")


def _constructor(cls: type, plans: Sequence[FieldPlan]) -> Callable[..., object]:
    names = [plan.name for plan in plans]
    return lambda *values: cls(**dict(zip(names, values, strict=True)))
