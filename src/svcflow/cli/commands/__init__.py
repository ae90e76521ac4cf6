"""The commands, one a file: ``run`` is the command, ``HELP`` its help text."""

from __future__ import annotations
