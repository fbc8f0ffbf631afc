"""The integrity standing of a unit: three shares, each by itself."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import attrs
import pytest

from imss_integrity.catalog import (
    CONFLICT_QUESTIONNAIRE,
    EXAMPLE_ASSESSMENTS,
    EXAMPLE_PROGRAMME,
    EXAMPLE_RESPONSES,
    EXAMPLE_RISKS,
    EXAMPLE_STANDING,
    EXAMPLE_UNIT,
    FIVE_ACTIONS,
    OOADS,
)
from imss_integrity.competitiveness import score
from imss_integrity.conflicts import Response, Screening, screen
from imss_integrity.initiatives import Compliance, compliance
from imss_integrity.kernel import InconsistentError, InvalidValueError, Language, MissingDataError
from imss_integrity.privacy import NotPublishableError
from imss_integrity.rollup import integrity_standing, panorama, screening_table

ON = date(2025, 12, 31)
A_SON: dict[str, Any] = {
    "FAM2": "si",
    "FAM2.detalle": [{"FAM2.parentesco": "HIJ", "FAM2.vinculo": "decides"}],
}
POLICY = CONFLICT_QUESTIONNAIRE.policy
assert POLICY is not None
ALL_NO: dict[str, Any] = {rule.question: "no" for rule in POLICY.interests}
DONE, BEGUN = EXAMPLE_RESPONSES["C-01"], EXAMPLE_RESPONSES["C-20"]


def screened() -> dict[str, Screening]:
    """Screen the responses of the invented unit."""
    return {code: screen(response, on=ON) for code, response in EXAMPLE_RESPONSES.items()}


def met() -> Compliance:
    """Give the compliance of its programme."""
    return compliance(EXAMPLE_PROGRAMME, on=ON, reading="lineas_cumplidas")


class TestStanding:
    """What is known makes a share; what is not makes none."""

    def test_the_example_adds_up(self) -> None:
        """The invented standing is what the invented unit did."""
        standing = integrity_standing(screenings=screened(), compliance=met(), risks=EXAMPLE_RISKS)
        assert standing.shares == EXAMPLE_STANDING.shares
        assert standing.sources

    def test_each_share_stands_alone(self) -> None:
        """One requirement tells nothing of another."""
        (programme,) = integrity_standing(compliance=met()).shares
        assert (programme.code, programme.share) == ("programa", Fraction(9, 10))
        (risks,) = integrity_standing(risks=EXAMPLE_RISKS).shares
        assert (risks.code, risks.share) == ("riesgos", Fraction(1))

    def test_a_corruption_risk_without_control_counts_against(self) -> None:
        """Only risks of corruption count, and only a sufficient control."""
        bare = attrs.evolve(
            EXAMPLE_RISKS[0], code="R9", controls=(), final=EXAMPLE_RISKS[0].initial
        )
        (risks,) = integrity_standing(risks=[*EXAMPLE_RISKS, bare]).shares
        assert risks.share == Fraction(1, 2)

    def test_whoever_had_to_answer_counts(self) -> None:
        """Those who did not answer are among those due."""
        one = {"C-01": screen(DONE, on=ON)}
        assert integrity_standing(screenings=one).shares[0].share == 1
        assert integrity_standing(screenings=one, due=4).shares[0].share == Fraction(1, 4)
        with pytest.raises(InvalidValueError, match="due"):
            integrity_standing(screenings=screened(), due=19)

    def test_incomplete_is_never_acted_on(self) -> None:
        """A screening that is not complete does not count, attended or not."""
        begun = {"C-20": screen(BEGUN, on=ON)}
        assert integrity_standing(screenings=begun, attended=["C-20"]).shares[0].share == 0

    def test_what_was_found_counts_once_it_is_attended(self) -> None:
        """Complete, not clean: it counts by its safeguards, not by having answered."""
        found = screen(Response.from_answers(DONE.questionnaire, ALL_NO | A_SON), on=ON)
        assert (found.is_complete, found.is_clean) == (True, False)
        both = {"C-01": screen(DONE, on=ON), "C-02": found}
        assert integrity_standing(screenings=both).shares[0].share == Fraction(1, 2)
        assert integrity_standing(screenings=both, attended=iter(["C-02"])).shares[0].share == 1

    def test_only_who_was_screened_can_be_attended(self) -> None:
        """A slip in a code would pass unseen; the code itself is not repeated."""
        one = {"C-01": screen(DONE, on=ON)}
        with pytest.raises(InconsistentError) as caught:
            integrity_standing(screenings=one, attended=["C-01", "C-999"])
        (fault,) = caught.value.faults
        assert (fault.path, fault.code) == ("attended[1]", "foreign")
        assert "C-999" not in str(caught.value)

    @pytest.mark.parametrize(
        ("given", "error"),
        [
            ({}, MissingDataError),
            ({"screenings": {"C-01": screen(DONE, on=ON)}, "attended": "C-012"}, InvalidValueError),
            ({"screenings": {"C-01": screen(DONE, on=ON)}, "attended": 5}, InvalidValueError),
            ({"risks": EXAMPLE_RISKS[1:]}, MissingDataError),
            ({"screenings": []}, InvalidValueError),
            ({"screenings": {"C-01": "limpio"}}, InvalidValueError),
            ({"screenings": {"Ana de ejemplo": screen(DONE, on=ON)}}, InvalidValueError),
            ({"screenings": {}}, InvalidValueError),
            ({"compliance": "96 %"}, InvalidValueError),
            ({"risks": "R1"}, InvalidValueError),
        ],
    )
    def test_refusals(self, given: dict[str, Any], error: type[Exception]) -> None:
        """Nothing known, or something that is none."""
        with pytest.raises(error) as caught:
            integrity_standing(**given)
        assert "Ana" not in str(caught.value)


class TestScreenings:
    """What may be shown of screenings."""

    def test_small_counts_are_hidden(self) -> None:
        """Nine that are incomplete are few; what protects them is hidden too."""
        table = screening_table({"2025": screened().values(), "2024": []})
        assert (table.row_names, table.total) == (("2025",), 20)
        assert table.cells[0][0] is None
        assert len(table.hidden) > 1
        assert "9" not in table.describe().split("\n")[3]

    def test_a_process_of_few_is_refused(self) -> None:
        """Where no safe table exists there is none."""
        with pytest.raises(NotPublishableError):
            screening_table({"2025": [screen(DONE, on=ON)]})
        with pytest.raises(MissingDataError):
            screening_table({})

    def test_names_of_processes_are_texts(self) -> None:
        """Names that cannot be put in order are refused, not stumbled over."""
        begun: dict[Any, Any] = {"2025": [], 2024: []}
        with pytest.raises(InvalidValueError):
            screening_table(begun)

    def test_a_rare_level_of_few_stays_publishable_by_process(self) -> None:
        """Totals of levels are not published, so that a level of few needs no refusal."""
        table = screening_table({"2025": screened().values(), "2026": screened().values()})
        assert (table.column_totals, table.row_totals) == (None, (20, 20))


class TestPanorama:
    """Everything at once, nothing merged."""

    def test_it_shows_each_by_itself(self) -> None:
        """Both readings, the hidden cells, the standing."""
        view = panorama(
            [EXAMPLE_UNIT],
            [score(EXAMPLE_ASSESSMENTS[1])],
            ooads=OOADS,
            initiatives=[FIVE_ACTIONS],
            compliances=[met(), compliance(EXAMPLE_PROGRAMME, on=ON, reading="avance_medio")],
            screenings={"2025": screened().values()},
            standing=EXAMPLE_STANDING,
        )
        told = view.describe()
        for words in ("90 % (líneas cumplidas)", "97.5 % (avance medio)", "Detecciones: 20"):
            assert words in told
        assert "programa 90 %" in told
        assert "five actions" in view.describe(Language.EN)
        assert not view.withheld

    def test_what_is_not_publishable_is_withheld(self) -> None:
        """Few screenings are not shown, and that is said."""
        view = panorama([], ooads=OOADS, screenings={"2025": [screen(DONE, on=ON)]})
        assert (view.screenings, view.withheld) == (None, True)
        assert "no publicables" in view.describe()
        assert "not publishable" in view.describe(Language.EN)

    def test_nobody_screened_yet_is_nothing_withheld(self) -> None:
        """Processes without a screening are no secret."""
        view = panorama([], ooads=OOADS, screenings={"2026": []})
        assert (view.screenings, view.withheld) == (None, False)
