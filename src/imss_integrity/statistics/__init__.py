"""Statistics: means of several kinds, and agreement between evaluators.

Estadística. The only room that gives floats; inside it computes exactly and rounds once.
It knows numbers and tables, not units or criteria.
"""

from __future__ import annotations

from .agreement import DisagreementShares, disagreement_shares, krippendorff_alpha
from .coincidence import MeasurementLevel
from .intraclass import Icc, icc
from .kappas import KappaMarginals, KappaWeights, cohen_kappa, fleiss_kappa
from .means import MeanMethod, weighted_mean

__all__ = [
    "DisagreementShares",
    "Icc",
    "KappaMarginals",
    "KappaWeights",
    "MeanMethod",
    "MeasurementLevel",
    "cohen_kappa",
    "disagreement_shares",
    "fleiss_kappa",
    "icc",
    "krippendorff_alpha",
    "weighted_mean",
]
