"""Views and documents into file formats."""

from __future__ import annotations
