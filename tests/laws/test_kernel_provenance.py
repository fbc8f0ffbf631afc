"""Laws of provenance, published figures and commitments."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from fractions import Fraction
from itertools import product

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imss_integrity.kernel import (
    Commitment,
    InvalidValueError,
    PublishedFigure,
    Relation,
    Rule,
    Source,
    Status,
    Text,
    overdue,
    ratio_of,
    weakest,
)
from imss_integrity.kernel.fields import FIRST_DAY, LAST_DAY
from imss_integrity.kernel.provenance import merged_sources
from imss_integrity.strategies import (
    commitments,
    days,
    published_figures,
    rules,
    sources,
    statuses,
)

NOTE = Source(code="nota", title=Text("Nota de prensa"))
POSITIVE = st.builds(Fraction, st.integers(1, 10**9), st.integers(1, 1000))
SHARES = st.integers(0, 1000).map(lambda n: Fraction(n, 1000))


def figure(value: Fraction | int, relation: Relation) -> PublishedFigure:
    """Give a figure of which only number and relation matter."""
    return PublishedFigure(
        value,
        relation,
        code="c",
        what=Text("personas", "people"),
        sources=(NOTE,),
        status=Status.REPORTED,
    )


def truth(value: Fraction, relation: Relation, where: Fraction) -> Fraction:
    """Give a true number that a figure allows; *where*, 0 to 1, says how far from the least."""
    low, high = {
        Relation.EXACTLY: (value, value),
        Relation.AT_LEAST: (value, 10 * value),
        Relation.AT_MOST: (value / 10, value),
        Relation.ABOUT: (value * Fraction(9, 10), value * Fraction(11, 10)),
    }[relation]
    return low + where * (high - low)


# There are sixteen pairs, so each needs fewer examples.
FEWER = settings(max_examples=max(10, settings().max_examples // 4))
PAIRS = pytest.mark.parametrize(("above", "below"), list(product(Relation, repeat=2)))


class TestRatioOfPublishedFigures:
    """A published figure is a bound; a ratio keeps only the direction that bounds allow."""

    @PAIRS
    @FEWER
    @given(numbers=st.tuples(POSITIVE, POSITIVE), places=st.tuples(SHARES, SHARES))
    def test_no_true_number_contradicts_the_direction(
        self,
        above: Relation,
        below: Relation,
        numbers: tuple[Fraction, Fraction],
        places: tuple[Fraction, Fraction],
    ) -> None:
        """Whatever the true numbers are, the claim about their ratio holds."""
        ratio = ratio_of(figure(numbers[0], above), figure(numbers[1], below))
        true = truth(numbers[0], above, places[0]) / truth(numbers[1], below, places[1])

        assert numbers[0] / numbers[1] == ratio.nominal
        if ratio.relation is Relation.EXACTLY:
            assert ratio.nominal == true
        elif ratio.relation is Relation.AT_LEAST:
            assert ratio.nominal <= true
        elif ratio.relation is Relation.AT_MOST:
            assert ratio.nominal >= true

    @PAIRS
    @FEWER
    @given(numbers=st.tuples(POSITIVE, POSITIVE))
    def test_a_direction_is_given_up_only_where_both_sides_are_possible(
        self, above: Relation, below: Relation, numbers: tuple[Fraction, Fraction]
    ) -> None:
        """`None` and *about* stand exactly where true ratios lie below and above."""
        ratio = ratio_of(figure(numbers[0], above), figure(numbers[1], below))
        ends = [
            truth(numbers[0], above, Fraction(top)) / truth(numbers[1], below, Fraction(bottom))
            for top, bottom in product((0, 1), repeat=2)
        ]
        both_sides = min(ends) < ratio.nominal < max(ends)

        assert both_sides == (ratio.relation in {None, Relation.ABOUT})

    @given(numbers=st.tuples(POSITIVE, POSITIVE), relation=st.sampled_from(Relation))
    def test_bounds_of_one_kind_have_no_direction(
        self, numbers: tuple[Fraction, Fraction], relation: Relation
    ) -> None:
        """At least over at least, at most over at most: the nominal ratio is no rate."""
        expected = {Relation.AT_LEAST: None, Relation.AT_MOST: None}.get(relation, relation)

        assert expected == ratio_of(*(figure(n, relation) for n in numbers)).relation

    @given(above=published_figures(), below=published_figures())
    def test_the_ratio_is_as_weak_as_the_weaker_figure(
        self, above: PublishedFigure, below: PublishedFigure
    ) -> None:
        """Statuses are never strengthened by dividing; 0 never divides."""
        if below.value == 0:
            with pytest.raises(InvalidValueError, match="'denominator' must not be 0"):
                ratio_of(above, below)
        else:
            expected = weakest((above.status, below.status, Status.DERIVED))
            assert expected == ratio_of(above, below).status

    def test_of_nothing_reached_the_ratio_is_zero(self) -> None:
        """A numerator of 0 is a number like any other."""
        ratio = ratio_of(figure(0, Relation.EXACTLY), figure(5, Relation.AT_LEAST))

        assert (Fraction(0), Relation.AT_MOST) == (ratio.nominal, ratio.relation)


class TestPublishedFigure:
    """A figure says how it stands to the truth."""

    @pytest.mark.parametrize(
        ("relation", "spanish", "english"),
        [
            (Relation.EXACTLY, "400 000 personas", "400 000 people"),
            (Relation.AT_LEAST, "al menos 400 000 personas", "at least 400 000 people"),
            (Relation.AT_MOST, "a lo más 400 000 personas", "at most 400 000 people"),
            (Relation.ABOUT, "alrededor de 400 000 personas", "about 400 000 people"),
        ],
    )
    def test_the_relation_is_said_before_the_number(
        self, relation: Relation, spanish: str, english: str
    ) -> None:
        """In both languages, in the text and in the explanation."""
        shown = figure(400_000, relation)

        assert spanish == str(shown) == shown.describe().splitlines()[0]
        assert english == shown.describe("en").splitlines()[0]  # type: ignore[arg-type]

    @pytest.mark.parametrize("value", [-1, Fraction(-1, 2), True, 4e5, "400", None, float("nan")])
    def test_the_number_is_exact_and_not_negative(self, value: int) -> None:
        """No float, no bool, no text, nothing below 0."""
        with pytest.raises(InvalidValueError, match="'value' must be an exact number, not neg"):
            figure(value, Relation.EXACTLY)

    def test_a_figure_needs_a_source(self) -> None:
        """Without one there is nothing to trust."""
        with pytest.raises(InvalidValueError, match="'sources' must have 1 to"):
            attrs.evolve(figure(1, Relation.ABOUT), sources=())


class TestWeakest:
    """A result carries the weakest status of all that entered it."""

    ORDER = (Status.OFFICIAL, Status.REPORTED, Status.DERIVED, Status.OWN)

    @given(given_statuses=st.lists(statuses(), min_size=1))
    def test_it_is_one_of_them_and_none_is_weaker(self, given_statuses: list[Status]) -> None:
        """Official, reported, derived, own, in this order."""
        found = weakest(given_statuses)

        assert found in given_statuses
        assert all(self.ORDER.index(one) <= self.ORDER.index(found) for one in given_statuses)

    @given(some=st.lists(statuses()), more=st.lists(statuses()))
    def test_it_is_a_join(self, some: list[Status], more: list[Status]) -> None:
        """Free of order, idempotent, monotone, and it may be taken in steps."""
        found = weakest(some)

        assert found == weakest(reversed(some)) == weakest([*some, *some]) == weakest([found])
        assert self.ORDER.index(found) <= self.ORDER.index(weakest([*some, *more]))
        assert weakest([*some, *more]) == weakest([found, weakest(more)])

    def test_what_is_no_status_is_refused(self) -> None:
        """The message lists the statuses and not what was given."""
        with pytest.raises(InvalidValueError, match="one of oficial, reportado, derivado, propio"):
            weakest(["confirmado"])  # type: ignore[list-item]


class TestSources:
    """Sources are cited once, in an order that never depends on hashes."""

    @given(groups=st.lists(st.lists(sources(), max_size=3), max_size=3))
    def test_each_is_cited_once_by_code(self, groups: list[list[Source]]) -> None:
        """Merging again, or merging twice the same, changes nothing."""
        merged = merged_sources(*groups)

        assert {source for group in groups for source in group} == set(merged)
        assert len(set(merged)) == len(merged)
        assert sorted(source.code for source in merged) == [source.code for source in merged]
        assert merged == merged_sources(merged) == merged_sources(*groups, *groups)

    @given(titles=st.permutations([Text(f"t{n}") for n in range(6)]))
    def test_sources_that_share_a_code_keep_their_order(self, titles: list[Text]) -> None:
        """A tie is settled by the order of the input."""
        given_sources = tuple(Source(code="x", title=title) for title in titles)

        assert given_sources == merged_sources(given_sources)

    @given(source=sources())
    def test_a_citation_holds_the_title_and_the_day(self, source: Source) -> None:
        """The day stands in brackets where it is known."""
        citation = source.citation()

        assert citation.startswith(source.title.es)
        assert (source.issued is not None) == citation.endswith(f" ({source.issued})")


class TestRule:
    """A superseded rule stays callable for the days on which it was in force."""

    @given(rule=rules(), day=days())
    def test_it_is_in_force_between_its_days(self, rule: Rule, day: date) -> None:
        """A day that is not known sets no limit."""
        first, last = rule.first_day or FIRST_DAY, rule.last_day or LAST_DAY

        assert (first <= day <= last) == rule.in_force(on=day)

    @given(rule=rules())
    def test_both_sides_of_both_days(self, rule: Rule) -> None:
        """First and last day are included, their neighbours are not."""
        one = timedelta(days=1)
        if rule.first_day and rule.first_day > FIRST_DAY:
            assert rule.in_force(on=rule.first_day)
            assert not rule.in_force(on=rule.first_day - one)
        if rule.last_day and rule.last_day < LAST_DAY:
            assert rule.in_force(on=rule.last_day)
            assert not rule.in_force(on=rule.last_day + one)

    @given(rule=rules(), start=days(), end=days())
    def test_it_never_ends_before_it_begins(self, rule: Rule, start: date, end: date) -> None:
        """The constructor refuses it, and so does `evolve`."""
        if start <= end:
            assert attrs.evolve(rule, first_day=start, last_day=end).in_force(on=start)
        else:
            with pytest.raises(InvalidValueError, match="'last_day' must not precede"):
                attrs.evolve(rule, first_day=start, last_day=end)

    @given(rule=rules())
    def test_the_day_is_a_civil_day(self, rule: Rule) -> None:
        """A text is no day."""
        with pytest.raises(InvalidValueError, match="'on' must be a civil day"):
            rule.in_force(on="2026-01-01")  # type: ignore[arg-type]


class TestOverdue:
    """Late is what is past its due day and below 100 %."""

    @given(given_commitments=st.lists(commitments(), max_size=6), on=days())
    def test_late_is_past_due_and_not_done(
        self, given_commitments: list[Commitment], on: date
    ) -> None:
        """All late ones are listed, no other, the longest overdue first."""
        late = overdue(given_commitments, on=on)

        expected = Counter(c for c in given_commitments if c.due < on and c.progress < 100)

        assert expected == Counter(late)
        assert sorted(one.due for one in late) == [one.due for one in late]
        assert all(one.is_overdue(on=on) for one in late)

    @given(given_commitments=st.lists(commitments(), max_size=6), span=st.tuples(days(), days()))
    def test_with_time_nothing_stops_being_late(
        self, given_commitments: list[Commitment], span: tuple[date, date]
    ) -> None:
        """Without progress, what is late stays late."""
        early, late = (set(overdue(given_commitments, on=day)) for day in sorted(span))

        assert early <= late

    @given(commitment=commitments(), on=days())
    def test_what_is_done_is_never_late(self, commitment: Commitment, on: date) -> None:
        """At 100 % it is done, whatever the day; at 99 % it is not."""
        assert not attrs.evolve(commitment, progress=100).is_overdue(on=on)
        assert (commitment.due < on) == attrs.evolve(commitment, progress=99).is_overdue(on=on)

    @given(commitment=commitments().filter(lambda one: one.due < LAST_DAY))
    def test_the_due_day_is_on_time(self, commitment: Commitment) -> None:
        """The last day is included."""
        begun = attrs.evolve(commitment, progress=0)

        assert not begun.is_overdue(on=commitment.due)
        assert begun.is_overdue(on=commitment.due + timedelta(days=1))

    @given(given_commitments=st.lists(commitments(), max_size=5), on=days(), data=st.data())
    def test_the_order_of_the_input_does_not_matter(
        self, given_commitments: list[Commitment], on: date, data: st.DataObject
    ) -> None:
        """Due day and code decide."""
        shuffled = data.draw(st.permutations(given_commitments))
        keys = [(one.due, one.code) for one in overdue(given_commitments, on=on)]

        assert keys == [(one.due, one.code) for one in overdue(shuffled, on=on)]

    @pytest.mark.parametrize("progress", [-1, 101, True, 50.0, "50", None])
    def test_progress_is_a_whole_percent(self, progress: int) -> None:
        """0 to 100, both included."""
        with pytest.raises(InvalidValueError, match="'progress' must be a whole number from 0"):
            Commitment(
                code="A1",
                what=Text("x"),
                owner="calidad",
                due=date(2026, 1, 1),
                progress=progress,
            )
