"""The samples of which the golden documents of `rollup` were made; they never change."""

from __future__ import annotations

from fractions import Fraction

from imss_integrity.competitiveness.stages import Stage, StageRule, StageScale
from imss_integrity.kernel.provenance import Source, Status
from imss_integrity.kernel.text import Text
from imss_integrity.pdca.phases import Phase
from imss_integrity.rollup.panorama_results import Panorama, PanoramaGroup
from imss_integrity.rollup.stage_support import StageSupport, Support
from imss_integrity.rollup.tally import Tally

__all__ = ["SAMPLES"]

SAMPLES: dict[str, object] = {
    "panorama": Panorama(
        groups=(),
        institute=Tally(
            units=0,
            scored=0,
            total=Fraction(0, 1),
            squares=Fraction(0, 1),
            lowest=None,
            highest=None,
            kinds=(),
            stages=(),
        ),
        ooads=1,
        ooads_taking_part=0,
        missing=(),
        scale=StageScale(
            code="etapas-2019",
            stages=(
                Stage(code="diseno", name=Text(es="Dise\xf1o", en="Design"), low=0, high=20),
                Stage(
                    code="desarrollo", name=Text(es="Desarrollo", en="Development"), low=25, high=40
                ),
                Stage(
                    code="consolidado",
                    name=Text(es="Consolidado", en="Consolidated"),
                    low=45,
                    high=60,
                ),
                Stage(code="mejorado", name=Text(es="Mejorado", en="Improved"), low=65, high=80),
                Stage(
                    code="referencial",
                    name=Text(es="Referencial", en="Reference"),
                    low=85,
                    high=100,
                ),
            ),
            step=5,
            source=Source(
                code="tabla-madurez-2019",
                title=Text(
                    es="IMSS, Tabla de Madurez para Unidades Sociales y Administrativas 2019",
                    en="IMSS, Maturity Table for Social and Administrative Units 2019",
                ),
                issued=None,
            ),
            status=Status.DERIVED,
        ),
        rule=StageRule.REACHED,
        figures=(),
        supports=(),
        initiatives=(),
        compliances=(),
        screenings=None,
        withheld=False,
        standing=None,
        status=Status.OWN,
        sources=(),
    ),
    "panorama-group": PanoramaGroup(
        code="E",
        name="\u011e\xd6\u0123/\ub0a6\u012dK",
        tally=Tally(
            units=4,
            scored=2,
            total=Fraction(
                18335850877069533010680866917550774518403, 47093604458289000080021604340182305945985
            ),
            squares=Fraction(
                336203427386131562958751282914161656843414834498468815151977773317224056585670409,
                2217807580873777584677819086828495677373200740415722994156915398607741485737620225,
            ),
            lowest=Fraction(0, 1),
            highest=Fraction(
                18335850877069533010680866917550774518403, 47093604458289000080021604340182305945985
            ),
            kinds=(("cecem", 1), ("hg", 1), ("honco", 1), ("umfh", 1)),
            stages=(("desarrollo", 1), ("diseno", 1)),
        ),
    ),
    "stage-support": StageSupport(
        unit="qdesfavorableb",
        subcriterion="4",
        stage="R",
        claimed=Phase.ACT,
        reached=None,
        cycles=("zP-5PhOzw", "2YPSQG", "PkxplrB3"),
        ended_worse=True,
        support=Support.CONTRADICTED,
    ),
    "tally": Tally(
        units=4,
        scored=2,
        total=Fraction(
            4446851322292606981814511651945275788557614697322956397562235583877930113749781577,
            6742775907633362004837223563817757629752962605464600968479016128084267655538428920,
        ),
        squares=Fraction(
            19773449133008410936410188070613771421607810526942416932747670296503017644398486508573865231726060840293166763329648004206529248596665825330236596704295242224918049,
            45465026940560908782652444434937533374379622258142275627299742673659329458585579050219861087745313511228600028691959522054405991012802110693186830235070901892366400,
        ),
        lowest=Fraction(10149537371360324861391, 586607121241812103671468835),
        highest=Fraction(
            7580430746680469584879359756869433610773408277253556827,
            11494534695315852446731909368868714685484428742931619752,
        ),
        kinds=(("hgo", 1), ("hgz", 1), ("umf_ch", 1), ("umfh", 1)),
        stages=(("diseno", 1), ("mejorado", 1)),
    ),
}
