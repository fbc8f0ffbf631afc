"""The samples of which the golden documents of `organization` were made; they never change."""

from __future__ import annotations

from imss_integrity.organization.bodies import CentralLevel, Ooad, Subdelegation, Umae
from imss_integrity.organization.keys import BudgetKey, Clues
from imss_integrity.organization.kinds import UnitKind
from imss_integrity.organization.unit import Unit

__all__ = ["SAMPLES"]

SAMPLES: dict[str, object] = {
    "budget-key": BudgetKey(value="000000000000"),
    "central-level": CentralLevel(code="09", name="Nivel central"),
    "clues": Clues(value="AAAAA000004"),
    "ooad": Ooad(
        code="96",
        name="gu\xcdMgu\xcdMgu\xcdMgu\xcdMgu\xcdMgu\xcdMgu\xcdMgu\xcdMgu\xcdMgu\xcdMgu\xcdMgu\xcdMgu\xcdMgu\xcdMgu\xcdMgu\xcdMgu\xcdMgu\xcdMgu\xcdMgu\xcdMgu\xcdMgu\xcdMgu\xcdMgu\xcdMgu\xcdMgu\xcdMgu\xcdMgu\xcdMgu\xcdMgu\xcdMgu\xcdMgu\xcdMgu\xcdMgu\xcdMgu\xcdMgu\xcdMgu\xcdMgu\xcdMgu\xcdMgu\xcdMgu\xcdMgu\xcdMgu\xcdMgu\xcdMgu\xcdMgu\xcdMgu\xcdMgu\xcdMgu\xcdMgu\xcdM",
        short_name="\xe4M\U00028f90\U0001830f\U00020b15W\u013f\xe0\u39bc\u01046e\U00017cff\U0001bc3fn\U00010993\u0135\xe7",
        state_code="26",
        iso="MX-HVE",
        clues_state="YU",
    ),
    "subdelegation": Subdelegation(
        ooad=Ooad(
            code="85",
            name="'\"&",
            short_name="Aa\xd1 o",
            state_code="14",
            iso="MX-XBB",
            clues_state="HQ",
        ),
        code="42",
        name="cQ\xdaKF\xdae\xcd\xdafLcQ\xdaKF\xdae\xcd\xdafLcQ\xdaKF\xdae\xcd\xdafLcQ\xdaKF\xdae\xcd\xdafLcQ\xdaKF\xdae\xcd\xdafLcQ\xdaKF\xdae\xcd\xdafLcQ\xdaKF\xdae\xcd\xdafLcQ\xdaKF\xdae\xcd\xdafLcQ\xdaKF\xdae\xcd\xdafLcQ\xdaKF\xdae\xcd\xdafLcQ\xdaKF\xdae\xcd\xdafLcQ\xdaKF\xdae\xcd\xdafLcQ\xdaKF\xdae\xcd\xdafLcQ\xdaKF\xdae\xcd\xdafLcQ\xdaKF\xdae\xcd\xdafLcQ\xdaKF\xdae\xcd\xdafLcQ\xdaKF\xdae\xcd\xdafLcQ\xdaKF\xdae\xcd\xdafLcQ",
        deconcentrated=False,
    ),
    "umae": Umae(
        code="4V",
        name="\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1\xc1",
        state_code="22",
    ),
    "unit": Unit(
        code="K",
        name="Zkz\xd3m\xd1Gottkg",
        kind=UnitKind.HG,
        parent=Ooad(
            code="53",
            name="nFPR rows",
            short_name="ssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssss",
            state_code="30",
            iso="MX-TGG",
            clues_state="JC",
        ),
        place=Ooad(
            code="41",
            name="XefgtcQ\xdaKF\xdaeXefgtcQ\xdaKF\xdaeXefgtcQ\xdaKF\xdaeXefgtcQ\xdaKF\xdaeXefgtcQ\xdaKF\xdaeXefgtcQ\xdaKF\xdaeXefgtcQ\xdaKF\xdaeXefgtcQ\xdaKF\xdaeXefgtcQ\xdaKF\xdaeXefgtcQ\xdaKF\xdaeXefgtcQ\xdaKF\xdaeXefgtcQ\xdaKF\xdaeXefgtcQ\xdaKF\xdaeXefgtcQ\xdaKF\xdaeXefgtcQ\xdaKF\xdaeXefgtcQ\xdaKF\xdaeXefgtcQ\xda",
            short_name="\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdafL\xdaf",
            state_code="22",
            iso="MX-TQO",
            clues_state="DW",
        ),
        clues=Clues(value="ZRIMS200604"),
        budget_key=BudgetKey(value="1300UMZF2153"),
    ),
}
