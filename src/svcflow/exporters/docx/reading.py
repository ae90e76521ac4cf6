"""What a Word file says, as plain text: one line a paragraph, in the order of the text."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from svcflow.finding import CannotDo
from svcflow.i18n import msg

__all__ = ["read_text", "read_title"]

_CONTENTS = re.compile(r"toc \d", re.IGNORECASE)


def read_text(data: bytes) -> str:
    """Return the text of a Word file without its table of contents, heads and feet.

    Raises CannotDo when it is no Word file.
    """
    from docx import Document
    from docx.opc.exceptions import OpcError
    from docx.oxml.ns import qn
    from lxml.etree import LxmlError

    try:
        document = Document(io.BytesIO(data))
    except (OpcError, LxmlError, zipfile.BadZipFile, KeyError, ValueError) as error:
        raise CannotDo(
            msg("this is no Word document that can be read: {reason}", reason=str(error))
        ) from None
    names = {style.style_id: style.name or "" for style in document.styles}
    lines = (
        "".join(_texts(paragraph))
        for paragraph in document.element.body.iter(qn("w:p"))
        if not _CONTENTS.match(names.get(paragraph.style or "", ""))
    )
    return "\n".join(line for line in lines if line.strip())


def read_title(data: bytes) -> str:
    """Return the title that a Word file has among its properties."""
    from docx import Document

    return Document(io.BytesIO(data)).core_properties.title or ""


def _texts(paragraph: Any) -> Iterator[str]:
    from docx.oxml.ns import qn

    signs = {qn("w:tab"): "\t", qn("w:br"): "\n"}
    for node in paragraph.iter(qn("w:t"), qn("w:tab"), qn("w:br")):
        if node.tag == qn("w:t"):
            yield node.text or ""
        elif node.getparent().tag == qn("w:r"):
            yield signs[node.tag]
