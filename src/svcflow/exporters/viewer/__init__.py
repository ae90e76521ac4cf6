"""A picture as one web page to explore: pan, zoom, search, a card for each step; nothing is loaded from elsewhere."""

from __future__ import annotations

from svcflow.exporters.viewer.page import to_viewer

__all__ = ["to_viewer"]
