"""The integrity standing of a unit, from its screenings, its programme and its risks.

Situación de integridad. What `competitiveness.apply_gate` takes as *standing*: one share for
each requirement that is known, and nothing for what is not. Own, not official.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import cast

from ..competitiveness import IntegrityShare, Standing
from ..conflicts import Screening
from ..initiatives import Compliance, Risk, RiskKind
from ..kernel.arguments import check_mapping, members_of
from ..kernel.errors import Fault, InconsistentError, MissingDataError, duty_of, raise_any
from ..kernel.fields import InstanceOf, Optional, WholeNumber
from ..kernel.provenance import Source, Status, merged_sources
from ..kernel.pseudonymous import SUBJECT
from ..kernel.text import Text

__all__ = ["PROGRAMME", "RISKS", "SCREENINGS", "integrity_standing"]

SCREENINGS, PROGRAMME, RISKS = "cuestionarios", "programa", "riesgos"
"""Codes of the requirements, as the gate of the catalogue asks for them."""


def integrity_standing(
    *,
    screenings: Mapping[str, Screening] | None = None,
    attended: Iterable[str] = (),
    due: int | None = None,
    compliance: Compliance | None = None,
    risks: Iterable[Risk] | None = None,
) -> Standing:
    """Work out how far the integrity of a unit is shown by what was done.

    Situación de integridad. Three shares, each by itself, never merged: questionnaires
    applied and acted on, action lines met, corruption risks with a sufficient control.

    Args:
        screenings: Code of each person screened -> the screening; ``None``: not known.
        attended: Codes of those screened whose safeguards are in force; whoever needs none
            counts without being named here.
        due: How many persons had to answer; ``None``: those who did. At least as many.
        compliance: Compliance of the programme, under one reading; ``None``: not known.
        risks: The risks of the unit; ``None``, or none of corruption among them: not known.

    Returns:
        The standing, with a share for each requirement that is known. A screening counts when
        it is complete, and is clean or attended.

    Raises:
        InvalidValueError: If an argument is of another kind, or *due* is below those screened.
        InconsistentError: If *attended* names somebody who was not screened.
        MissingDataError: If nothing at all is known.

    Source:
        Own.

    >>> from datetime import date
    >>> from imss_integrity.catalog import CONFLICT_QUESTIONNAIRE
    >>> from imss_integrity.conflicts import Response, screen
    >>> draft = screen(Response.from_answers(CONFLICT_QUESTIONNAIRE, {}), on=date(2026, 5, 4))
    >>> integrity_standing(screenings={"C-1": draft}, due=2).shares
    (IntegrityShare(code='cuestionarios', share=Fraction(0, 1)),)
    >>> integrity_standing()
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.MissingDataError: a standing must rest on screenings, a program...
    """
    Optional(InstanceOf(Compliance)).check("compliance", compliance)
    shares: list[IntegrityShare] = []
    sources: list[tuple[Source, ...]] = []
    if screenings is not None:
        shares.append(_screened(screenings, attended, due))
        sources.extend(one.sources for one in screenings.values())
    if compliance is not None:
        shares.append(IntegrityShare(code=PROGRAMME, share=compliance.score.share))
        sources.append(compliance.sources)
    corruption = [
        risk
        for risk in (() if risks is None else members_of("risks", risks, Risk))
        if risk.kind is RiskKind.CORRUPTION
    ]
    if corruption:
        controlled = sum(risk.is_controlled for risk in corruption)
        share = Fraction(controlled, len(corruption))
        shares.append(IntegrityShare(code=RISKS, share=share))
    if not shares:
        text = Text(
            "una situación debe basarse en detecciones, un programa o riesgos de corrupción",
            "a standing must rest on screenings, a programme or corruption risks",
        )
        raise MissingDataError(Fault("standing", "missing", text))
    return Standing(shares=tuple(shares), status=Status.OWN, sources=merged_sources(*sources))


def _screened(
    screenings: Mapping[str, Screening], attended: Iterable[str], due: int | None
) -> IntegrityShare:
    check_mapping("screenings", screenings)
    given = cast("Mapping[object, object]", screenings)
    raise_any(
        Fault("screenings", "type", _SCREENED)  # without the code: it may be a name
        for code, one in given.items()
        if SUBJECT.fault("", code) is not None or not isinstance(one, Screening)
    )
    named = members_of("attended", attended, str)
    raise_any(
        (
            Fault(f"attended[{place}]", "foreign", _FOREIGN)
            for place, code in enumerate(named)
            if code not in screenings
        ),
        InconsistentError,
    )
    expected = len(screenings) if due is None else due
    WholeNumber(max(1, len(screenings))).check("due", expected)
    acted_on = frozenset(named)
    done = sum(
        one.is_complete and (one.is_clean or code in acted_on) for code, one in screenings.items()
    )
    return IntegrityShare(code=SCREENINGS, share=Fraction(done, expected))


_SCREENED = duty_of("screenings", Text("ir de clave a Screening", "go from code to Screening"))
_FOREIGN = duty_of("attended", Text("nombrar a quien respondió", "name who was screened"))
