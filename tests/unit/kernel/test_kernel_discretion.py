"""Discretion: a personal value given to any entry of the kernel surfaces in no error channel.

The planted values are invented: a CURP of no person, a name, an RFC, a social security number.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from functools import partial
from typing import Any

import attrs
import pytest

from imss_integrity import kernel
from imss_integrity.kernel import (
    PUBLISHED_UMA,
    Aggregation,
    Calendar,
    Commitment,
    DeadlineRule,
    ImssIntegrityError,
    Part,
    Period,
    PublishedFigure,
    Relation,
    Rule,
    Score,
    Source,
    Status,
    Text,
    TimeUnit,
    fields,
    rows,
)

PERSONAL = ("PEPJ800101HDFRRN09", "Juana Pérez Ñáñez", "PEPJ8001019Q1", "12345678901")
# The same values, where a text or a collection of texts is asked for.
SHAPES: dict[str, Callable[[str], object]] = {
    "text": lambda secret: secret,
    "number": lambda secret: int(secret) if secret.isdigit() else secret,
    "bytes": lambda secret: secret.encode(),
    "spaced": lambda secret: f" {secret}\n",
    "list": lambda secret: [secret],
    "tuple": lambda secret: (secret,),
    "mapping": lambda secret: {secret: secret},
    "texts": lambda secret: (Text(f"{secret} "),),
    "class": lambda secret: type(f"Secret{secret}", (), {}) if secret.isalnum() else secret,
}

TEXT = Text("x")
DAY = date(2026, 1, 1)
SOURCE = Source(code="x", title=TEXT)
PART = Part(code="x", name=TEXT, value=Fraction(1), out_of=Fraction(1))
RULE = Rule(code="x", text=TEXT, source=SOURCE, status=Status.OWN)
WHOLE = fields.WholeNumber()
SAMPLES: list[Any] = [
    SOURCE,
    PART,
    RULE,
    Period(start=DAY, end=DAY),
    PUBLISHED_UMA[0],
    Calendar(),
    Commitment(code="x", what=TEXT, owner="x", due=DAY),
    PublishedFigure(1, Relation.ABOUT, code="x", what=TEXT, sources=(SOURCE,), status=Status.OWN),
    DeadlineRule(rule=RULE, amount=1, unit=TimeUnit.YEARS),
    Score(
        subject="x",
        definition="x",
        value=Fraction(1),
        out_of=Fraction(1),
        parts=(PART,),
        method=Aggregation.MINIMUM,
        lowest=Fraction(1),
        highest=Fraction(1),
        status=Status.OWN,
    ),
]
RULES: list[fields.FieldRule] = [
    fields.InstanceOf(Text),
    WHOLE,
    fields.ExactNumber(0, 1),
    fields.Money(),
    fields.DAY,
    fields.CODE,
    fields.Name(1),
    fields.Label(1),
    fields.OneOf(Status),
    fields.Optional(fields.CODE),
    fields.Each(fields.CODE, most=0),
    fields.Each(fields.Name(1)),
]
READERS: list[Callable[[rows.Row], object]] = [
    lambda row: row.code("x"),
    lambda row: row.day("x"),
    lambda row: row.whole("x", fields.WholeNumber(0, 9)),
    lambda row: row.required("y", row.code),
    lambda row: fields.Name(1).check("x", row.name("x")),
]


def entries(secret: object) -> Iterator[Callable[[], object]]:
    """Give every way in which the kernel can be handed *secret*."""
    loose: Any = secret
    for rule in RULES:
        yield partial(rule.check, "x", loose)
    for sample in SAMPLES:
        for attribute in attrs.fields(type(sample)):
            yield partial(attrs.evolve, sample, **{attribute.name: loose})
    for reader in READERS:
        yield partial(rows.read_rows, [{"x": loose}], reader, fields=("x",))
    yield lambda: rows.read_rows(loose, READERS[0], fields=())
    yield lambda: rows.read_rows([loose], READERS[0], fields=())
    yield lambda: kernel.parse_day(loose)
    yield lambda: kernel.parse_exact(loose)
    yield lambda: kernel.parse_whole(loose)
    yield lambda: kernel.add_months(loose, 1)
    yield lambda: kernel.add_months(DAY, loose)
    yield lambda: kernel.largest_remainder([loose])
    yield lambda: kernel.largest_remainder([1], total=loose)
    yield lambda: kernel.round_exact(1, loose)
    yield lambda: kernel.round_exact(1, 0, loose)
    yield lambda: kernel.statutory_holidays(loose)
    yield lambda: kernel.overdue([], on=loose)
    yield lambda: kernel.weakest([loose])
    yield lambda: Period.year(loose)
    yield lambda: Period.parse(loose, DAY)
    yield lambda: Calendar().closing([loose])
    yield lambda: Calendar().is_business_day(loose)
    yield lambda: Calendar().business_days_after(DAY, loose)
    yield lambda: Calendar().business_days_between(DAY, loose)
    yield lambda: Calendar().uma_on(loose)
    yield lambda: SAMPLES[-1].describe(loose)
    yield lambda: fields.choice(Status, loose, path="x")


def channels(error: BaseException) -> Iterator[str]:
    """Give every text in which an error can be read, its chain included."""
    yield from (str(error), repr(error), repr(error.args), repr(error.__dict__))
    yield from getattr(error, "__notes__", [])
    if isinstance(error, ImssIntegrityError):
        yield from (error.text.es, str(error.text.en), repr(error.to_record()))
        yield str(error.under("x"))
    record = logging.LogRecord("x", 0, "x", 0, "%s", (error,), None)
    yield record.getMessage()
    yield from library_lines(error)
    for other in (error.__cause__, error.__context__):
        if other is not None:
            yield from channels(other)


def library_lines(error: BaseException) -> Iterator[str]:
    """Give the formatted traceback without the frames of this file."""
    trace = traceback.TracebackException.from_exception(error)
    yield from trace.format_exception_only()
    yield from (str(frame.line) for frame in trace.stack if frame.filename != __file__)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("secret", PERSONAL)
def test_no_planted_value_surfaces(secret: str, shape: str) -> None:
    """Every refusal is of the library, and none of its texts holds the value."""
    refused = 0
    for number, entry in enumerate(entries(SHAPES[shape](secret))):
        try:
            entry()
        except ImssIntegrityError as error:
            refused += 1
            leaks = [text for text in channels(error) if _holds(text, secret)]
            assert not leaks, f"entry {number} gives the value away: {leaks[:1]}"

    assert refused > 40


def _holds(text: str, secret: str) -> bool:
    return secret in text or (" " in secret and any(word in text for word in secret.split()))


def test_the_search_finds_what_leaks() -> None:
    """The check itself: a leak in a message, a note, a cause or a context is found."""
    secret = PERSONAL[0]
    noted, caused = ValueError("x"), ValueError("x")
    noted.add_note(secret)
    caused.__cause__ = KeyError(secret)

    for error in (ValueError(secret), noted, caused):
        assert any(_holds(text, secret) for text in channels(error))
    assert not any(_holds(text, secret) for text in channels(ValueError("x")))


def test_every_class_of_the_kernel_is_planted() -> None:
    """A new class with fields must join."""
    classes = {
        value for value in vars(kernel).values() if isinstance(value, type) and attrs.has(value)
    }
    unchecked = {kernel.Fault, kernel.FigureRatio, kernel.Table, Text}  # made by the library

    assert classes - unchecked == {type(sample) for sample in SAMPLES}
