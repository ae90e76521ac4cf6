"""The lines between ``---`` at the very beginning of a Markdown file, in which site builders and wikis keep facts."""

from __future__ import annotations

import re

__all__ = ["Fact", "front_matter"]

Fact = tuple[str, str, int]
"""A label, a text, and the line."""

_LINE = re.compile(r"^(?P<label>[^\s#:][^:]*?)\s*:\s+(?P<text>\S.*?)\s*$")


def front_matter(text: str) -> tuple[str, list[Fact]]:
    r"""Return a text with as many empty lines in place of its front matter, and the one-line facts of that.

    >>> front_matter("---\ntitle: 'Check-out'\n---\nText")
    ('\\n\\n\\nText', [('title', 'Check-out', 2)])
    """
    lines = text.split("\n")
    if lines[0].strip() != "---" or "---" not in map(str.strip, lines[1:]):
        return text, []
    end = [line.strip() for line in lines].index("---", 1)
    found = [
        (match["label"], match["text"].strip("\"'"), number)
        for number, line in enumerate(lines[1:end], 2)
        if (match := _LINE.match(line))
    ]
    return "\n" * (end + 1) + "\n".join(lines[end + 1 :]), found
