"""Documents as JSON: the outline itself, for programs."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from svcflow.documents.outline import Outline

__all__ = ["to_json"]


def to_json(document: Outline) -> str:
    """Return the outline as JSON: ``version``, ``title``, ``sections`` with ``id``, ``title`` and ``blocks``."""
    return json.dumps(asdict(document), ensure_ascii=False, indent=2) + "\n"
