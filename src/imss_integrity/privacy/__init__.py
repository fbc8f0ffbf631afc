"""Privacy: reserved values, keyed pseudonyms, and how far records can be told apart.

Privacidad. Helps to keep the principles of the LGPDPPSO (minimise, dissociate, reserve). It
stores no keys and offers no unkeyed hash of personal values, because a CURP, an RFC or a social
security number can be found by trying them all.
"""

from __future__ import annotations

from .anonymity import KAnonymity, QuasiIdentifier, k_anonymity
from .pseudonyms import PseudonymKey, pseudonym
from .sensitive import Sensitive

__all__ = [
    "KAnonymity",
    "PseudonymKey",
    "QuasiIdentifier",
    "Sensitive",
    "k_anonymity",
    "pseudonym",
]
