"""Text as it is laid out: how wide it is and where its lines break, without any font."""

from __future__ import annotations

from svcflow.text.widths import width
from svcflow.text.wrap import is_whole, wrap

__all__ = ["is_whole", "width", "wrap"]
