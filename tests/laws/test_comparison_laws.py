"""Laws of the comparison of two responses of one person."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity.catalog import RELATION_OPTIONS
from imss_integrity.conflicts import (
    Band,
    Comparison,
    Condition,
    InterestChange,
    InterestFate,
    InterestRule,
    Level,
    MonthsBack,
    Operator,
    Question,
    Questionnaire,
    QuestionType,
    Response,
    Role,
    ScreeningPolicy,
    Section,
    YesNo,
    compare_years,
)
from imss_integrity.kernel import (
    ImssIntegrityError,
    InconsistentError,
    InvalidValueError,
    Language,
    MissingDataError,
    Period,
    Text,
)

THEN, NOW = date(2025, 5, 10), date(2026, 5, 10)
NEW, ENDED, CHANGED, UNCHANGED, VANISHED, OPEN = InterestFate


def question(code: str, kind: QuestionType, **fields: Any) -> Question:
    """Give a question."""
    return Question(code=code, text=Text(code), type=kind, **fields)


DETAILS = (
    question("E.org", QuestionType.TEXT, role=Role.ORGANISATION),
    question("E.par", QuestionType.KINSHIP, role=Role.KINSHIP, options=RELATION_OPTIONS),
    question("E.uni", QuestionType.TEXT, role=Role.UNIT),
    question("E.ini", QuestionType.DATE, role=Role.STARTED, most=MonthsBack(0)),
    question("E.fin", QuestionType.DATE, role=Role.ENDED, not_before="E.ini"),
    question("E.val", QuestionType.MONEY, role=Role.VALUE),
)
DECLARED = (Condition("E", Operator.EQUAL, YesNo.YES),)
ASKED = Questionnaire(
    code="breve",
    version="1",
    title=Text("Breve"),
    sections=(
        Section(
            code="A",
            title=Text("A"),
            questions=(
                question("E", QuestionType.YES_NO),
                question("E.d", QuestionType.GROUP, repeats=True, when=DECLARED, questions=DETAILS),
                question("U", QuestionType.YES_NO),
                question(
                    "U.d",
                    QuestionType.GROUP,
                    questions=(question("U.fin", QuestionType.DATE, role=Role.ENDED),),
                ),
                question("T", QuestionType.TEXT),
                question("O", QuestionType.TEXT),
            ),
        ),
    ),
    policy=ScreeningPolicy(
        interests=(
            InterestRule(question="E", category="e", base=5, details="E.d"),
            InterestRule(question="U", category="u", base=5, details="U.d"),
            InterestRule(question="T", category="t", base=5),
        ),
        bands=(Band(level=Level.MINIMAL, low=Fraction(0), high=Fraction(100)),),
    ),
)


def response(answers: dict[str, Any]) -> Response:
    """Answer it."""
    return Response.from_answers(ASKED, answers)


def row(org: str, **fields: Any) -> dict[str, Any]:
    """Give one instance of the details."""
    return {"E.org": org, **{f"E.{code}": value for code, value in fields.items()}}


def having(*rows: dict[str, Any]) -> Response:
    """Declare interests."""
    return response({"E": "si", "E.d": list(rows)})


def compared(before: Response, after: Response, *, attested: bool = False) -> Comparison:
    """Compare the two years."""
    return compare_years(before, after, before_on=THEN, on=NOW, attested=attested)


def fates(before: Response, after: Response) -> list[tuple[Any, ...]]:
    """Give what became of each interest, with its instances."""
    return [(one.fate, one.before, one.after) for one in compared(before, after).interests]


NO, UNKNOWN, EMPTY = response({"E": "no"}), response({"E": "no_se"}), response({})
SMALL = st.builds(
    row,
    st.sampled_from(["Alfa", "alfa", "Beta"]),
    par=st.sampled_from(["HER", "PRI", None]),
    fin=st.sampled_from([None, date(2025, 1, 1), date(2026, 1, 1), date(2027, 1, 1)]),
    val=st.sampled_from([None, "1", "2"]),
)
ROWS = st.lists(SMALL, max_size=5)


class TestFates:
    """Nuevo, terminado, modificado, sin cambio, desaparecido, pendiente."""

    def test_new(self) -> None:
        """Declared now, with a plain no before."""
        assert [(NEW, None, 0), (NEW, None, 1)] == fates(NO, having(row("a"), row("b")))

    def test_unchanged(self) -> None:
        """Alike in every field; the name whatever its capitals."""
        assert [(UNCHANGED, 0, 0)] == fates(having(row("Ñandú SA")), having(row("ñandú sa")))

    def test_changed_names_the_fields(self) -> None:
        """By code, in the order of the document, never by value."""
        before = having(row("a", ini=date(2020, 1, 1), val="5"))
        after = having(row("a", ini=date(2020, 1, 2), val="6"))
        (change,) = compared(before, after).interests

        assert (CHANGED, ("E.ini", "E.val")) == (change.fate, change.fields)

    @pytest.mark.parametrize(
        ("end", "fate"),
        [
            (THEN - timedelta(days=1), ENDED),  # only now it says that it was over before
            (NOW - timedelta(days=1), ENDED),
            (NOW, CHANGED),  # on its last day it is still current
        ],
    )
    def test_ended_where_an_end_day_is_stated_now(self, end: date, fate: InterestFate) -> None:
        """And has passed on the day of the later response."""
        (change,) = compared(having(row("a")), having(row("a", fin=end))).interests

        assert (fate, ("E.fin",)) == (change.fate, change.fields)

    @pytest.mark.parametrize(
        ("end", "fate"),
        [
            (THEN - timedelta(days=1), UNCHANGED),  # over already, and still looked back upon
            (THEN, ENDED),
            (NOW - timedelta(days=1), ENDED),
            (NOW, UNCHANGED),
        ],
    )
    def test_ended_where_an_end_that_was_announced_has_passed(
        self, end: date, fate: InterestFate
    ) -> None:
        """In between, without a change of any answer."""
        same = having(row("a", fin=end))

        assert [(fate, 0, 0)] == fates(same, same)

    @pytest.mark.parametrize(
        ("end", "fate"), [(NOW - timedelta(days=1), ENDED), (NOW, VANISHED), (None, VANISHED)]
    )
    def test_a_plain_no_does_not_end_an_interest(
        self, end: date | None, fate: InterestFate
    ) -> None:
        """Only an end that was announced does; else it is gone without a word."""
        before = having(row("a", fin=end))

        assert [(fate, 0, None)] == fates(before, NO)
        assert [(fate, 0, None), (NEW, None, 0)] == fates(before, having(row("otra")))

    @pytest.mark.parametrize("silent", [UNKNOWN, EMPTY])
    def test_who_does_not_answer_says_neither_no_nor_yes(self, silent: Response) -> None:
        """Absence is never no: the interest is open, on either side."""
        assert [(OPEN, 0, None)] == fates(having(row("a")), silent)
        assert [(OPEN, None, 0)] == fates(silent, having(row("a")))
        assert [] == fates(silent, silent) == fates(silent, NO) == fates(NO, silent)

    def test_a_yes_without_details_tells_too_little(self) -> None:
        """Unless the other year tells enough by itself."""
        bare = having()

        assert [(OPEN, None, None)] == fates(bare, bare)
        assert [(OPEN, 0, None), (OPEN, None, None)] == fates(having(row("a")), bare)
        assert [(OPEN, None, None), (OPEN, None, 0)] == fates(bare, having(row("a")))
        assert [(NEW, None, None)] == fates(NO, bare)
        assert [(VANISHED, None, None)] == fates(bare, NO)

    def test_groups_that_do_not_repeat_and_questions_without_details(self) -> None:
        """One interest each, without an instance."""
        one = response({"U": "si", "T": "algo"})
        other = response({"U": "si", "U.fin": date(2026, 1, 1), "T": "otra cosa"})

        assert [(UNCHANGED, None, None)] * 2 == fates(one, one)
        assert [(ENDED, None, None), (UNCHANGED, None, None)] == fates(one, other)
        assert [(OPEN, None, None)] * 2 == fates(one, EMPTY)

    def test_only_effective_answers_count(self) -> None:
        """Details under a question that says no are no interest."""
        assert [] == fates(response({"E": "no", "E.d": [row("a")]}), NO)


class TestMatching:
    """Un interés es el mismo por reactivo, organización, parentesco y unidad."""

    @pytest.mark.parametrize("other", [row("b"), row("a", par="HER"), row("a", uni="OOAD 1")])
    def test_another_identity_is_another_interest(self, other: dict[str, Any]) -> None:
        """Each of the three tells it apart."""
        assert [(VANISHED, 0, None), (NEW, None, 0)] == fates(having(row("a")), having(other))

    def test_relations_are_codes_not_names(self) -> None:
        """A kinship keeps its capitals."""
        both = having(row("a", par="HER"))
        assert [(UNCHANGED, 0, 0)] == fates(both, both)

    def test_two_equal_ones_are_two(self) -> None:
        """As a multiset: what is declared twice and then once vanished once."""
        once, twice = having(row("a")), having(row("a"), row("a"))

        assert Counter([UNCHANGED, VANISHED]) == Counter(one[0] for one in fates(twice, once))
        assert Counter([UNCHANGED, NEW]) == Counter(one[0] for one in fates(once, twice))
        assert [UNCHANGED, UNCHANGED] == [one[0] for one in fates(twice, twice)]

    def test_what_is_alike_belongs_together_first(self) -> None:
        """Of two with one organisation, only the one that changed has changed."""
        before = having(row("a", val="1"), row("a", val="2"))
        after = having(row("a", val="3"), row("a", val="1"))

        assert [(UNCHANGED, 0, 1), (CHANGED, 1, 0)] == fates(before, after)
        raised = having(row("a", val="2"), row("a", val="3"))
        assert [(CHANGED, 0, 1), (UNCHANGED, 1, 0)] == fates(before, raised)

    def test_of_several_that_changed_the_content_decides_not_the_place(self) -> None:
        """Each keeps its partner when the later instances are exchanged."""
        one, two, three = (date(2020, 1, day) for day in (1, 2, 3))
        before = having(row("a", ini=one, val="1"), row("a", ini=two, val="2"))
        rows = [row("a", ini=one, val="3"), row("a", ini=three, val="2")]
        for after in (having(*rows), having(*reversed(rows))):
            found = compared(before, after).interests
            assert [("E.val",), ("E.ini",)] == [change.fields for change in found]

    @given(before=ROWS, after=ROWS, data=st.data())
    def test_the_order_of_instances_does_not_matter(
        self, before: list[Any], after: list[Any], data: st.DataObject
    ) -> None:
        """The same fates with the same fields, whatever the order."""
        mixed = data.draw(st.permutations(before)), data.draw(st.permutations(after))

        def shapes(one: list[Any], other: list[Any]) -> Counter[Any]:
            found = compared(having(*one), having(*other)).interests
            return Counter((change.fate, change.fields) for change in found)

        assert shapes(before, after) == shapes(*mixed)

    @given(before=ROWS, after=ROWS)
    def test_every_instance_appears_once(self, before: list[Any], after: list[Any]) -> None:
        """Nothing is lost, nothing is counted twice, and the rows are named in order."""
        found = compared(having(*before), having(*after)).interests
        then = [one.before for one in found if one.before is not None]
        now = [one.after for one in found if one.after is not None]

        assert list(range(len(before))) == sorted(then)
        assert list(range(len(after))) == sorted(now)

    @given(before=ROWS, after=ROWS)
    def test_nothing_is_matched_beyond_its_identity(
        self, before: list[Any], after: list[Any]
    ) -> None:
        """Naively: so many pairs of one identity as the rarer side has."""

        def keys(rows: list[Any]) -> Counter[Any]:
            return Counter((one["E.org"].casefold(), one.get("E.par")) for one in rows)

        found = compared(having(*before), having(*after)).interests
        pairs = [one for one in found if None not in (one.before, one.after)]
        assert (keys(before) & keys(after)).total() == len(pairs)
        for one in pairs:
            assert one.before is not None
            assert one.after is not None
            mine, other = before[one.before], after[one.after]
            assert keys([mine]) == keys([other])
            differ = [code for code in ("E.fin", "E.val") if mine[code] != other[code]]
            assert differ == list(one.fields)

    @given(rows=ROWS)
    def test_the_same_answers_on_the_same_day_change_nothing(self, rows: list[Any]) -> None:
        """Reflexive."""
        same = having(*rows)
        found = compare_years(same, same, before_on=NOW, on=NOW)

        assert {one.fate for one in found.interests} <= {UNCHANGED, OPEN}
        assert found.identical


class TestAttestation:
    """«Sin cambios» declarado no es lo mismo que copiado."""

    @pytest.mark.parametrize("attested", [True, False])
    @given(before=ROWS, after=ROWS)
    def test_exactly_one_of_four(
        self, *, attested: bool, before: list[Any], after: list[Any]
    ) -> None:
        """Confirmed, copied, contradicted, or simply changed."""
        found = compared(having(*before), having(*after), attested=attested)
        is_same = having(*before) == having(*after)

        assert is_same is found.identical
        assert (found.confirmed, found.copied, found.contradicted) == (
            attested and is_same,
            not attested and is_same,
            attested and not is_same,
        )

    def test_an_answer_that_is_no_interest_counts_too(self) -> None:
        """Who states that nothing changed states it of every answer that counts."""
        assert not compared(response({"O": "a"}), response({"O": "b"})).identical
        hidden = response({"E": "no", "E.d": [row("a")]})
        assert compared(hidden, NO).identical


class TestRefusals:
    """Otra versión, días en desorden o un cuestionario sin política se rechazan."""

    def test_another_version(self) -> None:
        """With both versions and the way out."""
        other = Response.from_answers(attrs.evolve(ASKED, version="2"), {})
        with pytest.raises(InconsistentError, match=r"breve 2: got breve 1; .*migrate_answers"):
            compared(EMPTY, other)

    def test_days_in_disorder(self) -> None:
        """The same day is allowed, an earlier one is not."""
        assert compare_years(NO, NO, before_on=NOW, on=NOW).copied
        with pytest.raises(InconsistentError, match="must not precede"):
            compare_years(NO, NO, before_on=NOW, on=NOW - timedelta(days=1))

    def test_no_policy(self) -> None:
        """Nothing says then what an interest is."""
        bare = Response.from_answers(attrs.evolve(ASKED, policy=None), {})
        with pytest.raises(MissingDataError):
            compared(bare, bare)

    def test_each_response_is_read_on_its_own_day(self) -> None:
        """A day in the future of its own response is refused; in that of the other it is not."""
        late = having(row("a", ini=NOW))
        assert [(NEW, None, 0)] == fates(NO, late)
        with pytest.raises(InvalidValueError):
            compared(late, NO)
        period = Period(start=NOW, end=NOW)
        short = Response.from_answers(attrs.evolve(ASKED, period=period), {})
        with pytest.raises(ImssIntegrityError):
            compared(short, short)

    @pytest.mark.parametrize(
        "wrong",
        [{"before": 1}, {"after": None}, {"before_on": "x"}, {"on": 1}, {"attested": "si"}],
    )
    def test_wrong_kinds(self, wrong: dict[str, Any]) -> None:
        """By the library's own error."""
        arguments: dict[str, Any] = {"before": NO, "after": NO, "before_on": THEN, "on": NOW}
        arguments |= wrong
        with pytest.raises(InvalidValueError):
            compare_years(arguments.pop("before"), arguments.pop("after"), **arguments)
        with pytest.raises(InvalidValueError):
            compared(NO, NO).of("nuevo")  # type: ignore[arg-type]


class TestWhatIsShown:
    """La comparación nombra reactivos, filas y campos; nunca respuestas."""

    def test_no_answer_shows(self) -> None:
        """In no language and no form."""
        before = having(row("Persona Inventada", val="123456"), row("b"))
        found = compared(before, having(row("Persona Inventada", val="98765")))
        everything = (
            repr(found),
            found.describe(),
            found.describe(Language.EN),
            found._repr_html_(),
            str(found.to_records()),
        )
        for text in everything:
            for value in ("Persona", "persona", "123456", "98765", "Decimal"):
                assert value not in text

    @pytest.mark.parametrize(
        ("attested", "after", "spanish", "english"),
        [
            (True, NO, "sin cambios, atestiguado", "no change, attested"),
            (False, NO, "copiada: iguales, sin atestiguar", "copied: alike, not attested"),
            (True, having(row("a")), "atestigua no tener cambios y los hay", "attested, yet"),
            (False, having(row("a")), "con cambios", "responses: changed"),
        ],
    )
    def test_the_title_says_which_of_the_four(
        self, *, attested: bool, after: Response, spanish: str, english: str
    ) -> None:
        """In both languages."""
        found = compared(NO, after, attested=attested)

        assert spanish in found.describe()
        assert english in found.describe(Language.EN)

    def test_rows_and_selection(self) -> None:
        """One record each, and those of one fate."""
        found = compared(having(row("a"), row("b", val="1")), having(row("b", val="2")))

        assert [
            {"question": "E", "before": 1, "after": 0, "fate": "modificado", "fields": "E.val"},
            {"question": "E", "before": 0, "after": None, "fate": "desaparecido", "fields": ""},
        ] == found.to_records()
        assert (InterestChange(question="E", fate=VANISHED, before=0),) == found.of(VANISHED)
        assert "silently vanished" in found.describe(Language.EN)
        assert Decimal(1) == having(row("b", val="1")).answer("E.val", row=0).values[0]
