"""The verdict on a cycle: its main indicator, and what got worse on the way.

Veredicto.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import attrs

from ..kernel.errors import InvalidValueError, must
from ..kernel.fields import CODE, DAY, Each, InstanceOf, OneOf, WholeNumber
from ..kernel.provenance import Source, Status
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text, join
from ..kernel.values import Value
from ..statistics import RuleSet
from ..statistics.reading import FiniteFloat
from .indicator_verdicts import FiredRule, IndicatorVerdict, Outcome, shown_statistic

__all__ = ["Terms", "Verdict"]

LEAST_POINTS = 10


@attrs.frozen(kw_only=True, weakref_slot=False)
class Terms(Value):
    """Under which terms measurements are judged.

    Términos de la verificación.

    Attributes:
        rules: The rule set that tells change from noise.
        confidence: Confidence of the interval of the effect, strictly between 0 and 1.
        least_points: Fewest periods on which rules, limits and steadiness are judged, 2 to
            1000; 10 unless stated (own: below it no rule for runs applies).

    Raises:
        InvalidValueError: If a field breaks its rule.

    Source:
        Own.

    >>> Terms().rules
    <RuleSet.NHS: 'nhs'>
    >>> Terms(confidence=1.0)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'confidence' must lie strictly between 0 and...
    """

    rules: RuleSet = attrs.field(default=RuleSet.NHS, validator=OneOf(RuleSet))
    confidence: float = attrs.field(default=0.95, validator=FiniteFloat())
    least_points: int = attrs.field(default=LEAST_POINTS, validator=WholeNumber(2, 1000))

    def __attrs_post_init__(self) -> None:
        if not 0 < self.confidence < 1:
            rule = Text("estar entre 0 y 1, sin incluirlos", "lie strictly between 0 and 1")
            raise InvalidValueError(must("confidence", "range", rule, self.confidence))


@attrs.frozen(kw_only=True, weakref_slot=False)
class Verdict(Report, Value):
    """What the measurements of a cycle said on one day.

    Veredicto. Made by `verify`; a cycle refuses any other.

    Attributes:
        cycle: Code of the cycle.
        on: The day; what was measured later takes no part.
        intervention: The day from which a change could come: the first action begun, or the
            approval of the plan where none was.
        terms: The rule set, the confidence and the fewest points.
        main: The main indicator.
        side_effects: The indicators of side effects.
        status: Own: the rules are published, their joining to a cycle is the library's.
        sources: Publications of the rules.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    cycle: str = attrs.field(validator=CODE)
    on: date = attrs.field(validator=DAY)
    intervention: date = attrs.field(validator=DAY)
    terms: Terms = attrs.field(validator=InstanceOf(Terms))
    main: IndicatorVerdict = attrs.field(validator=InstanceOf(IndicatorVerdict))
    side_effects: tuple[IndicatorVerdict, ...] = attrs.field(
        default=(), validator=Each(InstanceOf(IndicatorVerdict))
    )
    status: Status = attrs.field(default=Status.OWN, validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(default=(), validator=Each(InstanceOf(Source)))

    @property
    def outcome(self) -> Outcome:
        """What the main indicator says."""
        return self.main.outcome

    @property
    def worsened(self) -> tuple[IndicatorVerdict, ...]:
        """The side effects that got worse."""
        return tuple(one for one in self.side_effects if one.outcome is Outcome.WORSENED)

    @property
    def supports_change(self) -> bool:
        """Whether the evidence is for the change.

        It is when the main indicator improved by more than chance (the interval of the effect
        leaves out 0), the gain was not lost again, and no side effect got worse.
        """
        main = self.main
        is_clear = main.effect is not None and main.effect.is_clear
        improved = main.outcome is Outcome.IMPROVED and main.held is not False
        return improved and is_clear and not self.worsened

    def _table(self, language: Language) -> Table:
        worse = Text("; empeoró: {names}", "; worsened: {names}").format(
            names=join((one.name for one in self.worsened), ", ")
        )
        title = Text("{cycle}, {on}: {outcome}{worse}").format(
            cycle=self.cycle,
            on=self.on,
            outcome=self.outcome.label,
            worse=worse if self.worsened else "",
        )
        method = Text(
            "{rules}; el cambio pudo empezar el {day}; mínimo de puntos: {n} (propio)",
            "{rules}; the change could begin on {day}; fewest points: {n} (own)",
        ).format(rules=self.terms.rules.label, day=self.intervention, n=self.terms.least_points)
        lines = [method, *_sentences(self.main)]
        lines.extend(sentence for one in self.worsened for sentence in _sentences(one))
        lines.append(_SUPPORTS[self.supports_change])
        rows = (_row(one, language) for one in (self.main, *self.side_effects))
        return Table(
            title=title.to(language),
            lines=tuple(line.to(language) for line in lines),
            header=_HEADER[language],
            rows=tuple(rows),
        )

    def _records(self) -> list[dict[str, object]]:
        return [
            {
                "cycle": self.cycle,
                "on": self.on,
                "rules": self.terms.rules.value,
                "indicator": one.indicator,
                "role": "principal" if one is self.main else "efecto_secundario",
                "outcome": one.outcome.value,
                "changed_on": one.changed_on,
                "points_before": one.points_before,
                "points_after": one.points_after,
                "before": one.effect and one.effect.before,
                "after": one.effect and one.effect.after,
                "difference": one.effect and one.effect.difference,
                "lower": one.effect and one.effect.lower,
                "upper": one.effect and one.effect.upper,
                "attainment": one.attainment,
                "assurance": one.assurance and one.assurance.value,
                "held": one.held,
                "status": self.status.value,
            }
            for one in (self.main, *self.side_effects)
        ]


_HEADER = {
    Language.ES: ("indicador", "resultado", "desde", "antes", "después", "meta", "perdura"),
    Language.EN: ("indicator", "outcome", "since", "before", "after", "target", "lasts"),
}
_SUPPORTS = {
    True: Text(
        "La evidencia sustenta el cambio (lectura propia)",
        "The evidence supports the change (own reading)",
    ),
    False: Text(
        "La evidencia no sustenta el cambio (lectura propia)",
        "The evidence does not support the change (own reading)",
    ),
}
_HELD = {True: Text("sí", "yes"), False: Text("no"), None: Text("")}


def _row(one: IndicatorVerdict, language: Language) -> tuple[str, ...]:
    return (
        one.indicator,
        one.outcome.label.to(language),
        str(one.changed_on or ""),
        shown_statistic(one.effect.before) if one.effect else "",
        shown_statistic(one.effect.after) if one.effect else "",
        one.assurance.label.to(language) if one.assurance else "",
        _HELD[one.held].to(language),
    )


def _sentences(one: IndicatorVerdict) -> list[Text]:
    """Say in words what one indicator shows."""
    points = Text(
        "{name}: {n} puntos antes y {m} después", "{name}: {n} points before and {m} after"
    )
    lines = [points.format(name=one.name, n=one.points_before, m=one.points_after)]
    if one.points_between:
        lines.append(_BETWEEN)
    if one.effect:
        words = Text("Efecto: {effect}", "Effect: {effect}")
        lines.append(words.format(effect=one.effect.sentence()))
    if one.attainment is not None:
        words = Text("Avance hacia la meta: {p} %", "Way to the target: {p} %")
        lines.append(words.format(p=shown_statistic(round(100 * one.attainment, 1))))
    if one.steady_before is False:
        unsteady = "Antes del cambio el proceso no era estable: el efecto puede venir de antes"
        lines.append(
            Text(
                unsteady,
                "The process was not steady before the change: the effect may come from before",
            )
        )
    if one.fired:
        words = Text("Señales: {listed}", "Signals: {listed}")
        lines.append(words.format(listed=join(_fired_words(one.fired))))
    return lines


_BETWEEN = Text(
    "El periodo en que empezó el cambio no cuenta",
    "The period in which the change began does not count",
)


def _fired_words(fired: tuple[FiredRule, ...]) -> Iterator[Text]:
    """Say in words which rules fired, each rule once for each way."""
    together: dict[tuple[str, bool | None], list[FiredRule]] = {}
    for one in fired:
        together.setdefault((one.rule, one.favourable), []).append(one)
    once = Text("{name} ({way}, {first} a {last})", "{name} ({way}, {first} to {last})")
    often = Text(
        "{name} ({way}, {n} veces, {first} a {last})",
        "{name} ({way}, {n} times, {first} to {last})",
    )
    for (_, favourable), own in together.items():
        yield (once if len(own) == 1 else often).format(
            name=own[0].name,
            way=_WAYS[favourable],
            n=len(own),
            first=min(one.first for one in own),
            last=max(one.last for one in own),
        )


_WAYS = {
    True: Text("favorable", "favourable"),
    False: Text("desfavorable", "unfavourable"),
    None: Text("inestable", "unsteady"),
}
