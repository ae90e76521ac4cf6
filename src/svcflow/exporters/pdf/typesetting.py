"""Setting PDF with typst: our templates, our fonts, and what users wrote as data."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from svcflow.exporters.fonts import font_files, told_missing, uncovered
from svcflow.finding import CannotDo
from svcflow.i18n import Message, msg

if TYPE_CHECKING:
    from typst import Compiler

__all__ = ["PDF_STANDARDS", "Pdf", "compiler_of", "fonts_for", "sheet_of", "theme_colors", "typeset"]

PDF_STANDARDS = ("1.7", "2.0", "a-2b", "a-2u", "a-2a", "a-3b", "a-4", "ua-1")
"""The standards a document can be asked to keep, by their short names; `a-2b` is for archives."""

_TEMPLATES = Path(__file__).parent / "templates"
_SIZE = re.compile(r'<svg [^>]*?\bwidth="([\d.]+)" height="([\d.]+)"')
_COLOR = re.compile(r"#[0-9a-f]{6}\b")
_EPOCH = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""For what a document says of its making when it gives no date: never the clock."""


@dataclass(frozen=True, slots=True)
class Pdf:
    """The contents of a PDF file, and what people should know about it."""

    data: bytes
    warnings: tuple[Message, ...] = ()


def typeset(template: str, data: Mapping[str, Any], texts: str, standard: str = "") -> Pdf:
    """Set a template of ours with data; the same data gives the same bytes.

    ``texts`` are all characters that will be seen. Where our fonts lack some, fonts of this machine help out, and the
    result says so. ``standard`` is one of the `PDF_STANDARDS`. Raises CannotDo when typst is not installed or refuses.
    """
    missing = uncovered(texts)
    compiler = compiler_of(template, system_fonts=bool(missing))
    inputs = {"data": json.dumps({"colors": {}, **data}, ensure_ascii=False)}
    try:
        made = compiler.compile(
            format="pdf",
            sys_inputs=inputs,
            pdf_standards=cast("Any", [standard] if standard else []),
            timestamp=_EPOCH,
        )
    except RuntimeError as error:
        raise _refusal(error, standard) from error
    assert isinstance(made, bytes)
    return Pdf(made, told_missing(missing))


def theme_colors(colored: Callable[[str], str]) -> dict[str, str]:
    """Return, by each colour of our templates, the one that ``colored`` puts in its place."""
    ours = dict.fromkeys(_COLOR.findall((_TEMPLATES / "look.typ").read_text("utf-8")))
    return {color: changed for color in ours if (changed := colored(color)) != color}


def _refusal(error: RuntimeError, standard: str) -> CannotDo:
    reason = str(getattr(error, "message", error)).strip()
    if standard:
        dateless = "missing document date" in reason
        return CannotDo(
            msg("the document cannot be written as {standard}: {reason}", standard=standard, reason=reason),
            msg("give the process a date: `effective`, or one among its `revisions`")
            if dateless
            else msg("leave out the standard, or choose another one"),
        )
    return CannotDo(msg("the PDF cannot be set: {reason}", reason=reason))


def fonts_for(language: str) -> dict[str, Any]:
    """Return what the typesetter is told of a language: its fonts, its tag in parts, and the leading it needs."""
    tag = language.lower()
    if not tag.startswith("zh"):
        region: dict[str, Any] = {
            "lang": tag.split("-")[0],
            "region": None,
            "script": "auto",
            "leading": 0.62,
        }
        return region | {"fonts": ["Noto Sans SC", "Noto Sans TC"]}
    if "hant" in tag or tag.endswith(("-tw", "-hk", "-mo")):
        fonts = ["Noto Sans TC", "Noto Sans SC"]
        return {"fonts": fonts, "lang": "zh", "region": "TW", "script": "hant", "leading": 0.72}
    return {
        "fonts": ["Noto Sans SC", "Noto Sans TC"],
        "lang": "zh",
        "region": "CN",
        "script": "hans",
        "leading": 0.72,
    }


def sheet_of(svg: str) -> dict[str, Any]:
    """Return one of our drawings as the templates want it: with its width and height in pixels."""
    found = _SIZE.search(svg)
    assert found, "our SVG says how large it is"
    return {"svg": svg, "width": float(found[1]), "height": float(found[2])}


@lru_cache(maxsize=8)
def compiler_of(template: str, *, system_fonts: bool, number: int = 0) -> Compiler:  # noqa: ARG001 -- one for each
    """Return the compiler of a template; it remembers fonts and what it has set before.

    A compiler does one thing at a time: who works in threads takes one of another ``number`` for each. Raises CannotDo
    when typst is not installed.
    """
    try:
        from typst import Compiler, Fonts
    except ImportError as error:
        raise CannotDo(
            msg("PDF, and pictures in Word files, need typst, which is not installed"),
            msg("install it: pip install 'svcflow[documents]'"),
        ) from error
    folder = font_files()[0].parent
    fonts = Fonts(
        include_system_fonts=system_fonts, include_embedded_fonts=system_fonts, font_paths=[str(folder)]
    )
    return Compiler(str(_TEMPLATES / template), root=str(_TEMPLATES), font_paths=fonts)
