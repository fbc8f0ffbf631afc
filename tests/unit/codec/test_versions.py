"""Versions of documents: golden documents of every type, and a migration from end to end."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from samples import SAMPLES, definitions_in

from imss_integrity import codec
from imss_integrity.codec import (
    SchemaMigration,
    documents,
    dumps,
    loads,
    migrate,
    structure,
    versions,
)
from imss_integrity.codec.registry import SCHEMAS, document_types
from imss_integrity.kernel import ImssIntegrityError, InvalidValueError, Period

GOLDEN = Path(__file__).parents[2] / "golden"
PERIOD = "imss-integrity/period"
NOTE = "imss-integrity/nota"


def named_then(data: Any) -> Any:
    """From an invented first version, whose keys were Spanish."""
    return {"start": data["inicio"], "last": data["fin"]}


def closed_then(data: Any) -> Any:
    """From an invented second version, in which the end had another name."""
    return {"start": data["start"], "end": data["last"]}


TO_2 = SchemaMigration(schema=PERIOD, version=1, step=named_then)
TO_3 = SchemaMigration(schema=PERIOD, version=2, step=closed_then)
OLD = {"schema": PERIOD, "version": 1, "data": {"inicio": "2026-01-01", "fin": "2026-12-31"}}


class TestGoldenDocuments:
    """What was written once is read for good."""

    def test_every_type_has_a_sample_and_every_version_its_document(self) -> None:
        """Their names say the type and the version; there are no others."""
        wanted = {
            f"{name.removeprefix(SCHEMAS)}-v{version}.json"
            for name in document_types()
            for version in range(1, versions.version_of(name) + 1)
        }

        assert wanted == {one.name for one in GOLDEN.glob("*.json")}
        assert {SCHEMAS + name: type(sample) for name, sample in SAMPLES.items()} == dict(
            document_types()
        )

    @pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.json")), ids=lambda one: one.stem)
    def test_each_is_read_as_its_sample(self, path: Path) -> None:
        """Equal; and what it is today is what the sample is written as."""
        sample = SAMPLES[path.stem.rpartition("-v")[0]]

        assert sample == loads(path.read_bytes(), definitions=definitions_in(sample))
        assert json.loads(dumps(sample)) == migrate(json.loads(path.read_bytes()))


class TestMigration:
    """Older documents are brought over step by step."""

    @pytest.mark.parametrize(
        ("version", "data"),
        [
            (1, {"inicio": "2026-01-01", "fin": "2026-12-31"}),
            (2, {"start": "2026-01-01", "last": "2026-12-31"}),
            (3, {"start": "2026-01-01", "end": "2026-12-31"}),
        ],
    )
    def test_every_version_comes_to_today(self, version: int, data: dict[str, str]) -> None:
        """In whatever order the steps are given, by as many as are needed."""
        document = {"schema": PERIOD, "version": version, "data": data}
        today = migrate(document, migrations=[TO_3, TO_2])

        assert (PERIOD, 3) == (today["schema"], today["version"])
        assert Period.year(2026) == structure(today["data"], Period)

    def test_loads_does_it_and_dumps_writes_the_version_of_today(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """With the migrations of the library; a document of today is read the quick way too."""
        monkeypatch.setattr(versions, "MIGRATIONS", (TO_2, TO_3))
        for remembered in ("_document_writer", "_quick_reader"):
            anew = getattr(documents, remembered).__wrapped__
            monkeypatch.setattr(documents, remembered, anew)

        assert Period.year(2026) == loads(json.dumps(OLD).encode())
        body = dumps(Period.year(2026))
        assert b'"version":3' in body
        assert Period.year(2026) == loads(body)
        with pytest.raises(InvalidValueError, match="must be one of 1, 2, 3: got 4"):
            loads(json.dumps({**OLD, "version": 4}).encode())

    def test_the_document_stays_as_it_is(self) -> None:
        """What is given is not changed, and what is of today comes back equal."""
        before = json.dumps(OLD)
        migrate(OLD, migrations=[TO_2, TO_3])
        today = {"schema": PERIOD, "version": 1, "data": {}}

        assert before == json.dumps(OLD)
        assert today == migrate(today)
        assert today is not migrate(today)

    def test_the_library_has_none_yet(self) -> None:
        """Every type still has its first version, and no other is read."""
        assert () == codec.MIGRATIONS
        with pytest.raises(InvalidValueError, match="'version' must be 1: got 2"):
            migrate({**OLD, "version": 2})

    @pytest.mark.parametrize("version", [0, 4, -1, 2**70, True, 1.0, "1", None, [1]])
    def test_a_version_that_is_not_read(self, version: Any) -> None:
        """It is refused by that code, and those that are read are named."""
        with pytest.raises(InvalidValueError) as caught:
            migrate({**OLD, "version": version}, migrations=[TO_2, TO_3])
        fault = caught.value.faults[0]

        assert ("$.version", "version") == (fault.path, fault.code)
        assert "1, 2, 3" in fault.text.es

    @pytest.mark.parametrize("data", [None, [], "texto", {"inicio": "2026-01-01"}, 3])
    def test_data_that_its_version_cannot_hold(self, data: Any) -> None:
        """No foreign exception, and nothing of what a step said."""
        with pytest.raises(InvalidValueError) as caught:
            migrate({**OLD, "data": data}, migrations=[TO_2, TO_3])

        assert [("$.data", "migration")] == [(f.path, f.code) for f in caught.value.faults]
        assert caught.value.__context__ is None

    @pytest.mark.parametrize(
        ("document", "path", "code"),
        [
            (None, "$", "type"),
            ([OLD], "$", "type"),
            ({"schema": PERIOD, "version": 1}, "$", "shape"),
            ({**OLD, "extra": 1}, "$", "shape"),
            ({**OLD, "schema": NOTE}, "$.schema", "unknown"),
            ({**OLD, "schema": ["a"]}, "$.schema", "unknown"),
        ],
    )
    def test_what_is_no_envelope(self, document: Any, path: str, code: str) -> None:
        """The three keys, and the name of a type."""
        with pytest.raises(ImssIntegrityError) as caught:
            migrate(document)

        assert [(path, code)] == [(fault.path, fault.code) for fault in caught.value.faults]

    @pytest.mark.parametrize(
        "chain",
        [
            [TO_3],
            [TO_2, TO_2],
            [TO_2, SchemaMigration(schema=PERIOD, version=3, step=dict)],
            [SchemaMigration(schema=NOTE, version=2, step=dict)],
        ],
    )
    def test_steps_that_leave_a_version_out(self, chain: list[SchemaMigration]) -> None:
        """Or lead on from one twice: refused whatever is to be read."""
        with pytest.raises(InvalidValueError, match="one step for each version"):
            migrate(OLD, migrations=chain)

    def test_a_type_that_is_no_longer_a_class(self) -> None:
        """What the steps name is known, even where nothing reads it any more."""
        step = SchemaMigration(schema=NOTE, version=1, step=dict)
        old = {"schema": NOTE, "version": 1, "data": {"a": 1}}

        assert {**old, "version": 2} == migrate(old, migrations=[step])
