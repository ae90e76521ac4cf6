"""The rules: one family a folder, one rule a file."""

from __future__ import annotations
