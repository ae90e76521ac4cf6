"""The parts of a line of Mermaid: nodes with their outlines, arrows with their texts."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

__all__ = ["Arrow", "Token", "plain_text", "tokens"]

_OUTLINES = (
    ("(((", ")))", "double"), ("([", "])", "stadium"), ("((", "))", "circle"), ("[[", "]]", "subroutine"),
    ("[(", ")]", "cylinder"), ("[/", "/]", "slanted"), ("[/", "\\]", "trapezoid"), ("[\\", "\\]", "slanted"),
    ("[\\", "/]", "trapezoid"), ("{{", "}}", "hexagon"), ("(", ")", "round"), ("[", "]", "box"), ("{", "}", "rhombus"),
    (">", "]", "flag"),
)  # fmt: skip
_SHAPES = {
    "diam": "rhombus", "decision": "rhombus", "diamond": "rhombus", "question": "rhombus", "stadium": "stadium",
    "pill": "stadium", "terminal": "stadium", "circle": "circle", "circ": "circle", "start": "circle", "stop": "double",
    "sm-circ": "circle", "framed-circle": "double", "dbl-circ": "double", "double-circle": "double",
    "fr-rect": "subroutine", "subprocess": "subroutine", "subproc": "subroutine", "subroutine": "subroutine",
    "hex": "hexagon", "hexagon": "hexagon", "prepare": "hexagon", "fork": "bar", "join": "bar", "hourglass": "hexagon",
    "delay": "hexagon", "collate": "hexagon", "rounded": "round", "event": "round",
}  # fmt: skip
_ID = re.compile(r"[^\s()\[\]{}<>|;:&@\"#%~=,.\-]+(?:[.\-]+(?![\->.])[^\s()\[\]{}<>|;:&@\"#%~=,.\-]+)*")
_ARROW = re.compile(
    r"(?P<id>[A-Za-z_]\w*@)?(?P<line>[<xo]?(?:--+|==+|-\.+-|~~~+)[->xo=]?|[<xo]?-\.+->|[<xo]?-\.+-)"
)
_LONG = re.compile(
    r"(?P<open>[<xo]?(?:--|==|-\.))\s+(?P<text>\"[^\"]*\"|[^\"|\s-][^|]*?)\s*(?P<close>--+[>xo]?|==+[>xo]?|\.+-[>xo]?)"
)
_LABEL = re.compile(r"\s*\|(?P<text>\"[^\"]*\"|[^|]*)\|")
_CLASS = re.compile(r":::([A-Za-z][\w-]*)")
_META = re.compile(r"@\{(?P<inside>(?:[^{}\"]|\"[^\"]*\")*)\}")
_FIELD = re.compile(r"(\w+)\s*:\s*(\"[^\"]*\"|[^,}\s][^,}]*)")
_CODE = re.compile(r"#(\w+);")
_BREAK = re.compile(r"<br\s*/?>|\\n", re.IGNORECASE)
_TAG = re.compile(r"</?(?:b|i|u|em|strong|small|sub|sup|span|div|p|font|center)\b[^<>]*>", re.IGNORECASE)
_ICON = re.compile(r"\bfa[bklrs]?:fa-[\w-]+\s*")


@dataclass(slots=True)
class Token:
    """A node as a line names it; empty where the line names the id alone."""

    id: str
    column: int
    text: str = ""
    outline: str = ""
    classes: tuple[str, ...] = ()
    several: bool = False
    """Whether it stands beside the one before it, joined by ``&``."""


@dataclass(slots=True)
class Arrow:
    """An arrow between nodes."""

    column: int
    text: str = ""
    dotted: bool = False
    thick: bool = False
    back: bool = False
    """Whether it points to what stands before it, too or alone."""
    hidden: bool = False


def plain_text(text: str) -> str:
    """Return a text as people see it: codes and entities as their signs, ``<br>`` as a line break."""
    said = text.strip()
    if len(said) > 1 and said[0] == said[-1] == '"':
        said = said[1:-1]
    if len(said) > 1 and said[0] == said[-1] == "`":
        said = re.sub(r"(\*\*|__|\*)", "", said[1:-1])
    said = _ICON.sub("", _TAG.sub("", _BREAK.sub("\n", said)))
    said = _CODE.sub(lambda found: f"&#{found[1]};" if found[1].isdigit() else f"&{found[1]};", said)
    return "\n".join(line.strip() for line in html.unescape(said).split("\n")).strip("\n")


def tokens(line: str) -> tuple[list[Token | Arrow], int]:
    """Return the nodes and arrows of a line, and how far it was understood (the length when it was whole)."""
    found: list[Token | Arrow] = []
    place, several = _blanks(line, 0), False
    while place < len(line):
        if line[place] == "&" and found and isinstance(found[-1], Token):
            several, place = True, _blanks(line, place + 1)
            continue
        arrow = _arrow(line, place) if found and isinstance(found[-1], Token) and not several else None
        if arrow is not None:
            found.append(arrow[0])
            place = _blanks(line, arrow[1])
            continue
        if found and isinstance(found[-1], Token) and not several:
            return found, place
        token = _node(line, place)
        if token is None:
            return found, place
        token[0].several, several = several, False
        found.append(token[0])
        place = _blanks(line, token[1])
    return found, len(line)


def _blanks(line: str, place: int) -> int:
    while place < len(line) and (
        line[place].isspace() or (line[place] == ";" and not line[place + 1 :].strip())
    ):
        place += 1
    return place


# -- nodes


def _node(line: str, place: int) -> tuple[Token, int] | None:
    found = _ID.match(line, place)
    if not found:
        return None
    token, place = Token(found[0], place + 1), found.end()
    for before, behind, outline in _OUTLINES:
        if line.startswith(before, place):
            inner = _inner(line, place + len(before), behind)
            if inner is not None:
                token.text, token.outline = plain_text(inner), outline
                place += len(before) + len(inner) + len(behind)
                break
    meta = _META.match(line, place)
    if meta:
        _from_meta(token, meta["inside"])
        place = meta.end()
    while named := _CLASS.match(line, place):
        token.classes += (named[1],)
        place = named.end()
    return token, place


def _inner(line: str, start: int, behind: str) -> str | None:
    """Return what stands between the brackets, quotes heeded; None when they are not closed in this way."""
    rest = line[start:]
    quoted = re.match(r'\s*"[^"]*"\s*', rest)
    if quoted:
        return quoted[0] if rest.startswith(behind, quoted.end()) else None
    end = rest.find(behind)
    while (
        behind in {")", "]", "}"} and end >= 0 and rest[:end].count(_OPEN[behind]) > rest[:end].count(behind)
    ):
        end = rest.find(behind, end + 1)
    return rest[:end] if end >= 0 else None


_OPEN = {")": "(", "]": "[", "}": "{"}


def _from_meta(token: Token, inside: str) -> None:
    fields = {name: value.strip() for name, value in _FIELD.findall(inside)}
    if "label" in fields:
        token.text = plain_text(fields["label"])
    if "shape" in fields:
        token.outline = _SHAPES.get(fields["shape"].strip('"'), "box")


# -- arrows


def _arrow(line: str, place: int) -> tuple[Arrow, int] | None:
    long = _LONG.match(line, place)
    if long:
        return _made(long["open"] + long["close"], plain_text(long["text"]), place), long.end()
    found = _ARROW.match(line, place)
    if not found:
        return None
    end = found.end()
    label = _LABEL.match(line, end)
    text = plain_text(label["text"]) if label else ""
    return _made(found["line"], text, place), label.end() if label else end


def _made(drawn: str, text: str, place: int) -> Arrow:
    return Arrow(
        place + 1,
        text,
        dotted="." in drawn,
        thick="=" in drawn,
        back=drawn[0] in "<xo",
        hidden="~" in drawn,
    )
