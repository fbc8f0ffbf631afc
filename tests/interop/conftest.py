"""What is here is run in interpreters of its own, where it stands apart from our settings."""

from __future__ import annotations

collect_ignore = ["downstream"]
