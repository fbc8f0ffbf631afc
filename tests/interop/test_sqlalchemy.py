"""Values in a database by the column of documents; skipped where SQLAlchemy is not installed."""

from __future__ import annotations

import logging
from typing import Any

import attrs
import pytest
from hypothesis import given

from imss_integrity import strategies
from imss_integrity.catalog import CONFLICT_QUESTIONNAIRE, EXAMPLE_UNIT
from imss_integrity.codec import dumps
from imss_integrity.conflicts import Response
from imss_integrity.kernel import ImssIntegrityError
from imss_integrity.organization import Unit

sa: Any = pytest.importorskip("sqlalchemy", reason="SQLAlchemy is not installed")
sql_documents: Any = pytest.importorskip("sql_documents")

PLANTED = "PEGJ800101HDFRRN09"
METADATA = sa.MetaData()
TABLE = sa.Table(
    "records",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("unit", sql_documents.Document()),
    sa.Column("response", sql_documents.Document((CONFLICT_QUESTIONNAIRE,))),
)


@pytest.fixture
def engine() -> Any:
    """Give a database in memory, as the page makes it: parameters hidden."""
    made = sa.create_engine("sqlite://", hide_parameters=True, poolclass=sa.StaticPool)
    METADATA.create_all(made)
    yield made
    made.dispose()


def stored(connection: Any, **values: object) -> Any:
    """Store a row and read it back."""
    connection.execute(TABLE.delete())
    connection.execute(TABLE.insert().values(id=1, **values))
    return connection.execute(sa.select(TABLE)).one()


class TestDocument:
    """What is stored is read back equal, or refused."""

    @given(unit=strategies.units())
    def test_round_trip(self, unit: Unit) -> None:
        """Any unit."""
        with sa.create_engine("sqlite://").begin() as connection:
            METADATA.create_all(connection)
            assert unit == stored(connection, unit=unit).unit

    def test_a_record_with_its_definition(self, engine: Any) -> None:
        """A response names its questionnaire, which the column knows."""
        response = Response.from_answers(CONFLICT_QUESTIONNAIRE, {"EMP1": "no"})
        with engine.begin() as connection:
            assert response == stored(connection, response=response).response

    def test_nothing_is_null(self, engine: Any) -> None:
        """An absent value is NULL, both ways."""
        with engine.begin() as connection:
            assert stored(connection, unit=None).unit is None
            assert 1 == connection.scalar(
                sa.select(sa.func.count()).where(TABLE.c.unit.is_(sa.null()))
            )

    def test_a_value_can_be_sought(self, engine: Any) -> None:
        """A condition compares documents."""
        other = attrs.evolve(EXAMPLE_UNIT, code="UMF-901")
        with engine.begin() as connection:
            stored(connection, unit=EXAMPLE_UNIT)
            for unit, count in ((EXAMPLE_UNIT, 1), (other, 0)):
                found = connection.execute(sa.select(TABLE).where(TABLE.c.unit == unit))
                assert count == len(found.all())

    def test_a_row_that_others_altered_is_refused(self, engine: Any) -> None:
        """The reader is strict; its error does not show the row."""
        body = dumps(EXAMPLE_UNIT).replace(b'"umf"', f'"{PLANTED}"'.encode())
        with engine.begin() as connection:
            connection.execute(
                sa.text("INSERT INTO records (id, unit) VALUES (1, :b)"), {"b": body}
            )
            with pytest.raises(ImssIntegrityError) as caught:
                connection.execute(sa.select(TABLE.c.unit)).one()
        assert "$.data.kind" == caught.value.faults[0].path
        assert PLANTED not in str(caught.value)

    def test_no_answer_in_logs_or_errors(
        self, engine: Any, caplog: pytest.LogCaptureFixture
    ) -> None:
        """With parameters hidden, neither the log of rows nor an error shows an answer."""
        caplog.set_level(logging.DEBUG, "sqlalchemy.engine.Engine")
        answers = {"GIF1": "si", "GIF1.detalle": [{"GIF1.organizacion": PLANTED}]}
        response = Response.from_answers(CONFLICT_QUESTIONNAIRE, answers)
        assert PLANTED.encode() in dumps(response)
        with engine.connect() as connection:
            stored(connection, response=response)
            with pytest.raises(sa.exc.IntegrityError) as caught:
                connection.execute(TABLE.insert().values(id=1, response=response))
        assert "Row (1, None, Response(" in caplog.text
        assert PLANTED not in caplog.text
        assert PLANTED not in str(caught.value)
