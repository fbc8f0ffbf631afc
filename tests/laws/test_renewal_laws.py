"""Laws of renewals: one class for each rule, both sides of each end."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity.catalog import CONFLICT_QUESTIONNAIRE, RENEWAL_RULES, get_deadline
from imss_integrity.conflicts import (
    Level,
    Renewal,
    RenewalDue,
    RenewalReason,
    RenewalRules,
    Response,
    Review,
    Screening,
    renewal_due,
    screen,
)
from imss_integrity.kernel import (
    InvalidValueError,
    Language,
    NotInForceError,
    Status,
    Text,
    add_months,
    deadline_of,
)

DAYS = st.dates(date(2019, 1, 1), date(2060, 12, 31))
ONE_DAY = timedelta(days=1)
INITIAL, YEARLY, CONCLUSION, CHANGE, FOLLOW_UP = RenewalReason


def of(renewal: Renewal, reason: RenewalReason) -> list[RenewalDue]:
    """Give what is due for one reason."""
    return [due for due in renewal.dues if due.reason is reason]


def screened(on: date, reviews: tuple[Review, ...]) -> Screening:
    """Screen an empty response under a policy with other reviews; its level is the lowest."""
    policy = CONFLICT_QUESTIONNAIRE.policy
    assert policy is not None
    policy = attrs.evolve(policy, reviews=reviews)
    own = attrs.evolve(CONFLICT_QUESTIONNAIRE, policy=policy)
    return screen(Response.from_answers(own, {}), on=on)


class TestLGRA33I:
    """Art. 33, fr. I LGRA: inicial, dentro de los 60 días naturales tras la toma de posesión."""

    @given(taken=DAYS)
    def test_sixty_days_after_taking_office(self, taken: date) -> None:
        """In time on the sixtieth day, late on the next."""
        last = taken + timedelta(days=60)
        for on, late in ((last, False), (last + ONE_DAY, True)):
            (due,) = of(renewal_due(RENEWAL_RULES, on=on, took_office=taken), INITIAL)
            assert (taken, last) == (due.first_day, due.last_day)
            assert late is due.is_late(on=on)
            assert get_deadline("LGRA-33-I").rule == due.rule

    @given(taken=DAYS, days=st.integers(-400, 400))
    def test_a_declaration_since_answers_it(self, taken: date, days: int) -> None:
        """Of the same reason, made on that day or later, late or not."""
        made = taken + timedelta(days=days)
        on = max(taken, made)
        renewal = renewal_due(RENEWAL_RULES, on=on, took_office=taken, filed={INITIAL: made})
        assert (days < 0) is bool(of(renewal, INITIAL))
        other = renewal_due(RENEWAL_RULES, on=on, took_office=taken, filed={YEARLY: made})
        assert of(other, INITIAL)


class TestLGRA33II:
    """Art. 33, fr. II LGRA: modificación patrimonial, durante mayo de cada año."""

    @given(on=DAYS)
    def test_the_window_is_the_whole_of_may(self, on: date) -> None:
        """From the first to the thirty-first, both included."""
        (due,) = renewal_due(RENEWAL_RULES, on=on).dues
        year = on.year if on <= date(on.year, 5, 31) else on.year + 1

        assert (date(year, 5, 1), date(year, 5, 31)) == (due.first_day, due.last_day)
        assert (YEARLY, "LGRA-33-II") == (due.reason, due.rule and due.rule.code)
        assert not due.is_late(on=on)

    @pytest.mark.parametrize(("on", "year"), [(date(2026, 5, 31), 2026), (date(2026, 6, 1), 2027)])
    def test_the_last_day_of_may_is_in_time(self, on: date, year: int) -> None:
        """The next window is due from the first of June on, and not before."""
        assert [year] == [due.first_day.year for due in renewal_due(RENEWAL_RULES, on=on).dues]

    @given(taken=DAYS, years=st.integers(0, 5), on=DAYS)
    def test_every_window_since_is_due_until_it_is_answered(
        self, taken: date, years: int, on: date
    ) -> None:
        """Naively: each May that began after, up to the first that has not ended."""
        made = date(taken.year + years, 5, 1) if years else None
        if made is not None and made > on:
            return
        filed = {} if made is None else {YEARLY: made}
        renewal = renewal_due(RENEWAL_RULES, on=on, took_office=taken, filed=filed)
        since = max(taken, made or taken)
        expected = [year for year in range(2019, 2063) if since < date(year, 5, 1)]
        open_year = next(year for year in expected if on <= date(year, 5, 31))
        expected = [year for year in expected if year <= open_year]
        found = [due.first_day.year for due in of(renewal, YEARLY)]

        assert expected == found
        late = {due.first_day.year for due in renewal.late if due.reason is YEARLY}
        assert {year for year in expected if date(year, 5, 31) < on} == late

    @pytest.mark.parametrize(
        ("made", "late"),
        [
            (date(2025, 4, 30), [2025]),
            (date(2025, 5, 1), []),
            (date(2025, 5, 31), []),
            (date(2025, 6, 1), []),
        ],
    )
    def test_both_sides_of_the_window(self, made: date, late: list[int]) -> None:
        """Too early does not answer it; too late does."""
        renewal = renewal_due(RENEWAL_RULES, on=date(2026, 4, 1), filed={YEARLY: made})

        assert late == [due.first_day.year for due in renewal.late]

    @pytest.mark.parametrize(
        ("left", "years"), [(date(2026, 4, 30), []), (date(2026, 5, 1), [2026])]
    )
    def test_none_begins_after_office_was_left(self, left: date, years: list[int]) -> None:
        """The last is the last that begins while office is held (own reading)."""
        renewal = renewal_due(RENEWAL_RULES, on=date(2026, 5, 20), left_office=left)

        assert years == [due.first_day.year for due in of(renewal, YEARLY)]

    def test_no_window_of_a_rule_that_is_not_in_force(self) -> None:
        """Neither before its first day nor after its last, to the end of the calendar."""
        rule = attrs.evolve(
            RENEWAL_RULES.yearly.rule, first_day=date(2021, 5, 1), last_day=date(2023, 4, 30)
        )
        rules = attrs.evolve(RENEWAL_RULES, yearly=attrs.evolve(RENEWAL_RULES.yearly, rule=rule))
        renewal = renewal_due(rules, on=date(2026, 5, 1), took_office=date(2019, 1, 1))

        assert [2021, 2022] == [due.first_day.year for due in of(renewal, YEARLY)]

    def test_other_months(self) -> None:
        """December of the last year, and a February that leaps."""
        december = attrs.evolve(RENEWAL_RULES.yearly, month=12)
        february = attrs.evolve(RENEWAL_RULES.yearly, month=2)

        assert date(2200, 12, 31) == december.of_year(2200).end
        assert date(2024, 2, 29) == february.of_year(2024).end
        for year in (1899, 2201):
            with pytest.raises(InvalidValueError):
                december.of_year(year)


class TestLGRA33III:
    """Art. 33, fr. III LGRA: conclusión, dentro de los 60 días naturales tras el encargo."""

    @given(left=DAYS)
    def test_sixty_days_after_leaving_office(self, left: date) -> None:
        """In time on the sixtieth day, late on the next; done once it is made."""
        last = left + timedelta(days=60)
        for on, late in ((last, False), (last + ONE_DAY, True)):
            (due,) = of(renewal_due(RENEWAL_RULES, on=on, left_office=left), CONCLUSION)
            assert (left, last, late) == (due.first_day, due.last_day, due.is_late(on=on))
        made = renewal_due(RENEWAL_RULES, on=last, left_office=left, filed={CONCLUSION: left})
        assert not of(made, CONCLUSION)

    @given(taken=DAYS, days=st.integers(1, 400))
    def test_office_is_not_left_before_it_is_taken(self, taken: date, days: int) -> None:
        """On the same day it may be."""
        left = taken - timedelta(days=days)
        assert renewal_due(RENEWAL_RULES, on=taken, took_office=taken, left_office=taken).dues
        with pytest.raises(InvalidValueError, match="'left_office' must not precede"):
            renewal_due(RENEWAL_RULES, on=taken, took_office=taken, left_office=left)


class TestLGRA48:
    """Art. 48 LGRA: en cualquier momento en que aparezca un posible conflicto."""

    @given(changed=DAYS, later=st.integers(0, 100))
    def test_at_once_is_the_same_day(self, changed: date, later: int) -> None:
        """Late on the next; that the day is meant is an own reading."""
        on = changed + timedelta(days=later)
        (due,) = of(renewal_due(RENEWAL_RULES, on=on, changed=changed), CHANGE)

        assert (changed, changed) == (due.first_day, due.last_day)
        assert (later > 0) is due.is_late(on=on)
        assert (Status.OWN, Status.OFFICIAL) == (due.status, due.rule and due.rule.status)

    @given(changed=DAYS, days=st.integers(-50, 50), reason=st.sampled_from(RenewalReason))
    def test_any_declaration_since_answers_it(
        self, changed: date, days: int, reason: RenewalReason
    ) -> None:
        """Whatever it was made for."""
        made = changed + timedelta(days=days)
        on = max(made, changed)
        renewal = renewal_due(RENEWAL_RULES, on=on, changed=changed, filed={reason: made})

        assert (days < 0) is bool(of(renewal, CHANGE))

    def test_not_before_the_rule_is_in_force(self) -> None:
        """On its first day it is."""
        first = date(2026, 1, 1)
        rules = attrs.evolve(
            RENEWAL_RULES, change=attrs.evolve(RENEWAL_RULES.change, first_day=first)
        )
        assert of(renewal_due(rules, on=first, changed=first), CHANGE)
        assert not of(renewal_due(rules, on=first, changed=first - ONE_DAY), CHANGE)


class TestFollowUp:
    """Seguimiento por nivel, según la política (propio)."""

    @given(on=DAYS, months=st.integers(1, 60))
    def test_months_are_counted_from_the_screening(self, on: date, months: int) -> None:
        """In one step; no law is cited, the status is that of the policy."""
        review = Review(level=Level.MINIMAL, months=months, when=Text("pronto", "soon"))
        screening = screened(on, (review,))
        (due,) = of(renewal_due(RENEWAL_RULES, on=on, screening=screening), FOLLOW_UP)

        assert (on, add_months(on, months)) == (due.first_day, due.last_day)
        assert (None, Status.OWN, "soon") == (due.rule, due.status, due.what.en)
        policy = CONFLICT_QUESTIONNAIRE.policy
        assert policy is not None
        renewal = renewal_due(RENEWAL_RULES, on=on, screening=screening)
        assert set(policy.sources) <= set(renewal.sources)

    def test_a_review_without_a_day_is_never_late_and_comes_last(self) -> None:
        """It says when in words."""
        on = date(2026, 1, 1)
        review = Review(level=Level.MINIMAL, when=Text("antes de cada asunto", "before each"))
        renewal = renewal_due(RENEWAL_RULES, on=on, screening=screened(on, (review,)))
        due = renewal.dues[-1]

        assert (FOLLOW_UP, None) == (due.reason, due.last_day)
        assert not due.is_late(on=date(2200, 12, 31))

    def test_the_reviews_of_other_levels_are_not_due(self) -> None:
        """Only that of the level that was found."""
        on = date(2026, 1, 1)
        review = Review(level=Level.HIGH, months=1, when=Text("pronto", "soon"))

        assert not of(
            renewal_due(RENEWAL_RULES, on=on, screening=screened(on, (review,))), FOLLOW_UP
        )


class TestTheWhole:
    """Lo pendiente va por su último día; lo vencido primero; el estatus es el más débil."""

    @given(taken=DAYS, held=st.integers(0, 2000), on=DAYS, changed=DAYS)
    def test_order_and_what_comes_next(
        self, taken: date, held: int, on: date, changed: date
    ) -> None:
        """Late ones first, the next is the first in time; their union is all."""
        left = min(taken + timedelta(days=held), date(2061, 1, 1))
        renewal = renewal_due(
            RENEWAL_RULES,
            on=on,
            took_office=taken,
            left_office=left,
            changed=min(changed, on),
        )
        lasts = [due.last_day for due in renewal.dues if due.last_day is not None]

        assert sorted(lasts) == lasts
        assert renewal.late == renewal.dues[: len(renewal.late)]
        rest = renewal.dues[len(renewal.late) :]
        assert (rest[0] if rest else None) == renewal.next_due
        assert not any(due.is_late(on=on) for due in rest)
        assert Status.OWN is renewal.status
        assert {due.rule.source for due in renewal.dues if due.rule} == set(renewal.sources)

    @given(taken=DAYS, on=DAYS, later=st.integers(1, 900))
    def test_what_is_late_stays_late(self, taken: date, on: date, later: int) -> None:
        """While nothing is declared, time only adds to it."""
        now = renewal_due(RENEWAL_RULES, on=on, took_office=taken).late
        then = renewal_due(RENEWAL_RULES, on=on + timedelta(days=later), took_office=taken).late
        assert set(now) <= set(then)

    def test_nothing_due(self) -> None:
        """All was declared, and office is left."""
        day = date(2026, 3, 1)
        renewal = renewal_due(
            RENEWAL_RULES,
            on=date(2026, 4, 1),
            took_office=date(2025, 6, 1),
            left_office=day,
            filed={INITIAL: day, CONCLUSION: day},
        )
        assert ((), (), None) == (renewal.dues, renewal.late, renewal.next_due)
        assert (Status.OWN, ()) == (renewal.status, renewal.sources)
        assert [] == renewal.to_records()

    def test_official_days_stay_official(self) -> None:
        """Where no own reading enters."""
        assert Status.OFFICIAL is renewal_due(RENEWAL_RULES, on=date(2026, 1, 1)).status

    def test_it_is_shown_in_both_languages(self) -> None:
        """Reason, window, whether it is late, ground; one row each."""
        on = date(2026, 6, 1)
        renewal = renewal_due(RENEWAL_RULES, on=on, took_office=date(2026, 4, 20))
        spanish, english = renewal.describe(), renewal.describe(Language.EN)

        assert "Declaraciones pendientes al 2026-06-01: 3, vencidas: 1" in spanish
        assert "vencido" in spanish
        assert "yearly modification  2026-05-01  2026-05-31  late" in english
        assert "in time" in english
        assert ["modificacion", "inicial", "modificacion"] == [
            row["reason"] for row in renewal.to_records()
        ]
        assert {"late": True, "rule": "LGRA-33-II"}.items() <= renewal.to_records()[0].items()


class TestRefusals:
    """Argumentos imposibles se rechazan con su nombre."""

    @pytest.mark.parametrize(
        "wrong",
        [
            {"on": "2026-01-01"},
            {"took_office": "2026-01-01"},
            {"left_office": 1},
            {"changed": True},
            {"screening": "x"},
            {"filed": []},
            {"filed": {"modificacion": "2026-01-01"}},
            {"filed": {"anual": date(2025, 1, 1)}},
            {"filed": {YEARLY: date(2026, 1, 2)}},
            {"changed": date(2026, 1, 2)},
        ],
    )
    def test_wrong_arguments(self, wrong: dict[str, Any]) -> None:
        """Days that are none, reasons that are none, declarations of the future."""
        with pytest.raises(InvalidValueError):
            renewal_due(RENEWAL_RULES, **{"on": date(2026, 1, 1), **wrong})

    def test_all_days_out_of_order_at_once(self) -> None:
        """Each by its name."""
        future = date(2026, 1, 2)
        with pytest.raises(InvalidValueError) as caught:
            renewal_due(
                RENEWAL_RULES,
                on=date(2026, 1, 1),
                took_office=date(2025, 1, 1),
                left_office=date(2024, 1, 1),
                changed=future,
                filed={YEARLY: future, INITIAL: future},
            )
        assert ["left_office", "changed", "filed[modificacion]", "filed[inicial]"] == [
            fault.path for fault in caught.value.faults
        ]

    def test_rules_of_another_kind(self) -> None:
        """Are refused, and so is a deadline that is not in force."""
        with pytest.raises(InvalidValueError):
            renewal_due(get_deadline("LGRA-33-I"), on=date(2026, 1, 1))  # type: ignore[arg-type]
        late = attrs.evolve(
            RENEWAL_RULES.initial,
            rule=attrs.evolve(RENEWAL_RULES.initial.rule, first_day=date(2026, 1, 2)),
        )
        rules = attrs.evolve(RENEWAL_RULES, initial=late)
        with pytest.raises(NotInForceError):
            renewal_due(rules, on=date(2026, 2, 1), took_office=date(2026, 1, 1))
        with pytest.raises(InvalidValueError):
            RenewalRules(
                initial=RENEWAL_RULES.change,  # type: ignore[arg-type]
                yearly=RENEWAL_RULES.yearly,
                conclusion=RENEWAL_RULES.conclusion,
                change=RENEWAL_RULES.change,
            )


class TestCatalogue:
    """Los plazos que acompañan a la declaración, con sus propias claves."""

    @pytest.mark.parametrize(
        ("code", "days"), [("LGRA-33-omision", 30), ("LGRA-33-I", 60), ("LGRA-33-III", 60)]
    )
    def test_calendar_days(self, code: str, days: int) -> None:
        """Counted from the next day."""
        start = date(2026, 1, 15)
        assert start + timedelta(days=days) == deadline_of(get_deadline(code), start)

    @pytest.mark.parametrize(("code", "days"), [("LGTAIP-134", 30), ("LGTAIP-148", 60)])
    def test_an_extension_is_counted_from_the_end_of_the_deadline(
        self, code: str, days: int
    ) -> None:
        """Both together are one deadline of so many business days."""
        start = date(2026, 1, 15)
        whole = attrs.evolve(get_deadline(code), amount=days)
        first = deadline_of(get_deadline(code), start)

        assert deadline_of(whole, start) == deadline_of(get_deadline(f"{code}-prorroga"), first)

    @pytest.mark.parametrize(
        "code",
        [
            *("LGRA-33-I", "LGRA-33-III", "LGRA-56"),
            *("LGTAIP-132", "LGTAIP-134", "LGTAIP-138", "LGTAIP-144"),
        ],
    )
    def test_the_codes_of_the_known_answers_are_there(self, code: str) -> None:
        """By their names."""
        assert code == get_deadline(code).code
