"""Strategies of the kernel: codes, texts, days, provenance, figures, commitments, scores.

Every strategy is complete (each value that the class accepts can come up) and none takes a
knob of its distribution. Texts for people lean to what breaks careless code: accents, long
texts, formulas, HTML, braces.
"""

from __future__ import annotations

import string
import unicodedata
from datetime import date
from decimal import Decimal
from fractions import Fraction

from hypothesis import strategies as st

from ..kernel import (
    Aggregation,
    Calendar,
    Commitment,
    Part,
    Period,
    PublishedFigure,
    Relation,
    Rule,
    Score,
    Source,
    Status,
    Text,
    UmaValue,
)
from ..kernel.characters import problem_of
from ..kernel.exact import exact_sum
from ..kernel.fields import (
    FIRST_DAY,
    LABEL,
    LAST_DAY,
    MAX_DIGITS,
    MAX_EXPONENT,
    MAX_WHOLE,
    NAME,
)

__all__ = [
    "calendars",
    "codes",
    "commitments",
    "days",
    "exact_numbers",
    "money",
    "names",
    "periods",
    "published_figures",
    "rules",
    "scores",
    "sources",
    "statuses",
    "texts",
]

_CODE_ENDS = string.ascii_letters + string.digits
_SPANISH = string.ascii_letters + "áéíóúüñÁÉÍÓÚÜÑ"
_TRICKY = ("=1+1", "+52", "-1", "@x", "<b>", "'\"&", "{0}", "{0.__class__}", "%s", "a|b", "ª º")


def codes() -> st.SearchStrategy[str]:
    """Give codes (claves): 1 to 64 ASCII letters, digits, dots, dashes and underscores."""
    end, middle = st.sampled_from(_CODE_ENDS), st.text(_CODE_ENDS + "._-", max_size=62)
    return end | st.tuples(end, middle, end).map("".join)


def _texts_for_people(limit: int) -> st.SearchStrategy[str]:
    spanish = st.text(_SPANISH, min_size=1, max_size=12)
    long = spanish.map(lambda word: (word * limit)[:limit])
    seen = st.characters(exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
    wide = st.text(seen, min_size=1, max_size=limit)
    # What normalising does not repair (blank, too many accents) is rare: the filter is light.
    sound = wide.map(lambda text: unicodedata.normalize("NFC", text).strip())
    return (
        st.lists(spanish, min_size=1, max_size=3).map(" ".join)
        | st.sampled_from(_TRICKY)
        | long
        | sound.filter(lambda text: problem_of(text, limit) is None)
    )


def names() -> st.SearchStrategy[str]:
    """Give texts for people (nombres): 1 to 200 characters in normal form C."""
    return _texts_for_people(NAME.limit)


def texts() -> st.SearchStrategy[Text]:
    """Give labels in Spanish, with or without an English wording, of 1 to 500 characters."""
    wordings = _texts_for_people(LABEL.limit)
    return st.builds(Text, wordings, st.none() | wordings)


def days(first: date = FIRST_DAY, last: date = LAST_DAY) -> st.SearchStrategy[date]:
    """Give civil days (fechas) from *first* to *last*, both included."""
    return st.dates(first, last)


def periods(first: date = FIRST_DAY, last: date = LAST_DAY) -> st.SearchStrategy[Period]:
    """Give periods (periodos) within *first* to *last*, both included."""
    ends = st.tuples(days(first, last), days(first, last))
    return ends.map(lambda pair: Period(start=min(pair), end=max(pair)))


def statuses() -> st.SearchStrategy[Status]:
    """Give every status (estatus)."""
    return st.sampled_from(Status)


def sources() -> st.SearchStrategy[Source]:
    """Give sources (fuentes), with or without a day."""
    return st.builds(Source, code=codes(), title=texts(), issued=st.none() | days())


def rules() -> st.SearchStrategy[Rule]:
    """Give rules (disposiciones) in force for ever, since, until, and from one day to another."""
    return st.builds(
        _rule,
        st.tuples(st.booleans(), st.booleans()),
        periods(),
        code=codes(),
        text=texts(),
        source=sources(),
        status=statuses(),
    )


def _rule(
    known: tuple[bool, bool], span: Period, *, code: str, text: Text, source: Source, status: Status
) -> Rule:
    first, last = (
        day if is_known else None
        for day, is_known in zip((span.start, span.end), known, strict=True)
    )
    return Rule(code=code, text=text, source=source, status=status, first_day=first, last_day=last)


def exact_numbers(
    low: Fraction | int | None = None, high: Fraction | int | None = None
) -> st.SearchStrategy[Fraction]:
    """Give exact numbers from *low* to *high*, both included; ``None`` is the library's limit."""
    least, most = -MAX_WHOLE if low is None else low, MAX_WHOLE if high is None else high
    return st.fractions(min_value=least, max_value=most, max_denominator=10**6)


def money() -> st.SearchStrategy[Decimal]:
    """Give amounts in pesos (montos): finite, not negative, at most 28 digits."""
    units = st.integers(0, 10**MAX_DIGITS - 1)
    exponents = st.integers(-MAX_EXPONENT, MAX_EXPONENT)
    return st.builds(_amount, units, exponents)


def _amount(units: int, exponent: int) -> Decimal:
    # Built from digits, so that no decimal context of the caller takes part.
    return Decimal((0, tuple(int(digit) for digit in str(units)), exponent))


def commitments() -> st.SearchStrategy[Commitment]:
    """Give commitments (compromisos): begun or not, done or not, with and without evidence."""
    return st.builds(
        Commitment,
        code=codes(),
        what=texts(),
        owner=codes(),
        due=days(),
        progress=st.sampled_from((0, 99, 100)) | st.integers(0, 100),
        evidence=st.lists(names(), max_size=3).map(tuple),
    )


def published_figures() -> st.SearchStrategy[PublishedFigure]:
    """Give published figures (cifras publicadas) of every relation, whole and broken."""
    return st.builds(
        PublishedFigure,
        st.integers(0, 10**12) | exact_numbers(0, 10**12),
        st.sampled_from(Relation),
        code=codes(),
        what=texts(),
        sources=st.lists(sources(), min_size=1, max_size=3).map(tuple),
        status=statuses(),
        on=st.none() | days(),
        note=st.none() | texts(),
    )


def calendars() -> st.SearchStrategy[Calendar]:
    """Give calendars (calendarios) with any closed days and any UMA that does not overlap."""
    values = st.builds(
        UmaValue, period=periods(), daily=money(), source=sources(), status=statuses()
    )
    return st.builds(
        Calendar,
        closed=st.lists(days(), unique=True, max_size=6).map(tuple),
        statutory=st.booleans(),
        uma=st.lists(values, max_size=4).map(_apart),
    )


def _apart(values: list[UmaValue]) -> tuple[UmaValue, ...]:
    """Keep the values whose period overlaps with none kept before, in the order given."""
    kept: list[UmaValue] = []
    for value in values:
        start, end = value.period.start, value.period.end
        if all(end < one.period.start or one.period.end < start for one in kept):
            kept.append(value)
    return tuple(kept)


def _leaf(
    code: str, name: Text, out_of: Fraction, share: Fraction | None, note: Text | None
) -> Part:
    value = out_of * (share or 0)
    return Part(code=code, name=name, value=value, out_of=out_of, share=share, note=note)


def _branch(code: str, name: Text, parts: list[Part], *, measured: bool) -> Part:
    value, most = exact_sum(p.value for p in parts), exact_sum(p.out_of for p in parts)
    share = value / most if measured else None
    return Part(code=code, name=name, value=value, out_of=most, share=share, parts=tuple(parts))


def _trees() -> st.SearchStrategy[Part]:
    weights = exact_numbers(0, 10**9).map(lambda weight: weight or Fraction(1))
    shares, notes = st.none() | exact_numbers(0, 1), st.none() | texts()
    leaves = st.builds(_leaf, codes(), texts(), weights, shares, notes)
    return st.recursive(
        leaves,
        lambda parts: st.builds(
            _branch,
            codes(),
            texts(),
            st.lists(parts, min_size=1, max_size=3),
            measured=st.booleans(),
        ),
        max_leaves=5,
    )


def scores() -> st.SearchStrategy[Score]:
    """Give scores (puntajes) by weighted mean, with what is missing and what takes away.

    The parts are trees whose leaves add up to the total. A leaf without a share is missing
    and counts 0; one last part may take points away, as a gate does.
    """
    return st.builds(
        _score,
        st.lists(_trees(), min_size=1, max_size=3),
        st.just(Fraction(0)) | exact_numbers(0, 1),
        names=st.tuples(codes(), names(), codes(), texts()),
        period=st.none() | periods(),
        status=statuses(),
        origins=st.lists(sources(), max_size=2),
    )


def _score(
    trees: list[Part],
    taken: Fraction,
    *,
    names: tuple[str, str, str, Text],
    period: Period | None,
    status: Status,
    origins: list[Source],
) -> Score:
    subject, definition, gate, why = names
    before = exact_sum(part.value for part in trees)
    value = before * (1 - taken)
    parts = tuple(trees)
    if value < before:
        loss = Part(code=gate, name=why, value=value - before, out_of=Fraction(0))
        parts = (*parts, loss)
    missing = [leaf for part in trees for leaf in part.leaves() if leaf.share is None]
    return Score(
        subject=subject,
        definition=definition,
        period=period,
        value=value,
        out_of=exact_sum(part.out_of for part in trees),
        parts=parts,
        method=Aggregation.ARITHMETIC,
        lowest=value,
        highest=value + exact_sum(leaf.out_of for leaf in missing),
        missing=tuple(leaf.code for leaf in missing),
        status=status,
        sources=tuple(origins),
    )
