"""A Word file as bytes: the same parts give the same bytes, and who made them is told.

The parts keep python-docx's order; times of the container are those of no day (1980-01-01, the first a ZIP file knows).
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import quoteattr

from svcflow.exporters.docx.base_package import base_part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document

__all__ = ["packed"]

_APP = "/docProps/app.xml"
_APP_TYPE = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties"
_PICTURES = {"image/png": "png", "image/jpeg": "jpeg", "image/gif": "gif"}


def packed(document: Document) -> bytes:
    """Return a document as a file.

    The application's name comes second, not compressed: by it svcflow knows its own files, and a word processor that
    saves the file puts its own name there, so that work done by hand is not written over.
    """
    package = document.part.package
    parts: list[Any] = [part for part in package.iter_parts() if str(part.partname) != _APP]
    _link(package)
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as file:
        _add(file, "[Content_Types].xml", _content_types(parts))
        _add(file, _APP[1:], base_part("app.xml"), zipfile.ZIP_STORED)
        _add(file, "_rels/.rels", package.rels.xml)
        for part in parts:
            picture = part.content_type in _PICTURES
            _add(
                file,
                part.partname.membername,
                part.blob,
                zipfile.ZIP_STORED if picture else zipfile.ZIP_DEFLATED,
            )
            if len(part.rels):
                _add(file, part.partname.rels_uri.membername, part.rels.xml)
    return written.getvalue()


def _link(package: Any) -> None:
    """See to it that the package refers to the part with the application's name."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    if not any(relation.reltype == _RELATION for relation in package.rels.values()):
        package.relate_to(Part(PackURI(_APP), _APP_TYPE, b"", package), _RELATION)


def _add(file: zipfile.ZipFile, name: str, data: bytes, method: int = zipfile.ZIP_DEFLATED) -> None:
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.create_system = 0
    file.writestr(entry, data, method)


def _content_types(parts: list[Any]) -> bytes:
    return "".join(_types(parts)).encode()


def _types(parts: list[Any]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    yield '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    yield '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    yield '<Default Extension="xml" ContentType="application/xml"/>'
    for kind, ending in _PICTURES.items():
        yield f'<Default Extension="{ending}" ContentType="{kind}"/>'
    yield f'<Override PartName="{_APP}" ContentType="{_APP_TYPE}"/>'
    for part in parts:
        if _PICTURES.get(part.content_type) != part.partname.ext:
            yield f"<Override PartName={quoteattr(str(part.partname))} ContentType={quoteattr(part.content_type)}/>"
    yield "</Types>"
