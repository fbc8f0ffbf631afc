"""Suppression and its audit: published examples, refusals, and what is shown of both."""

from __future__ import annotations

import copy
import json
import pickle
import traceback
from collections.abc import Callable, Sequence
from typing import Any

import attrs
import numpy as np
import pytest

from imss_integrity.kernel import ImssIntegrityError, InconsistentError, InvalidValueError, Language
from imss_integrity.privacy import (
    NotPublishableError,
    PublishedTotals,
    SuppressedTable,
    SuppressionAudit,
    audit_suppression,
    suppress,
)

# Children by county and education, FCSM Statistical Policy Working Paper 22; small: below 5.
COUNTIES = [[15, 1, 3, 1], [20, 10, 10, 15], [3, 10, 10, 2], [12, 14, 7, 2]]
PLANTED = 7_654_321  # a count that must not surface
LOOSE: dict[str, Callable[..., Any]] = {"audit": audit_suppression, "suppress": suppress}
NAMES = ["no", "sí"]


def channels(error: BaseException) -> str:
    """Give all that an error tells."""
    assert isinstance(error, ImssIntegrityError)
    told = [str(error), repr(error), error.text.es, *traceback.format_exception(error)]
    return "\n".join([*told, json.dumps(error.to_record(), ensure_ascii=False)])


class TestAudit:
    """Known answers, beyond those of the vectors."""

    def test_two_hidden_cells_in_every_line_are_not_enough(self) -> None:
        """The published table of 4 x 4 with nine hidden cells still tells one of them."""
        nine = [(0, 1), (0, 2), (0, 3), (1, 1), (1, 2), (2, 0), (2, 3), (3, 0), (3, 3)]
        audit = audit_suppression(COUNTIES, nine)

        assert ((0, 3),) == audit.exposed
        assert (1, 1) == audit.intervals[2]
        assert not audit.is_safe

    def test_all_but_one_with_the_total_reveals_the_one(self) -> None:
        """61 of 62 lines met tells of the one that was not, unless both counts are hidden."""
        assert ((0, 1),) == audit_suppression([[61, 1]], [(0, 1)], totals="renglones").exposed
        assert ((None, None),) == suppress([[61, 1]], totals="renglones").cells

    def test_a_list_with_its_total_is_one_row(self) -> None:
        """With the totals of its columns it would tell itself."""
        cells = [(0, 0), (0, 1)]
        assert ((0, 42), (0, 42)) == audit_suppression(
            [[2, 40]], cells, totals="renglones"
        ).intervals
        assert tuple(cells) == audit_suppression([[2, 40]], cells).exposed

    def test_large_tables_are_audited(self) -> None:
        """35 x 12 with all cells hidden: what the totals allow."""
        table = [[(7 * i + 3 * j) % 29 for j in range(12)] for i in range(35)]
        cells = [(i, j) for i in range(35) for j in range(12)]
        low, high = audit_suppression(table, cells).intervals[0]
        assert (0, min(sum(table[0]), sum(row[0] for row in table))) == (low, high)

    def test_cells_come_in_any_collection(self) -> None:
        """Sets, arrays and generators; the answer is in order."""
        cells = [(1, 1), (0, 0)]
        expected = audit_suppression(COUNTIES, cells)

        assert ((0, 0), (1, 1)) == expected.hidden
        assert expected == audit_suppression(COUNTIES, set(cells))
        assert expected == audit_suppression(np.array(COUNTIES), np.array(cells))
        assert expected == LOOSE["audit"](iter(COUNTIES), (list(cell) for cell in cells))

    def test_the_exposed_count_is_not_shown(self) -> None:
        """Only the attribute of the interval holds it."""
        table = [[PLANTED, 5, 6], [5, 50, 60]]
        audit = audit_suppression(table, [(0, 0), (1, 1), (1, 2)])
        told = repr(audit) + audit.describe() + audit.describe(Language.EN) + audit._repr_html_()

        assert (PLANTED, PLANTED) in audit.intervals
        assert str(PLANTED) not in told + repr(audit.to_records())
        assert {"row": 0, "column": 0, "exposed": True, "low": None, "high": None} == (
            audit.to_records()[0]
        )

    def test_both_languages_say_how_many(self) -> None:
        """An interval is shown where it is one."""
        audit = audit_suppression([[1, 1, 2], [1, 1, 2]], [(0, 0), (0, 1), (1, 0), (1, 1)])
        assert "0 de 4 celdas reservadas se recalculan" in audit.describe()
        assert "0 of 4 hidden cells can be recomputed" in audit.describe(Language.EN)
        assert {"row": 0, "column": 0, "exposed": False, "low": 0, "high": 2} == (
            audit.to_records()[0]
        )
        assert audit.is_safe

    @pytest.mark.parametrize(
        ("change", "path", "code"),
        [
            ({"intervals": ((0, 1),)}, "intervals", "length"),
            ({"intervals": ((0, 1), (2, 1))}, "intervals[1]", "order"),
            ({"intervals": ((0, 1), (2, 2.0))}, "intervals[1][1]", "type"),
            ({"hidden": ((0, 1), (0,))}, "hidden[1]", "limit"),
            ({"hidden": ((0, 1), (0, -1))}, "hidden[1][1]", "range"),
            ({"hidden": [(0, 1), (0, 2)]}, "hidden", "type"),
            ({"status": "propio"}, "status", "choice"),
            ({"sources": ("x",)}, "sources[0]", "type"),
        ],
    )
    def test_an_audit_is_a_sound_value(self, change: Any, path: str, code: str) -> None:
        """One interval for each cell, its ends in order."""
        audit = audit_suppression([[1, 9], [9, 9]], [(0, 0), (0, 1)])
        with pytest.raises(ImssIntegrityError) as caught:
            attrs.evolve(audit, **change)
        assert [(path, code)] == [(fault.path, fault.code) for fault in caught.value.faults]


class TestSuppression:
    """What is hidden, what is refused, and how the table looks."""

    def test_the_published_example_is_protected(self) -> None:
        """All small counts and no more than four others."""
        made = suppress(COUNTIES, threshold=5)
        small = {(0, 1), (0, 2), (0, 3), (2, 0), (2, 3), (3, 3)}

        assert small < set(made.hidden)
        assert len(made.hidden) <= len(small) + 4
        assert audit_suppression(COUNTIES, made.hidden).is_safe

    def test_a_small_cell_gets_a_complementary_one(self) -> None:
        """Colima, si 2, no 40 (entry B281 of the bad inputs): both are hidden."""
        made = suppress([[2, 40]], totals=PublishedTotals.ROWS, row_names=["Colima"])
        assert ((None, None),) == made.cells
        assert (42,) == made.row_totals

    def test_all_yes_is_told_of_each(self) -> None:
        """Colima, si 6, no 0 (entry B282): too few to publish; of many, the answer is hidden."""
        with pytest.raises(NotPublishableError) as caught:
            suppress([[6, 0]], totals="renglones")
        assert ["table"] == [fault.path for fault in caught.value.faults]
        assert ((None, None),) == suppress([[60, 0]], totals="renglones").cells
        assert ((60, 0),) == suppress([[60, 0]], totals="renglones", hide_unanimous=False).cells

    def test_one_column_tells_no_answer(self) -> None:
        """Where there is nothing to choose from, all are in it by definition."""
        assert ((60,), (20,)) == suppress([[60], [20]]).cells

    @pytest.mark.parametrize(("threshold", "hidden"), [(2, 0), (3, 2), (10, 2)])
    def test_the_threshold_is_the_first_count_shown(self, threshold: int, hidden: int) -> None:
        """2 is shown at 2 and hidden from 3."""
        made = suppress([[2, 40, 0]], totals="renglones", threshold=threshold)
        assert hidden == len(made.hidden)

    def test_zeros_are_shown_unless_they_protect(self) -> None:
        """Fewest cells first, then the smallest counts: a zero hides best."""
        assert ((None, None, 30),) == suppress([[4, 0, 30]], totals="renglones").cells
        assert ((0, 0, 30), (10, 0, 0)) == suppress(
            [[0, 0, 30], [10, 0, 0]], hide_unanimous=False
        ).cells

    def test_a_protection_that_another_makes_needless_is_shown_again(self) -> None:
        """Cell by cell too much is hidden here; the last look finds it."""
        made = suppress([[0, 5, 12], [2, 1, 12], [12, 12, 3]], threshold=4)
        assert ((0, None, None), (None, None, 12), (None, 12, None)) == made.cells

    @pytest.mark.parametrize(
        ("table", "options", "expected"),
        [
            ([[2, 3], [25, 31]], {}, ["rows[0]"]),
            ([[2, 30], [3, 31]], {}, ["columns[0]"]),
            ([[2, 3], [2, 40]], {}, ["rows[0]", "columns[0]"]),
            ([[2, 3], [2, 40]], {"totals": "renglones"}, ["rows[0]"]),
            ([[2, 3], [2, 40]], {"totals": "columnas"}, ["columns[0]"]),
            ([[2, 3], [2, 1]], {}, ["table"]),
            ([[9]], {}, ["table"]),
            ([[2, 40]], {}, ["columns[0]"]),
            ([[2], [40]], {}, ["rows[0]"]),
            ([[0, 40], [0, 50]], {}, ["columns[1]"]),
            ([[0, 40]], {"totals": "columnas"}, ["columns[1]"]),
        ],
    )
    def test_refusals_name_the_lines_to_merge(
        self, table: Any, options: dict[str, Any], expected: list[str]
    ) -> None:
        """A small total, or a column in which everybody is."""
        with pytest.raises(NotPublishableError) as caught:
            suppress(table, **options)
        faults = caught.value.faults

        assert expected == [fault.path for fault in faults]
        assert {"not_publishable"} == {fault.code for fault in faults}
        assert all(fault.text.es != fault.text.en for fault in faults)

    def test_merging_the_lines_makes_it_publishable(self) -> None:
        """What the refusal asks for is enough."""
        assert suppress([[2 + 25, 3 + 31]]).total == 61
        assert suppress([[2 + 30], [3 + 31]], row_names=["A", "B"]).cells == ((32,), (34,))

    @pytest.mark.parametrize("name", ["UMF-900", "Órgano de Colima", "{why}", "ñ" * 200])
    @pytest.mark.parametrize(
        ("table", "line"),
        [
            ([[2, 3], [PLANTED, 31]], ("el renglón", "row")),
            ([[2, 30], [3, PLANTED]], ("la columna", "column")),
            ([[40, 0], [PLANTED, 0]], ("la columna", "column")),
        ],
    )
    def test_the_line_to_merge_is_named(
        self, table: list[list[int]], line: tuple[str, str], name: str
    ) -> None:
        """Names of groups are published anyway; counts are not, and the sentence has an end."""
        with pytest.raises(NotPublishableError) as caught:
            suppress(table, row_names=[name, "resto"], column_names=[name, "otra"])
        (fault,) = caught.value.faults

        assert fault.text.es.startswith(f"{line[0]} '{name}' debe unirse con otr")
        assert fault.text.to(Language.EN).startswith(f"{line[1]} '{name}' must be merged with")
        assert max(map(len, (fault.text.es, str(caught.value)))) < 400
        assert str(PLANTED) not in channels(caught.value)

    def test_hidden_counts_are_nowhere(self) -> None:
        """Neither what was small nor what protects it."""
        table = [[4, PLANTED], [30, PLANTED + 1], [40, 50]]
        made = suppress(table, row_names=["A", "B", "C"], column_names=NAMES)
        told = repr(made) + made.describe() + made.describe(Language.EN) + made._repr_html_()

        assert {(0, 0), (0, 1)} < set(made.hidden)
        assert str(PLANTED) not in told + repr(made.to_records()) + repr(attrs.astuple(made))

    def test_errors_hold_no_count(self) -> None:
        """The counts that made a refusal are not in it."""
        with pytest.raises(NotPublishableError) as caught:
            suppress([[3, 4], [PLANTED, PLANTED]])
        told = channels(caught.value)
        assert str(PLANTED) not in told
        assert "its total is from 1 to 9" in told

    def test_both_totals_are_shown(self) -> None:
        """A grid with stars; the corner holds the grand total."""
        made = suppress([[2, 40, 30], [25, 31, 12]], column_names=["si", "no", "ns"])
        assert made.describe().splitlines()[2:6] == [
            "         si  no  ns  total",
            "  1      *   40  *      72",
            "  2      *   31  *      68",
            "  total  27  71  42    140",
        ]
        assert "4 of 6 cells hidden (*); counts from 1 to 9" in made.describe(Language.EN)
        assert {"row": None, "column": None, "count": 140, "hidden": False} == (
            made.to_records()[-1]
        )

    def test_one_kind_of_totals_is_shown_alone(self) -> None:
        """Without the others, and without a corner; the grand total follows in the records."""
        rows = suppress([[20, 40]], totals="renglones", column_names=NAMES)
        columns = suppress([[20], [40]], totals="columnas", column_names=["n"])

        assert ["     no  sí  total", "  1  20  40     60"] == rows.describe().splitlines()[2:4]
        assert ["  1      20", "  2      40", "  total  60"] == columns.describe().splitlines()[3:6]
        assert (None, (60,)) == (columns.row_totals, columns.column_totals)
        assert 60 == rows.total == columns.total
        assert [20, 40, 60, 60] == [row["count"] for row in rows.to_records()]

    @pytest.mark.parametrize("protocol", range(2, 6))
    def test_copies(self, protocol: int) -> None:
        """Equal, hashable, frozen."""
        for made in (suppress(COUNTIES, threshold=5), audit_suppression(COUNTIES, [(0, 0)])):
            read = pickle.loads(pickle.dumps(made, protocol))  # noqa: S301 - our own
            assert made == read == copy.deepcopy(made)
            assert hash(made) == hash(read)
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                made.sources = ()  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]

    def test_the_refusal_pickles(self) -> None:
        """With its faults."""
        with pytest.raises(NotPublishableError) as caught:
            suppress([[1]])
        read = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own
        assert isinstance(read, NotPublishableError)
        assert caught.value.faults == read.faults


class TestTable:
    """The constructor takes no table that could not be."""

    @pytest.mark.parametrize(
        ("change", "expected"),
        [
            ({"row_names": ("A",)}, ["cells", "row_totals"]),
            ({"row_names": ("A", "A")}, ["row_names"]),
            ({"column_names": ("x", "y", "y")}, ["column_names"]),
            ({"column_names": ("x", "y")}, ["cells[0]", "cells[1]", "column_totals"]),
            ({"column_names": ()}, ["column_names"]),
            ({"column_names": ("x", "y", "z ")}, ["column_names[2]"]),
            ({"cells": ((None, 40, None), (None, 31))}, ["cells[1]"]),
            ({"cells": ((None, 40, None), [None, 31, None])}, ["cells[1]"]),
            ({"cells": ((None, 40, None), (None, 31, -1))}, ["cells[1][2]"]),
            ({"row_totals": None, "column_totals": None}, ["row_totals"]),
            ({"row_totals": (72, 69)}, ["column_totals"]),
            ({"row_totals": (72, 3)}, ["row_totals[1]", "row_totals[1]", "column_totals"]),
            ({"row_totals": (40, 68)}, ["row_totals[0]", "column_totals"]),
            ({"column_totals": (27, 72, 41)}, ["column_totals[1]"]),
            ({"cells": ((None, 40, None), (None, 31, 12))},
             ["row_totals[1]", "column_totals[2]"]),
            ({"cells": ((None, 9, None), (None, 62, None))}, ["cells[0]"]),
            ({"threshold": 1}, ["threshold"]),
            ({"threshold": 41}, ["cells[0]", "cells[1]", "column_totals[0]"]),
            ({"status": None}, ["status"]),
            ({"sources": None}, ["sources"]),
        ],
    )  # fmt: skip
    def test_refusals(self, change: dict[str, Any], expected: list[str]) -> None:
        """Shapes, sums, small counts, and a hidden cell that its line would tell."""
        made = suppress([[2, 40, 30], [25, 31, 12]], column_names=["x", "y", "z"])
        with pytest.raises(ImssIntegrityError) as caught:
            attrs.evolve(made, **change)
        assert expected == [fault.path for fault in caught.value.faults]

    def test_all_but_the_last_total_may_be_zero(self) -> None:
        """Nobody in a line is shown as it is."""
        assert ((0, 0), (20, 30)) == suppress([[0, 0], [20, 30]]).cells
        assert ((0,),) == suppress([[0]]).cells


class TestArguments:
    """The library's own error, by the place, without a count."""

    @pytest.mark.parametrize("verb", LOOSE)
    @pytest.mark.parametrize(
        ("table", "path", "code"),
        [
            (None, "table", "type"), ("12", "table", "type"), ({"A": {"si": 20}}, "table", "type"),
            ({(1, 2)}, "table", "type"), (5, "table", "type"), ([], "table", "empty"),
            ([()], "table", "empty"), ([20, 30], "table[0]", "type"), (["20"], "table[0]", "type"),
            ([[20], [20, 30]], "table[1]", "ragged"), ([[20, -1]], "table[0][1]", "range"),
            ([[20, 1.0]], "table[0][1]", "range"), ([[20, True]], "table[0][1]", "range"),
            ([[20, "30"]], "table[0][1]", "range"), ([[20, None]], "table[0][1]", "range"),
            ([[20, float("nan")]], "table[0][1]", "range"), ([[2**53, 1]], "table", "range"),
        ],
    )  # fmt: skip
    def test_tables(self, verb: str, table: object, path: str, code: str) -> None:
        """What is no table of counts."""
        with pytest.raises(ImssIntegrityError) as caught:
            LOOSE[verb](table, **({"hidden": ()} if verb == "audit" else {}))
        assert [(path, code)] == [(fault.path, fault.code) for fault in caught.value.faults]
        assert caught.value.text.es != caught.value.text.en

    def test_the_largest_total_is_taken(self) -> None:
        """2^53 - 1 in all; one more is refused."""
        assert suppress([[2**53 - 11, 10]]).total == 2**53 - 1
        with pytest.raises(InvalidValueError):
            suppress([[2**53 - 10, 10]])

    def test_all_bad_counts_are_named_and_none_is_shown(self) -> None:
        """At once, by their places."""
        with pytest.raises(InvalidValueError) as caught:
            audit_suppression([[-PLANTED, 5], [6, -PLANTED]], [])
        assert ["table[0][0]", "table[1][1]"] == [fault.path for fault in caught.value.faults]
        assert str(PLANTED) not in channels(caught.value)

    @pytest.mark.parametrize(
        ("hidden", "expected"),
        [
            (None, [("hidden", "type")]), ("00", [("hidden", "type")]),
            ({(0, 0): 1}, [("hidden", "type")]), ([0], [("hidden[0]", "type")]),
            (["00"], [("hidden[0]", "type")]), ([(0, 0, 0)], [("hidden[0]", "type")]),
            ([(0, True)], [("hidden[0]", "type")]), ([(0, 0.0)], [("hidden[0]", "type")]),
            ([(0, 2), (0,), (2, 0), (-1, 0)],
             [("hidden[0]", "range"), ("hidden[1]", "type"), ("hidden[2]", "range"),
              ("hidden[3]", "range")]),
            ([(0, 0), (1, 1), (1, 1), (0, 0)], [("hidden[2]", "duplicate"),
                                                ("hidden[3]", "duplicate")]),
        ],
    )  # fmt: skip
    def test_cells(self, hidden: Any, expected: Sequence[tuple[str, str]]) -> None:
        """What is no cell of the table, or is one twice; all at once."""
        with pytest.raises(InvalidValueError) as caught:
            audit_suppression([[20, 30], [40, 50]], hidden)
        assert expected == [(fault.path, fault.code) for fault in caught.value.faults]

    @pytest.mark.parametrize(
        ("options", "error", "path"),
        [
            ({"threshold": 1}, InvalidValueError, "threshold"),
            ({"threshold": 5.0}, InvalidValueError, "threshold"),
            ({"threshold": True}, InvalidValueError, "threshold"),
            ({"hide_unanimous": 1}, InvalidValueError, "hide_unanimous"),
            ({"totals": "filas"}, InvalidValueError, "totals"),
            ({"row_names": "AB"}, InvalidValueError, "row_names"),
            ({"row_names": [1, 2]}, InvalidValueError, "row_names[0]"),
            ({"row_names": ["A", " B"]}, InvalidValueError, "row_names[1]"),
            ({"row_names": ["A"]}, InconsistentError, "row_names"),
            ({"column_names": ["A", "B", "C"]}, InconsistentError, "column_names"),
            ({"column_names": []}, InconsistentError, "column_names"),
            ({"column_names": ["A", "A"]}, InvalidValueError, "column_names"),
        ],
    )
    def test_options(
        self, options: dict[str, Any], error: type[ImssIntegrityError], path: str
    ) -> None:
        """Thresholds from 2, known totals, one sound name for each line."""
        with pytest.raises(error) as caught:
            suppress([[20, 30], [40, 50]], **options)
        assert [path] == [fault.path for fault in caught.value.faults]

    def test_totals_are_checked_by_the_audit_too(self) -> None:
        """By name or by member."""
        cells = [(0, 0)]
        by_name = audit_suppression([[1, 2]], cells, totals="columnas")
        assert by_name == audit_suppression([[1, 2]], cells, totals=PublishedTotals.COLUMNS)
        with pytest.raises(InvalidValueError, match="totals"):
            audit_suppression([[1, 2]], cells, totals="")


def test_results_are_of_their_classes() -> None:
    """As the verbs promise."""
    assert isinstance(suppress([[20]]), SuppressedTable)
    assert isinstance(audit_suppression([[20]], []), SuppressionAudit)
