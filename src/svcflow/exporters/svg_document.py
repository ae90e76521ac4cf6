"""What every SVG file of ours begins and ends with."""

from __future__ import annotations

from collections.abc import Iterable

from svcflow.exporters.markup import escape, number
from svcflow.exporters.theme import font_family, style_sheet

__all__ = ["svg_document"]


def svg_document(
    parts: Iterable[str], size: tuple[float, float], *, title: str, description: str, language: str
) -> str:
    """Return an SVG document of drawn parts; ``size`` is its width and height in pixels."""
    wide, high = (number(round(measure, 2)) for measure in size)
    tag = escape(language)
    return "".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>\n',
            f'<svg xmlns="http://www.w3.org/2000/svg" class="svcflow" width="{wide}" height="{high}"',
            f' viewBox="0 0 {wide} {high}" role="graphics-document" lang="{tag}" xml:lang="{tag}"',
            f' font-family="{escape(font_family(language))}">\n',
            f"<title>{escape(title)}</title>\n<desc>{escape(description)}</desc>\n",
            f"<style>\n{style_sheet()}\n</style>\n",
            f'<rect class="page" width="{wide}" height="{high}"/>\n',
            *parts,
            "</svg>\n",
        ]
    )
