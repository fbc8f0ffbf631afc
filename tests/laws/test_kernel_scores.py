"""Laws of scores: parts add up exactly, and still add up once they are shown."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from html import escape

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imss_integrity.kernel import (
    Aggregation,
    InconsistentError,
    InvalidValueError,
    Language,
    Part,
    Score,
    Status,
    Text,
    round_exact,
)
from imss_integrity.strategies import exact_numbers, scores, statuses

# A score is slow to draw, and holds many parts.
FEWER = settings(max_examples=max(10, settings().max_examples // 4))
LANGUAGES = pytest.mark.parametrize("language", Language)


def part(value: Fraction | int, *parts: Part, code: str = "C1") -> Part:
    """Give a part of which only the value matters."""
    return Part(code=code, name=Text("x"), value=Fraction(value), out_of=Fraction(100), parts=parts)


def score(value: Fraction | int, *parts: Part) -> Score:
    """Give a score of 100 points."""
    return Score(
        subject="u",
        definition="m",
        value=Fraction(value),
        out_of=Fraction(100),
        parts=parts,
        method=Aggregation.MINIMUM,
        lowest=Fraction(value),
        highest=Fraction(value),
        status=Status.OWN,
    )


def shown_levels(total: Score, language: Language) -> list[tuple[Decimal, list[Decimal]]]:
    """Give, from the rows as shown, each shown value with those of the parts below it."""
    shown = round_exact(total.value, 2)
    levels: list[tuple[Decimal, list[Decimal]]] = [(shown, [])]
    open_levels = [(-1, 0)]  # depth of the row that a level belongs to, place in `levels`
    for code, _, value, *_ in total._table(language).rows:
        depth = (len(code) - len(code.lstrip(" "))) // 2
        while open_levels[-1][0] >= depth:
            open_levels.pop()
        number = Decimal(value.replace(" ", ""))
        levels[open_levels[-1][1]][1].append(number)
        open_levels.append((depth, len(levels)))
        levels.append((number, []))
    return levels


def plain_lines(total: Score, language: Language) -> list[str]:
    """Give the explanation line by line, with single spaces."""
    return [" ".join(line.split()) for line in total.describe(language).splitlines()]


class TestParts:
    """An explanation leaves nothing unexplained."""

    @FEWER
    @given(total=scores())
    def test_parts_and_leaves_add_up(self, total: Score) -> None:
        """At every level, exactly."""
        pending = list(total.parts)
        assert total.value == sum((one.value for one in total.parts), Fraction())
        assert total.value == sum((leaf.value for leaf in total.leaves()), Fraction())
        while pending:
            one = pending.pop()
            assert not one.parts or one.value == sum((p.value for p in one.parts), Fraction())
            pending.extend(one.parts)

    @FEWER
    @given(total=scores(), away=exact_numbers(-(10**9), 10**9).filter(bool), data=st.data())
    def test_a_part_that_is_off_is_refused(
        self, total: Score, away: Fraction, data: st.DataObject
    ) -> None:
        """However small the difference, at the top and inside."""
        place = data.draw(st.integers(0, len(total.parts) - 1))
        chosen = total.parts[place]
        moved = attrs.evolve(chosen, value=chosen.value + away, parts=())
        parts = (*total.parts[:place], moved, *total.parts[place + 1 :])

        with pytest.raises(InconsistentError, match="must add up to"):
            attrs.evolve(total, parts=parts)
        with pytest.raises(InconsistentError, match="must add up to"):
            attrs.evolve(chosen, value=chosen.value + away, parts=(chosen,))

    @pytest.mark.parametrize("parts", [[], None, 0, "", {}, [part(0)], ("x",), (None,)])
    def test_parts_are_a_tuple_of_parts(self, parts: tuple[Part, ...]) -> None:
        """Neither a list nor anything that merely is empty."""
        with pytest.raises(InvalidValueError, match="must be"):
            attrs.evolve(part(0), parts=parts)
        with pytest.raises(InvalidValueError, match="must be"):
            attrs.evolve(score(0), parts=parts)

    def test_numbers_of_thousands_of_digits_make_no_foreign_error(self) -> None:
        """A sum that cannot even be written is refused like any other."""
        with pytest.raises(InconsistentError, match="add up to a number of more than 24"):
            part(0, part(Fraction(1, 10**5000)))


class TestRange:
    """A total lies from 0 to the most points there are."""

    @pytest.mark.parametrize(
        ("lowest", "highest", "value"), [(2, 1, 2), (0, 101, 0), (0, 100, 101), (101, 101, 0)]
    )
    def test_values_out_of_order_are_refused(self, lowest: int, highest: int, value: int) -> None:
        """The reachable range is a range, inside the scale."""
        with pytest.raises(InconsistentError, match="must be in order"):
            attrs.evolve(
                score(0),
                parts=(part(value),),
                value=Fraction(value),
                lowest=Fraction(lowest),
                highest=Fraction(highest),
            )

    def test_a_score_out_of_nothing_is_refused(self) -> None:
        """Without points there is no share."""
        with pytest.raises(InvalidValueError, match="'out_of' must be above 0"):
            attrs.evolve(score(0), out_of=Fraction(0), highest=Fraction(0))

    @FEWER
    @given(total=scores())
    def test_the_share_is_the_value_of_one_point(self, total: Score) -> None:
        """It lies from 0 to 1 and gives the value back."""
        assert 0 <= total.share <= 1
        assert total.value == total.share * total.out_of


class TestShown:
    """Rounding happens once, and the shown parts add up to the shown total."""

    @LANGUAGES
    @FEWER
    @given(total=scores())
    def test_shown_parts_add_up_at_every_level(self, language: Language, total: Score) -> None:
        """What a reader adds up on paper is right, in both languages."""
        for value, parts in shown_levels(total, language):
            assert not parts or value == sum(parts)

    @LANGUAGES
    @FEWER
    @given(total=scores())
    def test_every_part_has_its_row(self, language: Language, total: Score) -> None:
        """Code, name and note of each part are shown, in order."""
        pending, expected = list(total.parts), []
        while pending:
            one = pending.pop(0)
            note = "" if one.note is None else one.note.to(language)
            expected.append((one.code, one.name.to(language), note))
            pending[:0] = one.parts
        rows = total._table(language).rows

        assert expected == [(row[0].strip(), row[1], row[-1]) for row in rows]

    @LANGUAGES
    @FEWER
    @given(total=scores(), status=statuses())
    def test_the_status_is_always_said(
        self, language: Language, total: Score, status: Status
    ) -> None:
        """In the text and in the notebook, with every source."""
        total = attrs.evolve(total, status=status)
        word = {Language.ES: "Estatus", Language.EN: "Status"}[language]
        lines = total.describe(language).splitlines()

        assert f"{word}: {status.label.to(language)}" in lines
        for source in total.sources:
            assert source.citation(language) in lines[-1]
        assert f"Estatus: {status.label.es}" in total._repr_html_()

    @FEWER
    @given(total=scores())
    def test_a_notebook_shows_every_text_escaped(self, total: Score) -> None:
        """No name opens a tag or closes an attribute."""
        html = total._repr_html_()

        assert escape(total.sentence()) in html
        for leaf in total.leaves():
            assert f"<td>{escape(leaf.name.es)}</td>" in html

    def test_both_languages_read_well(self) -> None:
        """The whole explanation of a small score, as a reader sees it, but for alignment."""
        total = attrs.evolve(
            score(0),
            parts=(
                part(Fraction(200, 3), part(Fraction(100, 3), code="a"),
                     part(Fraction(100, 3), code="b")),
                part(Fraction(-5, 1), code="gate"),
            ),
            value=Fraction(185, 3),
            lowest=Fraction(185, 3),
            highest=Fraction(95),
            missing=("c", "d"),
        )  # fmt: skip

        assert str(total) == "61.67 de 100 puntos"
        assert plain_lines(total, Language.ES) == [
            "u: 61.67 de 100 puntos",
            "Marco: m; método: mínimo",
            "Sin calificar: c, d; aún puede quedar entre 61.67 y 95 puntos",
            "clave nombre puntos de % nota",
            "C1 x 66.67 100",
            "a x 33.34 100",
            "b x 33.33 100",
            "gate x -5 100",
            "Estatus: propio, no oficial",
        ]
        assert plain_lines(total, Language.EN)[:4] == [
            "u: 61.67 out of 100 points",
            "Framework: m; method: minimum",
            "Not rated: c, d; it can still end from 61.67 to 95 points",
            "code name points of % note",
        ]

    @pytest.mark.parametrize("language", ["fr", "EN", None, 1])
    def test_other_languages_are_refused(self, language: Language) -> None:
        """The message lists the two."""
        with pytest.raises(InvalidValueError, match="'language' must be one of es, en"):
            score(0).describe(language)


class TestRecords:
    """A table of leaves, for a data frame."""

    @FEWER
    @given(total=scores())
    def test_exact_records_add_up(self, total: Score) -> None:
        """One row a leaf, all with the same keys; exact numbers stay exact."""
        rows = total.to_records(exact=True)
        values = [row["value"] for row in rows]

        assert [leaf.value for leaf in total.leaves()] == values
        assert {Fraction} >= {type(value) for value in values}
        assert len({tuple(row) for row in rows}) <= 1

    @FEWER
    @given(total=scores())
    def test_plain_records_hold_floats(self, total: Score) -> None:
        """Each is the float nearest to the exact number."""
        plain, exact = total.to_records(), total.to_records(exact=True)

        for row, exact_row in zip(plain, exact, strict=True):
            for key, value in exact_row.items():
                expected = float(value) if isinstance(value, Fraction) else row[key]
                assert expected == row[key]
                assert not isinstance(row[key], Fraction)
