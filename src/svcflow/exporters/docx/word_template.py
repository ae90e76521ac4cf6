"""The organisation's own Word file as the beginning of documents: styles, heads and feet stay, fields are filled.

Its fields are Jinja's, in a sandbox: ``{{ title }}``, ``{{ number }}`` and so on. Where ``{{ body }}``,
``{{ control }}`` and ``{{ contents }}`` stand, each in a paragraph of its own, the parts of the document are put in
afterwards: what people wrote in a process never goes through Jinja.
"""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from svcflow.exporters.markup import printable
from svcflow.finding import CannotDo
from svcflow.i18n import Message, msg, translator
from svcflow.i18n.reasons import reason_of
from svcflow.text.cells import one_line

if TYPE_CHECKING:
    from docx.document import Document

    from svcflow.documents.outline import Outline

__all__ = ["TEMPLATE_NAME", "filled_template", "read_template"]

TEMPLATE_NAME = "document.docx"
"""The name of the template in the workspace's folder of templates."""
_LARGEST = 20_000_000
_MARKS = ("control", "contents", "body")
_MARK = re.compile(r"\{\{\s*(" + "|".join(_MARKS) + r")\s*\}\}")
_LABELS = {
    "number": "Document number",
    "version": "Version",
    "status": "Status",
    "effective": "Effective from",
    "owner": "Process owner",
    "review": "Next review",
    "classification": "Classification",
}
"""Fields that stand in the control block, by the label there."""


def read_template(folder: Path | None) -> bytes | None:
    """Return the Word template of a folder, None where there is none; raises CannotDo when it cannot be read."""
    if folder is None:
        return None
    place = folder / TEMPLATE_NAME
    try:
        if not place.is_file():
            return None
        if not place.resolve().is_relative_to(folder.resolve()):
            raise _unusable(msg("it lies outside of the folder of templates"))
        if place.stat().st_size > _LARGEST:
            raise _unusable(msg("it is larger than {size} MB", size=_LARGEST // 1_000_000))
        return place.read_bytes()
    except OSError as error:
        raise _unusable(reason_of(error)) from None


def filled_template(template: bytes, outline: Outline) -> tuple[Document, dict[str, Any]]:
    """Return a template with its fields filled, and its empty paragraphs where the parts of the document go.

    Raises CannotDo, with the reason, when the file is none of Word or a field of it cannot be filled.
    """
    from docx.opc.exceptions import OpcError
    from docxtpl import DocxTemplate
    from jinja2 import StrictUndefined, TemplateError
    from jinja2.sandbox import SandboxedEnvironment
    from lxml.etree import LxmlError

    sandbox = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    try:
        file = DocxTemplate(io.BytesIO(template))
        _mark_places(file.get_docx())
        file.render(_values(outline), sandbox, autoescape=True)
    except (TemplateError, OpcError, LxmlError, zipfile.BadZipFile) as error:
        raise _unusable(one_line(str(error)) or type(error).__name__) from None
    except (ArithmeticError, AttributeError, LookupError, OSError, TypeError, ValueError) as error:
        raise _unusable(one_line(f"{type(error).__name__}: {error}")) from None
    document: Document = file.docx
    return document, _places(document)


def _values(outline: Outline) -> dict[str, Any]:
    """Return what the fields of a template say."""
    t = translator(outline.language)
    control = [(_line(label), _line(value)) for label, value in outline.control.pairs]
    said = dict(control)
    return {
        "title": _line(outline.title),
        "kind": _line(outline.kind),
        "organization": _line(outline.organization),
        "language": outline.language,
        "running": [_line(text) for text in outline.running],
        "control_block": [{"label": label, "value": value} for label, value in control],
        **{name: said.get(t(label), "") for name, label in _LABELS.items()},
        **{name: _Misplaced(name) for name in _MARKS},
    }


class _Misplaced:
    """What ``{{ body }}`` is where it cannot be put in."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __html__(self) -> NoReturn:
        raise _unusable(
            msg("{field} has to stand in a paragraph of its own, in no table", field=f"{{{{ {self.name} }}}}")
        )

    __str__ = __html__


def _mark_places(document: Document) -> None:
    """Give a bookmark to the paragraphs where parts go, and empty them."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for paragraph in document.element.body.findall(qn("w:p")):
        found = _MARK.fullmatch("".join(text.text or "" for text in paragraph.iter(qn("w:t"))).strip())
        if found is None:
            continue
        for child in list(paragraph):
            paragraph.remove(child)
        mark = OxmlElement("w:bookmarkStart")
        mark.set(qn("w:id"), "0")
        mark.set(qn("w:name"), f"svcflow_{found[1]}")
        paragraph.append(mark)


def _places(document: Document) -> dict[str, Any]:
    from docx.oxml.ns import qn

    places: dict[str, Any] = {}
    for mark in list(document.element.body.iter(qn("w:bookmarkStart"))):
        name = mark.get(qn("w:name"), "").removeprefix("svcflow_")
        if name in _MARKS and name in places:
            raise _unusable(msg("{field} stands in it more than once", field=f"{{{{ {name} }}}}"))
        if name in _MARKS:
            places[name] = mark.getparent()
            mark.getparent().remove(mark)
    return places


def _line(text: str) -> str:
    return printable(" ".join(text.split()))


def _unusable(reason: str | Message) -> CannotDo:
    fields = ("title", "kind", "organization", "language", *_LABELS, *_MARKS)
    return CannotDo(
        msg("the Word template {name} cannot be used: {reason}", name=TEMPLATE_NAME, reason=reason),
        msg("fields that may stand in it: {names}", names=fields),
    )
