"""The closed tables of OOADs, UMAE and sub-delegations, against facts typed here again."""

from __future__ import annotations

from collections import Counter

import pytest

from imss_integrity.catalog import (
    OOADS,
    ORGANISATION_SOURCES,
    ORGANISATION_STATUS,
    SUBDELEGATIONS,
    UMAE_STATE_STATUS,
    UMAES,
    get_ooad,
)
from imss_integrity.kernel import Status
from imss_integrity.organization import Ooad

# The 32 states in the order of their INEGI numbers: name in the table, ISO 3166-2, CLUES.
STATES = """
Aguascalientes AGU AS, Baja California BCN BC, Baja California Sur BCS BS, Campeche CAM CC,
Coahuila COA CL, Colima COL CM, Chiapas CHP CS, Chihuahua CHH CH, Ciudad de México CMX DF,
Durango DUR DG, Guanajuato GUA GT, Guerrero GRO GR, Hidalgo HID HG, Jalisco JAL JC,
México MEX MC, Michoacán MIC MN, Morelos MOR MS, Nayarit NAY NT, Nuevo León NLE NL,
Oaxaca OAX OC, Puebla PUE PL, Querétaro QUE QT, Quintana Roo ROO QR, San Luis Potosí SLP SP,
Sinaloa SIN SL, Sonora SON SR, Tabasco TAB TC, Tamaulipas TAM TS, Tlaxcala TLA TL,
Veracruz VER VZ, Yucatán YUC YN, Zacatecas ZAC -
"""
BY_INEGI = {
    f"{number:02}": (" ".join(words[:-2]), f"MX-{words[-2]}", words[-1])
    for number, row in enumerate(STATES.split(","), start=1)
    if (words := row.split())
}
HALVES = {
    "15": "Oriente",
    "16": "Poniente",
    "31": "Norte",
    "32": "Sur",
    "39": "Norte",
    "40": "Sur",
}

# How many sub-delegations an OOAD has, and what their codes add up to.
SUBDELEGATION_TOTALS = """
01:2/20 02:5/15 03:2/9 04:2/5 05:6/75 06:3/11 07:2/3 08:7/109 10:2/14 11:5/45 12:4/19 13:4/23
14:7/216 15:3/140 16:2/6 17:5/69 18:3/27 19:1/1 20:6/144 21:4/62 22:5/42 23:2/4 24:3/10
25:4/69 26:4/13 27:8/212 28:2/3 29:6/65 30:1/1 31:5/55 32:4/88 33:2/34 34:2/10 39:5/194
40:5/130
"""


class TestOoads:
    """35 OOADs: 32 states, one more each for Estado and Ciudad de México and for Veracruz."""

    def test_they_are_35_in_order(self) -> None:
        """The catalogue is closed; codes and names are unique."""
        assert 35 == len(OOADS)
        codes = [ooad.code for ooad in OOADS]
        assert sorted(set(codes)) == codes
        assert 35 == len({ooad.name for ooad in OOADS})
        assert 35 == len({ooad.short_name for ooad in OOADS})
        taken = {*map(str, range(10, 35)), "39", "40", *(f"{n:02}" for n in range(1, 9))}
        assert taken == set(codes)

    def test_every_state_has_one(self) -> None:
        """All 32 states are there, three of them twice."""
        states = Counter(ooad.state_code for ooad in OOADS)
        assert set(BY_INEGI) == set(states)
        assert {"09": 2, "15": 2, "30": 2} == {s: n for s, n in states.items() if n > 1}

    @pytest.mark.parametrize("ooad", OOADS, ids=lambda ooad: ooad.code)
    def test_name_iso_and_letters_are_those_of_the_state(self, ooad: Ooad) -> None:
        """Name, with its half where a state has two; ISO code; letters of the CLUES."""
        name, iso, letters = BY_INEGI[ooad.state_code]
        assert f"{name} {HALVES.get(ooad.code, '')}".strip() == ooad.name
        assert iso == ooad.iso
        assert (None if letters == "-" else letters) == ooad.clues_state

    def test_the_code_is_no_inegi_number(self) -> None:
        """The two coincide from 01 to 08 and from 10 to 15 only; from 16 on they differ."""
        same = {ooad.code for ooad in OOADS if ooad.code == ooad.state_code}
        assert {f"{n:02}" for n in (*range(1, 9), *range(10, 16))} == same

    def test_short_names_differ_only_where_a_name_is_long(self) -> None:
        """Four of them: the halves of Estado de México and of Ciudad de México."""
        short = {ooad.code: ooad.short_name for ooad in OOADS if ooad.short_name != ooad.name}
        assert {
            "15": "Edomex Oriente",
            "16": "Edomex Poniente",
            "39": "CDMX Norte",
            "40": "CDMX Sur",
        } == short


class TestUmaes:
    """25 UMAE, 4A to 4Y, numbered 01 to 25 by their letters."""

    def test_letters_follow_numbers(self) -> None:
        """The n-th letter is UMAE n."""
        assert 25 == len(UMAES)
        for number, umae in enumerate(UMAES, start=1):
            assert f"4{chr(ord('A') + number - 1)}" == umae.code
            assert umae.name.startswith(f"UMAE {number:02} ")

    def test_specialties(self) -> None:
        """Ten HES, four each of HGO and HTO, two each of HP and HC, and HGP, HG, HOnco."""
        found = Counter(umae.name.split()[2] for umae in UMAES)
        expected = {"HES": 10, "HGO": 4, "HTO": 4, "HP": 2, "HC": 2, "HGP": 1, "HG": 1, "HOnco": 1}
        assert expected == found
        assert sorted(found.elements(), key=[*expected].index) == [
            umae.name.split()[2] for umae in UMAES
        ]

    @pytest.mark.parametrize(
        ("place", "state", "number"),
        [
            ("La Raza", "09", 3),
            ("Siglo XXI", "09", 4),
            ("San Angel", "09", 1),
            ("Magdalena Salinas", "09", 1),
            ("Lomas Verdes", "15", 1),
            ("Occidente", "14", 3),
            ("Monterrey", "19", 4),
            ("Torreón", "05", 1),
            ("Puebla", "21", 2),
            ("Bajío", "11", 2),
            ("Obregón", "26", 1),
            ("Veracruz", "30", 1),
            ("Mérida", "31", 1),
        ],
    )
    def test_the_state_is_that_of_the_place(self, place: str, state: str, number: int) -> None:
        """Derived from the name of the place."""
        assert [state] * number == [u.state_code for u in UMAES if u.name.endswith(place)]

    def test_no_umae_has_the_code_of_an_ooad(self) -> None:
        """They stand beside the OOADs, never among them."""
        assert not {umae.code for umae in UMAES} & {ooad.code for ooad in OOADS}


class TestSubdelegations:
    """133 sub-delegations over the 35 OOADs; a code is unique only within its OOAD."""

    def test_counts_and_sums_of_each_ooad(self) -> None:
        """Sonora has the most, eight; Nayarit and Tlaxcala have one."""
        assert 133 == len(SUBDELEGATIONS)
        found = {
            ooad.code: [int(one.code) for one in SUBDELEGATIONS if one.ooad is ooad]
            for ooad in OOADS
        }
        totals = {code: f"{len(own)}/{sum(own)}" for code, own in found.items()}
        assert dict(pair.split(":") for pair in SUBDELEGATION_TOTALS.split()) == totals
        counts = {code: len(own) for code, own in found.items()}
        assert ["27"] == [code for code, n in counts.items() if n == max(counts.values())]
        assert (8, "Sonora") == (counts["27"], get_ooad("27").name)
        assert ["19", "30"] == [code for code, n in counts.items() if n == 1]
        assert ["Nayarit", "Tlaxcala"] == [get_ooad(code).name for code in ("19", "30")]

    def test_keys_are_unique_and_in_order_and_codes_are_not(self) -> None:
        """The key is both codes."""
        keys = [one.key for one in SUBDELEGATIONS]
        assert sorted(set(keys)) == keys
        assert len({one.code for one in SUBDELEGATIONS}) < 60

    def test_seven_are_deconcentrated_and_named(self) -> None:
        """Only these have a name in the source."""
        marked = {one.key: one.name for one in SUBDELEGATIONS if one.deconcentrated}
        assert {
            "02-05": "Tijuana",
            "05-09": "Torreón",
            "08-10": "Juárez 1",
            "26-05": "Mazatlán",
            "27-01": "Hermosillo",
            "29-19": "Matamoros",
            "31-12": "Veracruz Puerto",
        } == marked
        assert all(one.name is None for one in SUBDELEGATIONS if not one.deconcentrated)


def test_the_tables_have_sources_and_a_status() -> None:
    """Reported by public projects, never official."""
    assert ORGANISATION_STATUS is Status.REPORTED
    assert UMAE_STATE_STATUS is Status.DERIVED
    codes = [source.code for source in ORGANISATION_SOURCES]
    assert ["cat-ooad", "iso-3166-2", "listas-de-claves", "mspmc-reportes"] == sorted(codes)
