"""Reports: every text escaped, no cell that a spreadsheet would run."""

from __future__ import annotations

from fractions import Fraction
from html.parser import HTMLParser

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity.kernel import (
    Language,
    PublishedFigure,
    Relation,
    Report,
    Source,
    Status,
    Table,
    Text,
)
from imss_integrity.strategies import names, published_figures, sources

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror='alert(1)'>",
    '" onmouseover="x',
    "</td><td>",
    "&lt;b&gt;",
    "<!--",
    "'; --",
)
FULL_WIDTH = ("\uff1d1", "\uff0b1", "\uff0d1", "\uff201")
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", *FULL_WIDTH)
OWN_TAGS = {"div", "p", "strong", "small", "table", "thead", "tbody", "tr", "th", "td"}


@attrs.frozen(kw_only=True)
class Sheet(Report):
    """A report of one cell."""

    cell: object
    status: Status = Status.OWN
    sources: tuple[Source, ...] = ()

    def _table(self, language: Language) -> Table:
        cells = (str(self.cell), language.value)
        return Table(title=cells[0], lines=cells, header=cells, rows=(cells,), notes=cells)

    def _records(self) -> list[dict[str, object]]:
        return [{"cell": self.cell}]


class Reader(HTMLParser):
    """Reads HTML back: its tags, its attributes and its texts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[object] = []
        self.texts: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag and its attributes."""
        self.tags.append(tag)
        self.attributes.extend(attrs)

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        """Note a comment as if it were a tag: there must be none."""
        self.tags.append(f"!--{data}")


@given(text=st.sampled_from(HOSTILE) | names(), source=sources())
def test_no_text_leaves_its_cell_in_a_notebook(text: str, source: Source) -> None:
    """The tags are the library's own, without attributes; every text reads back unchanged."""
    hostile = attrs.evolve(source, title=Text(text))
    html = Reader(Sheet(cell=text, sources=(hostile,))._repr_html_())

    assert set(html.tags) <= OWN_TAGS
    assert [] == html.attributes
    assert html.texts.count(text) == 5
    assert f"Fuentes: {hostile.citation()}" in html.texts


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_runs_as_a_formula(formula: str) -> None:
    """An apostrophe stands before it, exact or not."""
    assert Sheet(cell=formula).to_records() == [{"cell": f"'{formula}"}]
    assert Sheet(cell=formula).to_records(exact=True) == [{"cell": f"'{formula}"}]


@given(text=names())
def test_other_texts_are_left_alone(text: str) -> None:
    """Only what begins like a formula is changed, and only by the apostrophe."""
    (row,) = Sheet(cell=text).to_records()
    triggers = {formula[0] for formula in FORMULAS}

    assert row["cell"] == (f"'{text}" if text[0] in triggers else text)


@given(figure=published_figures())
def test_numbers_are_no_formulas(figure: PublishedFigure) -> None:
    """A number stays a number; exact ones stay exact on request."""
    (plain,), (exact,) = figure.to_records(), figure.to_records(exact=True)

    assert (figure.value, type(figure.value)) == (exact["value"], type(exact["value"]))
    assert float(figure.value) == plain["value"]
    assert isinstance(plain["value"], float) == isinstance(figure.value, Fraction)
    assert {key for key in plain if plain[key] != exact[key]} <= {"value"}


@pytest.mark.parametrize("negative", [-1, Fraction(-1, 2), -0.5])
def test_negative_numbers_are_no_formulas(negative: object) -> None:
    """Only texts are changed."""
    assert Sheet(cell=negative).to_records(exact=True) == [{"cell": negative}]


@given(figure=published_figures())
def test_status_and_sources_stand_below_in_both_languages(figure: PublishedFigure) -> None:
    """In the order given, with the note above them."""
    for language, status, cited in (
        (Language.ES, "Estatus", "Fuentes"),
        (Language.EN, "Status", "Sources"),
    ):
        lines = figure.describe(language).splitlines()
        citations = "; ".join(source.citation(language) for source in figure.sources)

        assert [figure.sentence(language)] == lines[:1]
        assert [
            f"{status}: {figure.status.label.to(language)}",
            f"{cited}: {citations}",
        ] == lines[-2:]
        assert (figure.note is None) == (len(lines) == 3)


def test_without_sources_there_is_no_empty_line() -> None:
    """The status stands alone."""
    assert Sheet(cell=1).describe().splitlines()[-1] == "Estatus: propio, no oficial"


def test_columns_are_aligned() -> None:
    """Numbers stand to the right, texts to the left."""
    table = Table(title="t", header=("clave", "puntos"), rows=(("a", "1.5"), ("bb", "10 000")))

    assert table.as_text() == "t\n  clave  puntos\n  a         1.5\n  bb     10 000"


def test_a_table_needs_no_columns() -> None:
    """A title and sentences are enough; then there is no HTML table."""
    table = Table(title="t", lines=("l",), notes=("n",))

    assert table.as_text() == "t\nl\nn"
    assert Reader(table.as_html()).tags == ["div", "p", "strong", "p", "p", "small"]


def test_a_relation_that_says_nothing_adds_nothing() -> None:
    """An exact figure is its number."""
    assert str(Relation.EXACTLY.label) == ""
