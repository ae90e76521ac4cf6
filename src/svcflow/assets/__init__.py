"""Files that svcflow brings along: fonts."""

from __future__ import annotations
