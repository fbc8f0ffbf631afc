"""Hypothesis profiles: `quick`, `dev` for daily work, `ci` for a server, `deep` for a night.

``HYPOTHESIS_PROFILE`` chooses one; without it a server (``CI`` is set) gets `ci`.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# A busy machine must not fail a sound test, so there is neither a deadline nor a limit on
# the time that drawing takes.
_UNHURRIED = [HealthCheck.too_slow]

settings.register_profile("dev", max_examples=20, deadline=None, suppress_health_check=_UNHURRIED)
# Whether everything runs at all, where another run searches.
settings.register_profile(
    "quick", max_examples=5, deadline=None, suppress_health_check=_UNHURRIED, derandomize=True
)
settings.register_profile(
    "ci", max_examples=25, deadline=None, suppress_health_check=_UNHURRIED, derandomize=True
)
# A thousand lives of a hundred steps: the state machines take 100,000 steps.
settings.register_profile(
    "deep",
    max_examples=1000,
    stateful_step_count=100,
    deadline=None,
    suppress_health_check=_UNHURRIED,
)
settings.load_profile(
    os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev")
)
