"""Views that are no flows: what they show as data, and their layout as scenes; one kind of sheet a file."""

from __future__ import annotations
