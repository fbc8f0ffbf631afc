"""Laws of compliance: two readings never mixed, exact parts, what is late, a modest forecast."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from imss_integrity.initiatives import (
    ActionLine,
    Compliance,
    ComplianceReading,
    LineStanding,
    LineState,
    Programme,
    ProgrammeStrategy,
    StateChange,
    compliance,
)
from imss_integrity.kernel import Part, Period, Text, overdue
from imss_integrity.strategies.kernel import exact_numbers, texts
from imss_integrity.strategies.programmes import action_programmes

LINES_MET, MEAN_PROGRESS = ComplianceReading
READINGS = st.sampled_from(ComplianceReading)
EVERY_READING = pytest.mark.parametrize("reading", ComplianceReading)
YEAR = Period.year(2022)
SPAN = Period(start=date(2022, 1, 1), end=date(2024, 12, 31))
PLANNED = ActionLine(
    code="L0", strategy="E1", what=Text("Publicar guía"), owner="uit", start=YEAR.start,
    due=YEAR.end, indicator=Text("guías publicadas"), target=Fraction(5),
)  # fmt: skip


@attrs.frozen
class Case:
    """A programme, a day, and a reading."""

    programme: Programme
    on: date
    reading: ComplianceReading

    @property
    def result(self) -> Compliance:
        """The compliance."""
        return compliance(self.programme, on=self.on, reading=self.reading)

    def with_lines(self, *lines: ActionLine) -> Case:
        """Give the case with other lines."""
        return attrs.evolve(self, programme=attrs.evolve(self.programme, lines=lines))


def begun_early(line: ActionLine) -> ActionLine:
    """Give the line with every change on the first day, so that any later day knows them."""
    changes = (attrs.evolve(change, on=SPAN.start) for change in line.changes)
    return attrs.evolve(line, changes=tuple(changes))


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Give programmes of three years, and days from the first one to a year after the last."""
    drawn = draw(action_programmes(period=SPAN))
    programme = attrs.evolve(drawn, lines=tuple(map(begun_early, drawn.lines)))
    on = draw(st.dates(SPAN.start, SPAN.end + timedelta(days=366)))
    return Case(programme, on, draw(READINGS))


def with_share(line: ActionLine, share: Fraction) -> ActionLine:
    """Give the line with that share of its target reached, and the state that goes with it."""
    state = LineState.MET if share == 1 else LineState.UNDER_WAY
    change = StateChange(state=state, on=SPAN.start)
    return attrs.evolve(line, advance=line.target * share, changes=(change,))


def numbered(*lines: ActionLine) -> tuple[ActionLine, ...]:
    """Give the lines with codes of their own."""
    return tuple(attrs.evolve(line, code=f"L{n}") for n, line in enumerate(lines, start=1))


def of_shares(*shares: Fraction | int) -> Programme:
    """Give a programme of one year whose equal lines have reached these shares."""
    return Programme(
        code="P-1",
        name=Text("Programa"),
        period=YEAR,
        strategies=(ProgrammeStrategy(code="E1", name=Text("Prevenir")),),
        lines=numbered(*(with_share(PLANNED, Fraction(share)) for share in shares)),
    )


def values(case: Case) -> list[object]:
    """Give what the order and the grouping of lines must not change."""
    result = case.result
    return [result.score.value, result.shares, result.forecast.lowest, result.forecast.highest]


class TestScore:
    """Cumplimiento: suma de ponderación por lo que cuenta, entre la suma de ponderaciones."""

    @given(case=cases())
    def test_it_is_the_weighted_mean(self, case: Case) -> None:
        """As the formula says, line by line."""
        above = below = Fraction(0)
        for line in case.programme.lines:
            below += line.weight
            if case.reading is MEAN_PROGRESS:
                above += line.weight * min(Fraction(1), line.advance / line.target)
            elif line.advance >= line.target:
                above += line.weight
        result = case.result

        assert 100 * above / below == result.score.value
        assert above / below == result.score.share == result.shares[case.reading]
        assert case.reading.value == result.score.definition

    @given(case=cases())
    def test_parts_add_up(self, case: Case) -> None:
        """Lines to strategies, strategies to the score, and the most to 100; without remainder."""
        score = case.result.score

        assert score.value == sum(leaf.value for leaf in score.leaves())
        assert 100 == sum(part.out_of for part in score.parts)
        for part in score.parts:
            assert part.value == sum(leaf.value for leaf in part.parts)
            assert part.out_of == sum(leaf.out_of for leaf in part.parts)
        by_code = {leaf.code: leaf for leaf in score.leaves()}
        assert len(case.programme.lines) == len(score.leaves()) == len(by_code)
        for line in case.programme.lines:
            assert 100 * line.weight / case.programme.weight == by_code[line.code].out_of

    @given(case=cases(), data=st.data())
    def test_strategies_hold_their_own_lines(self, case: Case, data: st.DataObject) -> None:
        """A line of a strategy moves the part of that strategy and of no other."""
        place = data.draw(st.integers(0, len(case.programme.lines) - 1))
        lines = list(case.programme.lines)
        lines[place] = with_share(lines[place], Fraction(1))
        before, after = case.result.score.parts, case.with_lines(*lines).result.score.parts

        moved = {a.code for a, b in zip(before, after, strict=True) if a.value != b.value}
        assert moved <= {lines[place].strategy}

    @given(case=cases(), data=st.data())
    def test_order_changes_nothing(self, case: Case, data: st.DataObject) -> None:
        """Neither of lines nor of strategies."""
        lines = data.draw(st.permutations(case.programme.lines))
        strategies = data.draw(st.permutations(case.programme.strategies))
        moved = attrs.evolve(case.programme, lines=tuple(lines), strategies=tuple(strategies))

        assert values(case) == values(attrs.evolve(case, programme=moved))

    @given(case=cases(), data=st.data(), code=st.just("nueva-1"))
    def test_a_line_split_in_two_changes_nothing(
        self, case: Case, data: st.DataObject, code: str
    ) -> None:
        """Two lines of half its weight, of whose targets the same share is reached."""
        chosen = data.draw(st.sampled_from(case.programme.lines))
        assume(code not in {line.code for line in case.programme.lines})
        half = attrs.evolve(chosen, weight=chosen.weight / 2)
        twin = attrs.evolve(half, code=code, target=7 * half.target, advance=7 * half.advance)
        rest = (line for line in case.programme.lines if line is not chosen)
        split = case.with_lines(*rest, half, twin)

        assert values(case) == values(split)

        def strategy_values(parts: tuple[Part, ...]) -> list[Fraction]:
            return [part.value for part in parts]

        assert strategy_values(case.result.score.parts) == strategy_values(split.result.score.parts)

    @given(case=cases(), factor=exact_numbers(Fraction(1, 100), 100))
    def test_only_proportions_of_weights_count(self, case: Case, factor: Fraction) -> None:
        """Relative weights may be stated on any scale."""
        assume(case.programme.weighting.value == "relativa")
        scaled = (attrs.evolve(n, weight=n.weight * factor) for n in case.programme.lines)

        assert values(case) == values(case.with_lines(*scaled))


class TestProgress:
    """El cumplimiento nunca baja cuando avanza una línea."""

    @given(case=cases(), data=st.data(), more=exact_numbers(0, 1))
    def test_compliance_and_forecast_are_monotone(
        self, case: Case, data: st.DataObject, more: Fraction
    ) -> None:
        """Under both readings; the mean rises with any progress at all."""
        place = data.draw(st.integers(0, len(case.programme.lines) - 1))
        lines = list(case.programme.lines)
        low = min(lines[place].share, more)
        high = data.draw(st.just(Fraction(1)) | st.just(max(lines[place].share, more)))
        lines[place] = with_share(lines[place], low)
        before = case.with_lines(*lines).result
        lines[place] = with_share(lines[place], high)
        after = case.with_lines(*lines).result

        assert before.score.value <= after.score.value
        assert before.forecast.lowest <= after.forecast.lowest
        assert before.forecast.highest <= after.forecast.highest
        mean = [result.shares[MEAN_PROGRESS] for result in (before, after)]
        assert (mean[0] < mean[1]) == (low < high)

    @given(case=cases(), data=st.data())
    def test_cancelling_never_raises_compliance(self, case: Case, data: st.DataObject) -> None:
        """Nor what is forecast: a line is not made up for by giving it up."""
        place = data.draw(st.integers(0, len(case.programme.lines) - 1))
        lines = list(case.programme.lines)
        assume(lines[place].state is not LineState.MET)
        given_up = StateChange(state=LineState.CANCELLED, on=SPAN.start)
        lines[place] = attrs.evolve(lines[place], changes=(given_up,))
        before, after = case.result, case.with_lines(*lines).result

        assert before.score.value == after.score.value
        assert before.forecast.lowest >= after.forecast.lowest
        assert before.forecast.highest >= after.forecast.highest

    @given(case=cases())
    def test_what_lies_beyond_the_target_never_counts(self, case: Case) -> None:
        """One line far beyond makes up for no other."""
        capped = (
            attrs.evolve(line, advance=min(line.advance, line.target))
            for line in case.programme.lines
        )

        assert values(case) == values(case.with_lines(*capped))


class TestReadings:
    """Dos lecturas que nunca se mezclan."""

    @given(case=cases())
    def test_mean_progress_is_never_below_lines_met(self, case: Case) -> None:
        """Because a line that is met is met under both."""
        shares = case.result.shares

        assert 0 <= shares[LINES_MET] <= shares[MEAN_PROGRESS] <= 1
        partial = any(0 < line.share < 1 for line in case.programme.lines)
        assert (shares[LINES_MET] < shares[MEAN_PROGRESS]) == partial

    @given(case=cases(), data=st.data())
    def test_they_agree_when_every_line_is_met_or_not_at_all(
        self, case: Case, data: st.DataObject
    ) -> None:
        """Parts and all."""
        ends = st.sampled_from((Fraction(0), Fraction(1)))
        lines = (with_share(line, data.draw(ends)) for line in case.programme.lines)
        whole = case.with_lines(*lines)
        one, other = (attrs.evolve(whole, reading=reading).result for reading in ComplianceReading)

        assert one.score.value == other.score.value
        assert one.score.parts == other.score.parts

    @EVERY_READING
    def test_the_ends(self, reading: ComplianceReading) -> None:
        """Nothing done is exactly 0, everything exactly 100."""
        for share in (0, 1):
            result = compliance(of_shares(share, share), on=YEAR.end, reading=reading)
            assert share * 100 == result.score.value


class TestSixtyOfSixtyTwo:
    """62 líneas, «poco más de 96 %»: qué dice cada lectura."""

    @EVERY_READING
    def test_sixty_lines_met(self, reading: ComplianceReading) -> None:
        """Exactly 30/31 = 96.77 %, under both readings where the other two have not begun."""
        result = compliance(of_shares(*[1] * 60, 0, 0), on=YEAR.end, reading=reading)

        assert Fraction(30, 31) == result.score.share
        assert "96.77 de 100 puntos" == str(result.score)

    def test_no_other_number_of_lines_fits(self) -> None:
        """59 are 95.16 %, 61 are 98.39 %: under lines met, only 60 are a little over 96 %."""
        fitting = [
            met
            for met in range(63)
            if 96 < self.percent(LINES_MET, *[1] * met, *[0] * (62 - met)) < 97
        ]

        assert [60] == fitting

    def test_many_mixes_fit_the_mean(self) -> None:
        """Under mean progress, 50 lines met and 12 at four fifths fit as well, and so on."""
        mixes = {
            50: Fraction(4, 5),
            0: Fraction(193, 200),
            58: Fraction(2, 5),
            61: Fraction(0),
        }
        for met, share in mixes.items():
            shares = [*[Fraction(1)] * met, *[share] * (62 - met)]
            fits = 96 < self.percent(MEAN_PROGRESS, *shares) < 97
            assert fits == (met != 61)
            assert self.percent(LINES_MET, *shares) == Fraction(100 * met, 62)

    @staticmethod
    def percent(reading: ComplianceReading, *shares: Fraction | int) -> Fraction:
        """Give the compliance of a programme whose lines have reached *shares*."""
        return compliance(of_shares(*shares), on=YEAR.end, reading=reading).score.value


class TestStanding:
    """Cada línea está cumplida, en plazo, vencida o cancelada, y nada más."""

    @given(case=cases())
    def test_counts_and_late(self, case: Case) -> None:
        """Late is past the deadline, neither met nor cancelled; the longest overdue first."""
        result, lines = case.result, case.programme.lines
        late = [
            line
            for line in lines
            if line.due < case.on and line.state in {LineState.PLANNED, LineState.UNDER_WAY}
        ]

        assert sorted(late, key=lambda line: (line.due, line.code)) == list(result.late)
        assert overdue(lines, on=case.on) == result.late
        assert len(lines) == sum(result.counts.values())
        assert len(late) == result.counts[LineStanding.LATE]
        assert sum(n.share == 1 for n in lines) == result.counts[LineStanding.COMPLETE]
        gone = sum(n.state is LineState.CANCELLED for n in lines)
        assert gone == result.counts[LineStanding.CANCELLED]

    @pytest.mark.parametrize(("day", "standing"), [(30, "en_plazo"), (31, "vencida")])
    def test_the_last_day_is_on_time(self, day: int, standing: str) -> None:
        """A line is late from the day after its deadline on."""
        line = attrs.evolve(PLANNED, due=date(2022, 5, 30))
        programme = attrs.evolve(of_shares(0), lines=(line,))
        result = compliance(programme, on=date(2022, 5, day), reading=LINES_MET)

        assert [standing] == [row["standing"] for row in result.to_records()]

    @given(case=cases())
    def test_risks_without_a_line(self, case: Case) -> None:
        """Cancelling the lines of a risk leaves it without any."""
        programme = case.programme
        for risk in programme.risks:
            alive = [n for n in programme.lines if n.state is not LineState.CANCELLED]
            assert (risk in programme.risks_without_line) == all(risk not in n.risks for n in alive)


class TestForecast:
    """Pronóstico al cierre del año: cada línea sigue a su ritmo."""

    @given(case=cases())
    def test_it_lies_between_today_and_all(self, case: Case) -> None:
        """And is one number unless a line is too early to tell."""
        result = case.result
        forecast = result.forecast

        assert result.score.share <= forecast.lowest <= forecast.highest <= 1
        assert (forecast.lowest == forecast.highest) == (not forecast.early)
        assert forecast.share == (None if forecast.early else forecast.lowest)

    @given(case=cases())
    def test_it_speaks_of_the_end_of_the_year(self, case: Case) -> None:
        """Or of the programme, if that ends before; never of a day that is past."""
        until = case.result.forecast.until

        assert case.on <= until
        assert case.on.year == until.year
        assert (until.month, until.day) == (12, 31) or until == case.on > SPAN.end

    @given(case=cases(), year=st.integers(2022, 2025))
    def test_on_the_last_day_it_is_what_was_reached(self, case: Case, year: int) -> None:
        """There is no day left on which anything could change."""
        result = attrs.evolve(case, on=date(year, 12, 31)).result

        assert result.score.share == result.forecast.lowest == result.forecast.highest

    @given(case=cases())
    def test_it_is_the_pace_day_by_day(self, case: Case) -> None:
        """What a walk over the days of the year that are left would give."""
        result = case.result
        walked = {
            line.code: self.walked(line, case.on, result.forecast.until)
            for line in case.programme.lines
        }

        assert walked == {row["line"]: row["expected"] for row in result.to_records(exact=True)}
        early = [line.code for line in case.programme.lines if walked[line.code] is None]
        assert early == list(result.forecast.early)

    @staticmethod
    def walked(line: ActionLine, on: date, until: date) -> Fraction | None:
        """Give what is reached by the end, adding the pace of a day for each day that is left."""
        worked = [day for day in days_of(line.start, until) if day <= on]
        if line.state in {LineState.MET, LineState.CANCELLED} or until == on:
            return line.share
        if line.start > until:
            return line.share
        if 4 * len(worked) < len(days_of(line.start, line.due)):
            return None
        reached, left = line.share, len(days_of(on, until)) - 1
        pace = reached / len(worked)
        for _ in range(left):
            reached = min(Fraction(1), reached + pace)
        return reached

    def test_a_quarter_of_the_time_tells(self) -> None:
        """The 25th of a hundred days is told, the 24th is too early; both ends are days."""
        line = attrs.evolve(with_share(PLANNED, Fraction(1, 5)), due=date(2022, 4, 10))
        programme = attrs.evolve(of_shares(0), lines=(line,))
        for day, share in ((24, None), (25, Fraction(1))):
            result = compliance(programme, on=date(2022, 1, day), reading=MEAN_PROGRESS)
            assert share == result.forecast.share

    def test_half_a_year_doubles(self) -> None:
        """A tenth by the 146th of 365 days is a quarter by the end."""
        programme = of_shares(Fraction(1, 10))
        day = YEAR.start + timedelta(days=145)
        mean = compliance(programme, on=day, reading=MEAN_PROGRESS)
        met = compliance(programme, on=day, reading=LINES_MET)

        assert Fraction(1, 4) == mean.forecast.share
        assert Fraction(0) == met.forecast.share

    def test_what_starts_later_does_not_count(self) -> None:
        """A line of next year is expected to stay where it is; one of this year is open."""
        later = attrs.evolve(PLANNED, start=date(2023, 1, 1), due=date(2023, 6, 30))
        programme = attrs.evolve(of_shares(1), period=SPAN, lines=numbered(later))
        result = compliance(programme, on=date(2022, 6, 1), reading=LINES_MET)
        assert (Fraction(0), ()) == (result.forecast.share, result.forecast.early)

        sooner = attrs.evolve(PLANNED, start=date(2022, 12, 31))
        programme = attrs.evolve(programme, lines=numbered(sooner))
        result = compliance(programme, on=date(2022, 6, 1), reading=LINES_MET)
        assert (None, ("L1",)) == (result.forecast.share, result.forecast.early)
        assert Fraction(0) == result.forecast.lowest
        assert Fraction(1) == result.forecast.highest

    def test_the_programme_may_end_before_the_year(self) -> None:
        """Then nothing is forecast beyond its last day."""
        short = Period(start=YEAR.start, end=date(2022, 9, 30))
        line = attrs.evolve(with_share(PLANNED, Fraction(1, 2)), due=short.end)
        programme = attrs.evolve(of_shares(0), period=short, lines=(line,))

        for on, until in ((6, 9), (10, 10)):
            day = date(2022, on, 30)
            forecast = compliance(programme, on=day, reading=MEAN_PROGRESS).forecast
            assert date(2022, until, 30) == forecast.until


def days_of(first: date, last: date) -> list[date]:
    """Give every day from *first* to *last*, both included."""
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


class TestLines:
    """El porcentaje de avance de una línea se deriva de su meta."""

    @given(case=cases(), what=texts())
    def test_percent_and_met(self, case: Case, what: Text) -> None:
        """Rounded down, so that 100 is met and nothing else; kept when another field changes."""
        for line in case.programme.lines:
            assert line.progress <= 100 * line.share < line.progress + 1
            assert (line.progress == 100) == (line.state is LineState.MET)
            assert line.progress == attrs.evolve(line, what=what).progress
