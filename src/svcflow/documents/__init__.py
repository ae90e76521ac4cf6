"""Documents as data: what a standard operating procedure says, before it is Markdown or HTML."""

from __future__ import annotations

from svcflow.documents.outline import Outline
from svcflow.documents.sop import sop_outline

__all__ = ["Outline", "sop_outline"]
