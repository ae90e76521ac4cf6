"""How fast svcflow is, as ratios to what others need for the same work."""

from __future__ import annotations
