"""Pictures as PDF: vectors with text that can be searched, in their own size or on sheets of paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from svcflow.exporters.fonts import shown_text
from svcflow.exporters.pdf.paper import NATURAL, LaidOut, Paper, lay_out, lay_whole
from svcflow.exporters.pdf.texts import cleaned
from svcflow.exporters.pdf.typesetting import Pdf, fonts_for, sheet_of, typeset
from svcflow.exporters.templating import MARK
from svcflow.finding import CannotDo
from svcflow.i18n import msg, translator

if TYPE_CHECKING:
    from svcflow.views.layout import Picture

__all__ = ["picture_to_pdf", "svg_to_pdf"]

_LONGEST = 14_400.0
"""Points: how long a side of a page may be (ISO 32000-1, annex C)."""


def picture_to_pdf(picture: Picture, to_svg: Callable[[Picture], str], paper: Paper | None = None) -> Pdf:
    """Return the picture of a flow as PDF: as one page of its own size, or parted onto sheets of paper.

    ``to_svg`` draws a picture. Raises CannotDo when typst is not installed, and for a picture that is larger than a
    page can be.
    """
    diagram = picture.diagram
    if paper is None:
        return svg_to_pdf(to_svg(picture), diagram.title, diagram.language)
    parts, laid = lay_out(picture, paper)
    svgs = [to_svg(part) for part in parts]
    return _set(svgs, laid, diagram.title, diagram.language, bool(parts[0].texts), " · ".join(diagram.facts))


def svg_to_pdf(svg: str, title: str, language: str, paper: Paper | None = None) -> Pdf:
    """Return a drawing of ours as PDF: as one page of its own size, or as large as fits on a sheet of paper.

    Raises CannotDo when typst is not installed, and for a drawing that is larger than a page can be.
    """
    sheet = sheet_of(svg)
    wide, high = sheet["width"], sheet["height"]
    if paper is not None:
        return _set([svg], lay_whole(wide, high, paper), title, language, True, "")
    if max(wide, high) * NATURAL > _LONGEST:
        raise CannotDo(
            msg(
                "the picture is too large for a page: {width} by {height} pixels",
                width=round(wide),
                height=round(high),
            ),
            msg("use `--paper a3`, which parts it onto several pages, or `--format svg`"),
        )
    whole = LaidOut((wide * NATURAL, high * NATURAL), NATURAL, ((0,),), (0.0, 0.0, 0.0))
    return _set([svg], whole, title, language, True, "")


def _set(svgs: Sequence[str], laid: LaidOut, title: str, language: str, titled: bool, facts: str) -> Pdf:
    """Set drawings on pages; the first one is ``titled`` when it shows the title itself."""
    t = translator(language)
    words: dict[str, Any] = cleaned({
        "title": title,
        "running": facts or title,
        "labels": {"page": t("Page {page} of {pages}")},
    })  # fmt: skip
    texts = title + facts + words["labels"]["page"] + "".join(map(shown_text, svgs))
    side, top, bottom = laid.margins
    page = {
        "width": laid.size[0], "height": laid.size[1], "side": side, "top": top, "bottom": bottom,
        "scale": laid.scale, "bare": not top, "titled": titled, "mark": MARK,
        "pages": [[sheet_of(svgs[place]) for place in places] for places in laid.pages],
    }  # fmt: skip
    return typeset("picture.typ", words | page | fonts_for(language), texts)
