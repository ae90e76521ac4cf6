"""Text for people as it stands in a file: broken into lines for a drawing, or written as HTML."""

from __future__ import annotations

import re
from html.parser import HTMLParser

__all__ = ["lines_of", "one_line"]

_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uff65"
_WITHIN_WIDE = re.compile(f"(?<=[{_WIDE}])[ \t\r]*\n\\s*(?=[{_WIDE}])")
_HTML = re.compile(
    r"</?(p|br|div|span|ul|ol|li|b|i|u|em|strong|a|h[1-6]|font|table|html|body)(\s[^<>]*)?/?>", re.IGNORECASE
)
_BREAKS = frozenset(("p", "br", "div", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6"))
_SILENT = frozenset(("script", "style", "head", "title"))
_MAX_HTML = 200_000


def one_line(text: str) -> str:
    r"""Return a text on one line; Chinese that is broken into lines is put together without a blank.

    >>> one_line("Check\n identity"), one_line("核对\n身份")
    ('Check identity', '核对身份')
    """
    if "\n" in text:
        text = _WITHIN_WIDE.sub("", text)
    return " ".join(text.split())


def lines_of(text: str) -> list[str]:
    """Return the lines of a text that have something in them, without the markup of HTML.

    >>> lines_of("<p>Ask for <b>both</b> cards &amp; copy them</p><ul><li>front</li><li>back</li></ul>")
    ['Ask for both cards & copy them', 'front', 'back']
    """
    if "<" in text and len(text) < _MAX_HTML and _HTML.search(text):
        parser = _Prose()
        parser.feed(text)
        parser.close()
        text = "".join(parser.parts)
    lines = (" ".join(line.split()) for line in text.splitlines())
    return [line for line in lines if line]


class _Prose(HTMLParser):
    """Collects the text of HTML, a line for each paragraph and item."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 -- the parser's
        """Begin a line."""
        self._silent += tag in _SILENT
        if tag in _BREAKS:
            self.parts.append("\n")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 -- likewise
        """Begin a line after ``<br/>``."""
        if tag in _BREAKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End a line."""
        self._silent -= tag in _SILENT and self._silent > 0
        if tag in _BREAKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        """Take text; its own line breaks are blanks."""
        if not self._silent:
            self.parts.append(" ".join(data.split("\n")))
