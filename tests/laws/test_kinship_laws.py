"""Laws of kinship and of the radii around a public servant: one class for each article."""

from __future__ import annotations

from typing import ClassVar

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity.catalog import LEGAL_RADII, RELATIONS, get_radius, get_relation
from imss_integrity.conflicts import (
    Bond,
    BondReading,
    Kinship,
    LegalRadius,
    Line,
    Within,
    within,
)
from imss_integrity.kernel import InconsistentError, InvalidValueError, MissingDataError, Status
from imss_integrity.strategies import kinships, legal_radii

SPOUSE, CONCUBINE = Kinship.partner(Bond.MARRIAGE), Kinship.partner(Bond.CONCUBINAGE)
NO_KIN = ("AHI", "CONC", "NIN", "OTRO")
NODES = st.integers(1, 2**20 - 1)
GENERATIONS = st.integers(0, 20)
RADII = st.sampled_from(LEGAL_RADII) | legal_radii()


def of_degree(degree: int) -> list[tuple[int, int]]:
    """Give each way to share *degree* generations between up and down."""
    return [(up, degree - up) for up in range(degree + 1)]


def direct(degree: int) -> list[Kinship]:
    """Give the direct kin of *degree*: the ancestor and the descendant."""
    return [Kinship.blood(up=degree, down=0), Kinship.blood(up=0, down=degree)]


def collateral(degree: int) -> list[Kinship]:
    """Give all collateral kin of *degree*."""
    return [Kinship.blood(up=up, down=down) for up, down in of_degree(degree) if up and down]


def affine(degree: int) -> list[Kinship]:
    """Give all kin by affinity of *degree*."""
    return [Kinship.by_affinity(up=up, down=down) for up, down in of_degree(degree)]


def swapped(kinship: Kinship) -> Kinship:
    """Give the same kinship as the relative sees it."""
    return attrs.evolve(kinship, up=kinship.down, down=kinship.up)


def answer(kinship: Kinship, radius: LegalRadius) -> Within:
    """Ask with two degrees of affinity, where the radius has no number of its own."""
    return within(kinship, radius, affinity_degree=2)


def ancestors(node: int) -> list[int]:
    """Give a person and the ancestors in a family where the parent of n is n // 2."""
    line = [node]
    while line[-1] > 1:
        line.append(line[-1] // 2)
    return line


def kin_in_family(one: int, other: int) -> Kinship:
    """Count the generations from *one* up to the common trunk and down to *other*."""
    up, down = ancestors(one), ancestors(other)
    trunk = next(node for node in up if node in down)
    return Kinship.blood(up=up.index(trunk), down=down.index(trunk))


class TestCCF293:
    """Art. 293 CCF: consanguinidad es descender de un tronco común; la adopción se equipara."""

    @pytest.mark.parametrize("code", ["PAD", "MAD", "HIJ", "HER", "ABU", "NIE", "TIOA", "PRI"])
    def test_kin_by_adoption_are_kin_by_blood(self, code: str) -> None:
        """There is one kinship for both: nothing asks how one became a child."""
        kinship = get_relation(code).kinship

        assert not kinship.affinity
        assert {"up", "down", "affinity", "bond"} == {f.name for f in attrs.fields(Kinship)}

    def test_blood_needs_a_generation(self) -> None:
        """Nobody is kin to oneself."""
        with pytest.raises(InconsistentError):
            Kinship.blood(up=0, down=0)


class TestCCF294:
    """Art. 294 CCF: la afinidad nace sólo del matrimonio, con los parientes del cónyuge."""

    @pytest.mark.parametrize("code", ["SUE", "NUE", "YER", "CUN"])
    def test_kin_of_the_spouse_are_kin_by_affinity(self, code: str) -> None:
        """Parents-in-law, children-in-law and siblings-in-law."""
        assert Line.AFFINITY is get_relation(code).kinship.line

    def test_affinity_is_not_transitive(self) -> None:
        """The affine of an affine is no kin."""
        kinship = get_relation("CONC").kinship

        assert Kinship.none() == kinship
        assert (Line.NONE, None) == (kinship.line, kinship.degree)

    @given(up=GENERATIONS, down=GENERATIONS)
    def test_a_bond_carries_no_generations(self, up: int, down: int) -> None:
        """Kin of the concubine are none, and kin of the spouse are by affinity, not by bond."""
        for bond in (SPOUSE, CONCUBINE):
            if up + down:
                with pytest.raises(InconsistentError):
                    attrs.evolve(bond, up=up, down=down)
            with pytest.raises(InconsistentError):
                attrs.evolve(bond, up=up, down=down, affinity=True)

    @given(up=GENERATIONS, down=GENERATIONS)
    def test_degrees_of_affinity_are_counted_as_those_of_the_spouse(
        self, up: int, down: int
    ) -> None:
        """The same generations give the same degree in the other line."""
        if up + down == 0:
            with pytest.raises(InconsistentError):
                Kinship.by_affinity(up=up, down=down)
            return
        blood, affinity = Kinship.blood(up=up, down=down), Kinship.by_affinity(up=up, down=down)

        assert blood.degree == affinity.degree
        assert Line.AFFINITY is affinity.line is not blood.line


class TestCCF296:
    """Art. 296 CCF: cada generación forma un grado, y la serie de grados es la línea."""

    @given(up=st.integers(0, 19), down=st.integers(0, 19), affinity=st.booleans())
    def test_each_generation_more_is_one_degree_more(
        self, *, up: int, down: int, affinity: bool
    ) -> None:
        """Above and below alike, in each line."""
        nearer = Kinship(up=up, down=down, affinity=affinity and up + down > 0)
        above = Kinship(up=up + 1, down=down, affinity=affinity)
        below = Kinship(up=up, down=down + 1, affinity=affinity)

        assert (nearer.degree or 0) + 1 == above.degree == below.degree

    @given(kinships())
    def test_the_degree_does_not_depend_on_who_looks(self, kinship: Kinship) -> None:
        """An aunt is as near to her nephew as he to her; the line is one line."""
        other = swapped(kinship)

        assert (kinship.line, kinship.degree) == (other.line, other.degree)
        assert kinship == swapped(other)

    @given(kinships())
    def test_degree_and_line_belong_together(self, kinship: Kinship) -> None:
        """No kinship has no degree, a bond is degree 0, kin are of degree 1 and more."""
        if kinship.line is Line.NONE:
            assert kinship.degree is None
        else:
            assert kinship.degree is not None
            assert (kinship.line is Line.BOND) == (kinship.degree == 0)

    def test_no_more_than_twenty_generations(self) -> None:
        """Twenty are kin, twenty-one are a slip of the pen."""
        assert 20 == Kinship.blood(up=20, down=0).degree
        for up, down in ((21, 0), (0, 21), (-1, 2)):
            with pytest.raises(InvalidValueError):
                Kinship.blood(up=up, down=down)


class TestCCF299:
    """Art. 299 CCF: en línea recta los grados son las generaciones, sin contar al progenitor."""

    @given(node=NODES)
    def test_ancestors_and_descendants(self, node: int) -> None:
        """The persons of the line without the progenitor."""
        line = ancestors(node)
        for degree, ancestor in list(enumerate(line))[1:]:
            for kinship in (kin_in_family(node, ancestor), kin_in_family(ancestor, node)):
                assert (Line.DIRECT, degree) == (kinship.line, kinship.degree)


class TestCCF300:
    """Art. 300 CCF: en línea transversal se sube al tronco común y se baja, sin contarlo."""

    @given(one=NODES, other=NODES)
    def test_the_degree_counts_the_persons_without_the_trunk(self, one: int, other: int) -> None:
        """All persons from one end to the other, in any family."""
        if one == other:
            return
        kinship = kin_in_family(one, other)
        between = set(ancestors(one)) ^ set(ancestors(other))
        descends = one in ancestors(other) or other in ancestors(one)

        assert len(between) == kinship.degree
        assert kinship.line is (Line.DIRECT if descends else Line.COLLATERAL)

    @pytest.mark.parametrize(
        ("expected", "up", "down"), [(4, 3, 1), (4, 1, 3), (5, 2, 3), (4, 2, 2), (2, 1, 1)]
    )
    def test_known_relatives(self, expected: int, up: int, down: int) -> None:
        """Great-uncle, nephew's child, cousin's child, cousin, sibling."""
        assert expected == Kinship.blood(up=up, down=down).degree


class RadiusLaw:
    """What each article on a radius says, in the numbers of its subclass."""

    code: ClassVar[str]
    direct: ClassVar[int | None] = 4
    collateral: ClassVar[int] = 4
    affinity: ClassVar[int] = 2
    spouse: ClassVar[tuple[bool, Status]] = (True, Status.OWN)
    concubine: ClassVar[tuple[bool, Status]] = (True, Status.OWN)

    @pytest.mark.parametrize("degree", range(1, 21))
    def test_direct_line(self, degree: int) -> None:
        """Ancestors and descendants on both sides of the limit."""
        inside = self.direct is None or degree <= self.direct
        for kinship in direct(degree):
            found = answer(kinship, get_radius(self.code))
            assert (inside, Status.OFFICIAL) == (found.inside, found.status)

    @pytest.mark.parametrize("degree", range(2, 9))
    def test_collateral_line(self, degree: int) -> None:
        """However the generations are shared between up and down."""
        for kinship in collateral(degree):
            found = answer(kinship, get_radius(self.code))
            assert (degree <= self.collateral, Status.OFFICIAL) == (found.inside, found.status)

    @pytest.mark.parametrize("degree", range(1, 9))
    def test_affinity(self, degree: int) -> None:
        """However the generations are shared between up and down."""
        for kinship in affine(degree):
            found = within(kinship, get_radius(self.code))
            assert (degree <= self.affinity, Status.OFFICIAL) == (found.inside, found.status)

    @pytest.mark.parametrize("other", [1, 40])
    def test_a_degree_of_the_caller_does_not_move_the_law(self, other: int) -> None:
        """Where the article has a number of its own, no other takes its place."""
        for degree in range(1, 9):
            for kinship in affine(degree):
                radius = get_radius(self.code)
                assert within(kinship, radius) == within(kinship, radius, affinity_degree=other)

    def test_spouse(self) -> None:
        """Inside; flagged as own reading unless the article names the spouse."""
        found = within(SPOUSE, get_radius(self.code))

        assert self.spouse == (found.inside, found.status)

    def test_concubine(self) -> None:
        """As the article says; flagged as own reading where it is silent."""
        found = within(CONCUBINE, get_radius(self.code))

        assert self.concubine == (found.inside, found.status)

    @pytest.mark.parametrize("code", NO_KIN)
    def test_who_is_no_kin_is_outside(self, code: str) -> None:
        """A godchild, a concuño, nobody, and whoever else."""
        assert not answer(get_relation(code).kinship, get_radius(self.code)).inside

    def test_the_law_is_cited(self) -> None:
        """An answer names its rule and rests on its source."""
        radius = get_radius(self.code)
        found = answer(SPOUSE, radius)

        assert (radius.rule.source,) == found.sources
        assert self.code in found.reason.es


class TestLGRA63Bis(RadiusLaw):
    """Art. 63 Bis LGRA, nepotismo: 4.º por consanguinidad, 2.º por afinidad, matrimonio o
    concubinato."""  # noqa: D205, D209 - the article is one sentence

    code = "LGRA-63-Bis"
    spouse = (True, Status.OFFICIAL)
    concubine = (True, Status.OFFICIAL)

    @pytest.mark.parametrize("relation", RELATIONS, ids=lambda relation: relation.code)
    def test_the_whole_national_catalogue(self, relation: object) -> None:
        """All relatives that have a code are inside, and only those who are no kin outside."""
        found = {one.code for one in RELATIONS if within(one.kinship, get_radius(self.code)).inside}

        assert {one.code for one in RELATIONS} - set(NO_KIN) == found
        assert relation in RELATIONS


class TestLGRA7X(RadiusLaw):
    """Art. 7, fr. X LGRA, relaciones de negocios: 4.º por consanguinidad o afinidad."""

    code = "LGRA-7-X"
    affinity = 4


class TestLGRA7XII(RadiusLaw):
    """Art. 7, fr. XII LGRA, nombramientos: 4.º por filiación, 2.º por afinidad."""

    code = "LGRA-7-XII"


class TestLGRA60Bis(RadiusLaw):
    """Art. 60 Bis LGRA, simulación de persona moral: hasta el 4.º grado."""

    code = "LGRA-60-Bis"
    affinity = 4


class TestLFPA21(RadiusLaw):
    """Art. 21 LFPA: cónyuge, línea recta sin límite, colateral 4.º, afinidad 2.º."""

    code = "LFPA-21"
    direct = None
    spouse = (True, Status.OFFICIAL)
    concubine = (False, Status.OWN)

    def test_only_this_article_has_no_limit(self) -> None:
        """In the direct line."""
        assert [self.code] == [radius.code for radius in LEGAL_RADII if radius.direct is None]


class TestLFAR21IV(RadiusLaw):
    """Art. 21, fr. IV LFAR, regalos y beneficios: 4.º por consanguinidad o afinidad."""

    code = "LFAR-21-IV"
    affinity = 4


class TestLAASSP71I(RadiusLaw):
    """Art. 71, fr. I LAASSP: 4.º por consanguinidad; sin número propio para la afinidad."""

    code = "LAASSP-71-I"

    @pytest.mark.parametrize("degree", range(1, 9))
    def test_affinity(self, degree: int) -> None:
        """The caller must give the degree; the answer is then an own reading."""
        radius = get_radius(self.code)
        for kinship in affine(degree):
            with pytest.raises(MissingDataError):
                within(kinship, radius)
            for limit in range(1, 9):
                found = within(kinship, radius, affinity_degree=limit)
                assert (degree <= limit, Status.OWN) == (found.inside, found.status)

    @pytest.mark.parametrize("other", [1, 40])
    def test_a_degree_of_the_caller_does_not_move_the_law(self, other: int) -> None:
        """It counts for affinity alone."""
        radius = get_radius(self.code)
        relatives = [SPOUSE, CONCUBINE, Kinship.none(), *direct(4), *direct(5), *collateral(4)]
        for kinship in relatives:
            assert within(kinship, radius) == within(kinship, radius, affinity_degree=other)


class TestLAASSP71II(RadiusLaw):
    """Art. 71, fr. II LAASSP, nombrados por la Presidencia: 4.º consanguinidad, 2.º afinidad."""

    code = "LAASSP-71-II"


class TestEveryRadius:
    """Todo radio legal: lo más lejano nunca entra si lo más cercano queda fuera."""

    def test_each_article_has_its_class(self) -> None:
        """A radius that is added to the catalogue must join these laws."""
        assert {radius.code for radius in LEGAL_RADII} == {
            law.code for law in RadiusLaw.__subclasses__()
        }

    @given(one=kinships(), other=kinships(), radius=RADII)
    def test_farther_kin_are_never_inside_when_nearer_kin_are_outside(
        self, one: Kinship, other: Kinship, radius: LegalRadius
    ) -> None:
        """Within one line, whichever generations the degrees are made of."""
        if one.degree and other.degree:
            farther = attrs.evolve(one, up=max(one.up, other.up), down=max(one.down, other.down))
            for near, far in ((one, farther), (one, other), (other, one)):
                same = near.line is far.line and (near.degree or 0) <= (far.degree or 0)
                if same and answer(far, radius).inside:
                    assert answer(near, radius).inside

    @given(kinship=kinships(), radius=RADII)
    def test_the_point_of_view_does_not_matter(self, kinship: Kinship, radius: LegalRadius) -> None:
        """Up and down count alike in every radius, with the same words."""
        assert answer(kinship, radius) == answer(swapped(kinship), radius)

    @given(radius=RADII)
    def test_no_kin_is_outside_of_every_radius(self, radius: LegalRadius) -> None:
        """No law reaches who is no kin, and no reading makes it so."""
        found = within(Kinship.none(), radius)

        assert (False, radius.rule.status) == (found.inside, found.status)

    @given(kinship=kinships(), radius=RADII, reading=st.sampled_from(BondReading))
    def test_another_reading_of_the_concubine_changes_the_concubine_alone(
        self, kinship: Kinship, radius: LegalRadius, reading: BondReading
    ) -> None:
        """Both bonds are parameters, and apart from each other."""
        other = attrs.evolve(radius, concubine=reading)

        assert (reading is not BondReading.OWN_OUTSIDE) == within(CONCUBINE, other).inside
        for one in (kinship, SPOUSE):
            if one != CONCUBINE:
                assert answer(one, radius) == answer(one, other)

    @given(radius=RADII, reading=st.sampled_from(BondReading))
    def test_an_own_reading_is_never_official(
        self, radius: LegalRadius, reading: BondReading
    ) -> None:
        """Whatever the status of the rule; what is named has that of the rule."""
        read = attrs.evolve(radius, spouse=reading)
        status = radius.rule.status if reading is BondReading.STATED else Status.OWN

        assert status is within(SPOUSE, read).status
