"""Documents and pictures as PDF, set by typst with the fonts that svcflow brings along."""

from __future__ import annotations

from svcflow.exporters.pdf.document import to_pdf
from svcflow.exporters.pdf.typesetting import PDF_STANDARDS, Pdf

__all__ = ["PDF_STANDARDS", "Pdf", "to_pdf"]
