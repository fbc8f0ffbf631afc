"""Kinship, the radii of laws and their catalogues: values, refusals, look-ups, what is shown."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from imss_integrity import strategies
from imss_integrity.catalog import (
    LEGAL_RADII,
    RELATIONS,
    Relation,
    find_radius,
    find_relation,
    get_radius,
    get_relation,
)
from imss_integrity.conflicts import (
    Bond,
    BondReading,
    Kinship,
    LegalRadius,
    Line,
    Within,
    within,
)
from imss_integrity.kernel import (
    ImssIntegrityError,
    InconsistentError,
    InvalidValueError,
    Language,
    MissingDataError,
    Status,
    Text,
    UnknownCodeError,
)

# The table of the Plataforma Digital Nacional, read by the Código Civil Federal.
TABLE: dict[str, tuple[Line, int | None]] = {
    "ABU": (Line.DIRECT, 2),
    "AHI": (Line.NONE, None),
    "BISA": (Line.DIRECT, 3),
    "BISN": (Line.DIRECT, 3),
    "CONB": (Line.BOND, 0),
    "CONC": (Line.NONE, None),
    "CONY": (Line.BOND, 0),
    "CUN": (Line.AFFINITY, 2),
    "HER": (Line.COLLATERAL, 2),
    "HIJ": (Line.DIRECT, 1),
    "MAD": (Line.DIRECT, 1),
    "NIE": (Line.DIRECT, 2),
    "NIN": (Line.NONE, None),
    "NUE": (Line.AFFINITY, 1),
    "OTRO": (Line.NONE, None),
    "PAD": (Line.DIRECT, 1),
    "PRI": (Line.COLLATERAL, 4),
    "SOB": (Line.COLLATERAL, 3),
    "SUE": (Line.AFFINITY, 1),
    "TATA": (Line.DIRECT, 4),
    "TATN": (Line.DIRECT, 4),
    "TIOA": (Line.COLLATERAL, 3),
    "YER": (Line.AFFINITY, 1),
}
# Each pair names the same kinship from its two ends.
ENDS = {
    "PAD": "HIJ",
    "MAD": "HIJ",
    "ABU": "NIE",
    "BISA": "BISN",
    "TATA": "TATN",
    "TIOA": "SOB",
    "SUE": "YER",
    "HER": "HER",
    "PRI": "PRI",
    "CUN": "CUN",
}
COUSIN, PARENT_IN_LAW = Kinship.blood(up=2, down=2), Kinship.by_affinity(up=1, down=0)
NEPOTISM, PROCUREMENT = get_radius("LGRA-63-Bis"), get_radius("LAASSP-71-I")
NO_CODES: list[object] = ["", "pri", "PRI ", "\uff30RI", "x" * 1_000_000, 1, None, ["PRI"], {"PRI"}]
LOOK_UPS = pytest.mark.parametrize(
    ("search", "get", "entries"),
    [(find_relation, get_relation, RELATIONS), (find_radius, get_radius, LEGAL_RADII)],
    ids=["relation", "radius"],
)


def anything(value: object) -> Any:
    """Give *value* to a parameter that does not take it."""
    return value


def refusal(error: type[ImssIntegrityError], call: Callable[[], object]) -> tuple[str, str, Text]:
    """Give path, code and sentence of the one fault of a refusal."""
    with pytest.raises(error) as caught:
        call()
    (fault,) = caught.value.faults
    return fault.path, fault.code, fault.text


class TestCatalogue:
    """The 23 codes and the eight radii."""

    def test_the_codes_are_those_of_the_national_catalogue(self) -> None:
        """All 23, sorted, each once."""
        assert 23 == len(TABLE)
        assert list(TABLE) == [relation.code for relation in RELATIONS]

    @pytest.mark.parametrize("code", TABLE)
    def test_each_code_has_its_line_and_degree(self, code: str) -> None:
        """As in the table."""
        kinship = get_relation(code).kinship

        assert TABLE[code] == (kinship.line, kinship.degree)

    @pytest.mark.parametrize(("one", "other"), ENDS.items())
    def test_the_relative_sees_the_opposite(self, one: str, other: str) -> None:
        """Generations up are generations down from the other end."""
        seen, back = get_relation(one).kinship, get_relation(other).kinship

        assert (seen.up, seen.down) == (back.down, back.up)

    @pytest.mark.parametrize(
        ("code", "up", "down"),
        [("PAD", 1, 0), ("SUE", 1, 0), ("NUE", 0, 1), ("TIOA", 2, 1), ("TATA", 4, 0)],
    )
    def test_the_relative_is_seen_from_the_public_servant(
        self, code: str, up: int, down: int
    ) -> None:
        """A parent is one up, a child one down."""
        kinship = get_relation(code).kinship

        assert (up, down) == (kinship.up, kinship.down)

    def test_bonds(self) -> None:
        """Spouse and concubine are told apart."""
        assert Bond.MARRIAGE is get_relation("CONY").kinship.bond
        assert Bond.CONCUBINAGE is get_relation("CONB").kinship.bond

    def test_every_entry_speaks_both_languages(self) -> None:
        """Names of relations and words of rules, each once."""
        names = [relation.name for relation in RELATIONS]

        assert all(name.en for name in names)
        assert all(radius.rule.text.en and radius.rule.source.title.en for radius in LEGAL_RADII)
        assert len(RELATIONS) == len({name.es for name in names}) == len({n.en for n in names})

    def test_radii_are_sorted_and_official(self) -> None:
        """Each code once."""
        codes = [radius.code for radius in LEGAL_RADII]

        assert sorted(set(codes)) == codes
        assert {Status.OFFICIAL} == {radius.rule.status for radius in LEGAL_RADII}


class TestLookUps:
    """`get_` refuses with near codes, `find_` gives nothing."""

    @LOOK_UPS
    def test_every_entry_is_found(
        self,
        search: Callable[[Any], object],
        get: Callable[[Any], object],
        entries: tuple[Relation | LegalRadius, ...],
    ) -> None:
        """The very entry of the table."""
        for entry in entries:
            assert search(entry.code) is get(entry.code) is entry

    @LOOK_UPS
    @pytest.mark.parametrize("code", NO_CODES, ids=lambda code: repr(code)[:12])
    def test_what_is_no_code_is_not_found(
        self,
        search: Callable[[Any], object],
        get: Callable[[Any], object],
        entries: tuple[object, ...],
        code: object,
    ) -> None:
        """Whatever its type."""
        path, kind, text = refusal(UnknownCodeError, lambda: get(code))

        assert search(code) is None
        assert ("code", "unknown") == (path, kind)
        assert len(text.es) < 150
        assert code not in entries

    @pytest.mark.parametrize(
        ("get", "code", "near"),
        [
            (get_relation, "PRIM", "'PRI'"),
            (get_relation, "TIO", "'TIOA'"),
            (get_radius, "LGRA-63bis", "'LGRA-63-Bis'"),
            (get_radius, "LFPA-12", "'LFPA-21'"),
        ],
    )
    def test_near_codes_are_named(self, get: Callable[[str], object], code: str, near: str) -> None:
        """In both languages, the nearest first."""
        _, _, text = refusal(UnknownCodeError, lambda: get(code))

        assert f"¿quiso decir {near}" in text.es
        assert f"did you mean {near}" in text.to(Language.EN)

    def test_nothing_near_is_not_named(self) -> None:
        """The message then ends with the code."""
        _, _, text = refusal(UnknownCodeError, lambda: get_radius("X-9"))

        expected = Text("clave de radio legal desconocida: 'X-9'", "unknown radius code: 'X-9'")
        assert expected == text


class TestRefusals:
    """What no kinship, radius or question may hold."""

    @pytest.mark.parametrize("field", ["up", "down"])
    @pytest.mark.parametrize("value", [-1, 21, 1.0, True, "1", None])
    def test_generations(self, field: str, value: object) -> None:
        """Whole numbers from 0 to 20."""
        given_ = anything({"up": 1, "down": 1, field: value})
        for make in (Kinship.blood, Kinship.by_affinity, Kinship):
            path, code, _ = refusal(InvalidValueError, lambda make=make: make(**given_))  # type: ignore[misc]
            assert field == path
            assert code in {"type", "range"}

    @pytest.mark.parametrize("affinity", [None, 1, "no"])
    def test_affinity(self, affinity: object) -> None:
        """True or false."""
        call = lambda: Kinship(up=1, affinity=anything(affinity))  # noqa: E731 - called below
        assert ("affinity", "type") == refusal(InvalidValueError, call)[:2]

    @pytest.mark.parametrize(
        ("bond", "told"),
        [
            *((bond, "uno de matrimonio, concubinato") for bond in (None, "amistad", 1, Line.BOND)),
            ("matrimonio", "ser Bond('matrimonio'), no su texto"),
        ],
    )
    def test_partner(self, bond: object, told: str) -> None:
        """A member of `Bond`; nothing is no partner."""
        path, code, text = refusal(InvalidValueError, lambda: Kinship.partner(anything(bond)))

        assert ("bond", "choice") == (path, code)
        assert told in text.es

    @pytest.mark.parametrize("make", [Kinship.blood, Kinship.by_affinity])
    def test_no_generation(self, make: Callable[..., Kinship]) -> None:
        """Kin are at least one generation apart."""
        _, code, text = refusal(InconsistentError, lambda: make(up=0, down=0))

        assert "generations" == code
        assert (
            Text(
                "el parentesco debe tener al menos una generación",
                "kinship must have at least one generation",
            )
            == text
        )

    @pytest.mark.parametrize("more", [{"up": 1}, {"down": 1}, {"affinity": True}])
    def test_a_bond_with_generations(self, more: dict[str, Any]) -> None:
        """A bond has no degree of its own, and makes no affine of the partner."""
        found = refusal(InconsistentError, lambda: Kinship(bond=Bond.MARRIAGE, **more))

        sentence = Text("un vínculo no lleva generaciones", "a bond must have no generations")
        assert ("bond", "generations", sentence) == found

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("rule", "LGRA-63-Bis"),
            ("collateral", 0),
            ("collateral", 41),
            ("collateral", None),
            ("direct", 0),
            ("direct", "4"),
            ("affinity", 0),
            ("affinity", True),
            ("spouse", "incluido"),
            ("spouse", None),
            ("concubine", True),
        ],
    )
    def test_a_radius(self, field: str, value: object) -> None:
        """Each field by its rule."""
        change = anything({field: value})

        assert field == refusal(InvalidValueError, lambda: attrs.evolve(NEPOTISM, **change))[0]

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("inside", 1),
            ("reason", "dentro"),
            ("status", "oficial"),
            ("sources", [NEPOTISM.rule.source]),
            ("sources[0]", ("LGRA",)),
        ],
    )
    def test_an_answer(self, field: str, value: object) -> None:
        """Each field by its rule."""
        change = anything({field.partition("[")[0]: value})
        found = within(COUSIN, NEPOTISM)

        assert field == refusal(InvalidValueError, lambda: attrs.evolve(found, **change))[0]

    @pytest.mark.parametrize("value", [None, "PRI", get_relation("PRI"), NEPOTISM])
    def test_within_takes_a_kinship(self, value: object) -> None:
        """Neither a code nor a relation of the catalogue."""
        found = refusal(InvalidValueError, lambda: within(anything(value), NEPOTISM))

        assert ("kinship", "type") == found[:2]

    @pytest.mark.parametrize("value", [None, "LGRA-63-Bis", NEPOTISM.rule, COUSIN])
    @pytest.mark.parametrize("kinship", [COUSIN, Kinship.none()])
    def test_within_takes_a_radius(self, kinship: Kinship, value: object) -> None:
        """Neither a code nor a rule, whoever the relative is."""
        found = refusal(InvalidValueError, lambda: within(kinship, anything(value)))

        assert ("radius", "type") == found[:2]

    @pytest.mark.parametrize("value", [0, 41, -1, 2.0, "2", True])
    @pytest.mark.parametrize("kinship", [COUSIN, PARENT_IN_LAW, Kinship.none()])
    def test_within_takes_a_degree(self, kinship: Kinship, value: object) -> None:
        """A whole number from 1 to 40, even where it is not needed."""
        path, code, _ = refusal(
            InvalidValueError,
            lambda: within(kinship, NEPOTISM, affinity_degree=anything(value)),
        )

        assert "affinity_degree" == path
        assert code in {"type", "range"}

    def test_a_missing_degree_of_affinity(self) -> None:
        """The message says which rule gives none."""
        assert (
            "affinity_degree",
            "missing",
            Text(
                "'affinity_degree' debe darse: LAASSP-71-I no fija un grado de afinidad",
                "'affinity_degree' must be given: LAASSP-71-I sets no degree of affinity",
            ),
        ) == refusal(MissingDataError, lambda: within(PARENT_IN_LAW, PROCUREMENT))


class TestShown:
    """What an answer says of itself."""

    @pytest.mark.parametrize(
        ("kinship", "radius", "es", "en"),
        [
            (
                COUSIN,
                "LGRA-63-Bis",
                "dentro de LGRA-63-Bis: grado 4, línea transversal, alcanza el grado 4",
                "inside LGRA-63-Bis: degree 4, collateral line, reaches degree 4",
            ),
            (
                Kinship.by_affinity(up=1, down=2),
                "LGRA-63-Bis",
                "fuera de LGRA-63-Bis: grado 3, línea de afinidad, alcanza el grado 2",
                "outside LGRA-63-Bis: degree 3, affinity line, reaches degree 2",
            ),
            (
                Kinship.blood(up=9, down=0),
                "LFPA-21",
                "dentro de LFPA-21: grado 9, línea recta, sin límite",
                "inside LFPA-21: degree 9, direct line, has no limit",
            ),
            (
                Kinship.partner(Bond.MARRIAGE),
                "LFPA-21",
                "dentro de LFPA-21: cónyuge: nombrado por el artículo",
                "inside LFPA-21: spouse: named by the article",
            ),
            (
                Kinship.partner(Bond.CONCUBINAGE),
                "LFPA-21",
                (
                    "fuera de LFPA-21: concubina o concubinario: el artículo no lo nombra; "
                    "lectura propia"
                ),
                "outside LFPA-21: concubine: the article does not name it; own reading",
            ),
            (
                Kinship.partner(Bond.MARRIAGE),
                "LGRA-7-X",
                "dentro de LGRA-7-X: cónyuge: el artículo no lo nombra; lectura propia",
                "inside LGRA-7-X: spouse: the article does not name it; own reading",
            ),
            (
                Kinship.none(),
                "LGRA-7-X",
                "fuera de LGRA-7-X: sin parentesco legal",
                "outside LGRA-7-X: no kinship in law",
            ),
        ],
    )
    def test_the_reason(self, kinship: Kinship, radius: str, es: str, en: str) -> None:
        """In both languages."""
        assert Text(es, en) == within(kinship, get_radius(radius)).reason

    def test_describe_in_both_languages(self) -> None:
        """The reason, the status and the law."""
        found = within(PARENT_IN_LAW, PROCUREMENT, affinity_degree=4)

        assert [
            "dentro de LAASSP-71-I: grado 1, línea de afinidad, alcanza el grado 4",
            "Estatus: propio, no oficial",
            (
                "Fuentes: Ley de Adquisiciones, Arrendamientos y Servicios del Sector Público "
                "(DOF 16-04-2025)"
            ),
        ] == found.describe().splitlines()
        assert [
            "inside LAASSP-71-I: degree 1, affinity line, reaches degree 4",
            "Status: own, not official",
            (
                "Sources: Law of Acquisitions, Leases and Services of the Public Sector "
                "(DOF 16-04-2025)"
            ),
        ] == found.describe(Language.EN).splitlines()

    def test_records(self) -> None:
        """One flat row."""
        assert [
            {
                "inside": True,
                "reason": "dentro de LGRA-63-Bis: grado 4, línea transversal, alcanza el grado 4",
                "status": "oficial",
            }
        ] == within(COUSIN, NEPOTISM).to_records()

    def test_notebook(self) -> None:
        """The reason stands in the fragment."""
        found = within(COUSIN, NEPOTISM)

        assert found.reason.es in found._repr_html_()


class TestCopies:
    """Copies and pickles pass the constructor."""

    @given(kinship=strategies.kinships(), radius=strategies.legal_radii())
    def test_copies_and_pickles_are_equal(self, kinship: Kinship, radius: LegalRadius) -> None:
        """With the same hash."""
        found = within(kinship, radius, affinity_degree=4)
        values: list[Kinship | LegalRadius | Within | Relation] = [kinship, radius, found]
        for value in [*values, RELATIONS[0]]:
            for again in (
                copy.deepcopy(value),
                attrs.evolve(value),
                pickle.loads(pickle.dumps(value)),  # noqa: S301 - our own
            ):
                assert value == again
                assert hash(value) == hash(again)

    def test_a_tampered_pickle_is_refused(self) -> None:
        """What the constructor refuses does not come back."""
        rebuild, (cls, names, *values) = COUSIN.__reduce__()
        values[0] = -1

        assert "up" == refusal(InvalidValueError, lambda: rebuild(cls, names, *values))[0]


class TestStrategies:
    """What the strategies give is varied."""

    SEARCH = settings(
        max_examples=2000, database=None, derandomize=True, deadline=None, phases=[Phase.generate]
    )

    @pytest.mark.parametrize("line", Line)
    def test_every_line_comes_up(self, line: Line) -> None:
        """None and bonds too."""
        assert find(strategies.kinships(), lambda one: one.line is line, settings=self.SEARCH)

    @pytest.mark.parametrize("bond", Bond)
    def test_every_bond_comes_up(self, bond: Bond) -> None:
        """Marriage and concubinage."""
        assert find(strategies.kinships(), lambda one: one.bond is bond, settings=self.SEARCH)

    @pytest.mark.parametrize("field", ["up", "down"])
    def test_the_most_generations_come_up(self, field: str) -> None:
        """Twenty, up and down."""
        found = find(
            strategies.kinships(), lambda one: getattr(one, field) == 20, settings=self.SEARCH
        )
        assert 20 == getattr(found, field)

    @pytest.mark.parametrize("reading", BondReading)
    @pytest.mark.parametrize("field", ["spouse", "concubine"])
    def test_every_reading_comes_up(self, field: str, reading: BondReading) -> None:
        """Of either bond."""
        sought: st.SearchStrategy[LegalRadius] = strategies.legal_radii()
        assert find(sought, lambda one: getattr(one, field) is reading, settings=self.SEARCH)

    @pytest.mark.parametrize("field", ["direct", "affinity"])
    def test_radii_with_and_without_a_limit_come_up(self, field: str) -> None:
        """In the lines where a law may give none."""
        sought = strategies.legal_radii()
        assert find(sought, lambda one: getattr(one, field) is None, settings=self.SEARCH)
        assert find(sought, lambda one: getattr(one, field) is not None, settings=self.SEARCH)
