"""A workspace as a web site of plain files: the pages, what they are made from, and how they look."""

from __future__ import annotations
