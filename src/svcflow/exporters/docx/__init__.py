"""Documents as Word files (Office Open XML, ECMA-376): native styles, lists, tables and fields, ready to be edited."""

from __future__ import annotations

from svcflow.exporters.docx.document import to_docx
from svcflow.exporters.docx.pictures import PICTURE_SCALE

__all__ = ["PICTURE_SCALE", "to_docx"]
