"""Ways on in a cell: ``condition → step (8%)``, and what people write for it."""

from __future__ import annotations

import re
from typing import Any
from unicodedata import normalize

from svcflow.i18n import msg
from svcflow.interchange.sheets.headings import folded
from svcflow.interchange.sheets.names import Misread, Names
from svcflow.interchange.sheets.words import otherwise_words

__all__ = ["Misread", "ways_of"]

_ARROW = re.compile(r"\s*(?:→|->|=>|⇒|➔|➜|➡|⟶)\s*")
_EXTRAS = re.compile(r"^(?P<rest>.*?)\s*[(（](?P<extras>[^()（）]*)[)）]\s*$", re.DOTALL)
_SHARE = re.compile(r"\d{1,3}(?:\.\d+)?\s*%")
_LIMIT = re.compile(r"(?:max\.?|at most|最多|至多)\s*(\d{1,4})\s*(?:×|x|times|次)?", re.IGNORECASE)
_BY = re.compile(r"(?:by|由)\s*[:：]?\s*(\S.*)", re.IGNORECASE)
_SPOKEN = re.compile(
    r"^(?:if|when|若|如果|如|当|當)?\s*(?P<when>.*?)[,，]?\s*(?:then\s+)?"
    r"(?:go(?:es)?\s*(?:back\s*)?to|jump to|continue with|"
    r"(?:(?<!否)则)?(?:转到|轉到|转入|轉入|进入|進入|跳转到|跳转至|返回|转至|轉至|转|轉|到))\s*"
    r"(?P<to>[^,，]+)$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[,，、/／]|\s+(?:or|and)\s+|或者?|和", re.IGNORECASE)
_COLON = re.compile(r"^(?P<when>[^:：]+)[:：]\s*(?P<to>.+)$")


def ways_of(text: str, names: Names, key: str) -> list[dict[str, Any]]:
    """Return the ways on that a cell tells; ``key`` is what stands before the arrow: ``when``, ``event`` or ``time``.

    One a line, or on one line with semicolons. Raises `Misread` when a way leads to no step.
    """
    return [_way(line, names, key) for line in _lines(text, names, key)]


def _lines(text: str, names: Names, key: str) -> list[str]:
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) != 1:
        return lines
    parts = [part for part in re.split(r"[;；]", text) if part.strip()]
    if len(parts) > 1 and all(_target_of(part, names) is not None for part in parts):
        return parts
    several = [part for part in _BETWEEN.split(text) if part.strip()]
    if (
        key == "when"
        and len(several) > 1
        and all(names.step(part) for part in several)
        and not _ARROW.search(text)
    ):
        return several
    return lines


def _target_of(part: str, names: Names) -> str | None:
    rest, _ = _without_extras(part)
    return names.step(_split(rest, names)[1])


def _way(line: str, names: Names, key: str) -> dict[str, Any]:
    rest, extras = _without_extras(line)
    condition, target = _split(rest, names)
    way: dict[str, Any] = {}
    if key != "when" and condition is None:
        condition, target = target, ""
    if condition is not None and folded(condition) in otherwise_words() and key == "when":
        way["otherwise"] = _step(target, line, names)
    else:
        if condition is not None:
            way[key] = condition
        if target:
            way["to"] = _step(target, line, names)
    return {**way, **extras_of(extras, names)}


def _step(target: str, line: str, names: Names) -> str:
    found = names.step(target)
    if found is None:
        raise Misread(
            msg("‘{line}’ leads to no step", line=line.strip()),
            msg("write `condition → step`, with the id, the name or the number of a step"),
        )
    return found


def _split(rest: str, names: Names) -> tuple[str | None, str]:
    """Return condition and target; no condition for a mere target."""
    arrows = list(_ARROW.finditer(rest))
    if arrows:
        last = arrows[-1]
        return rest[: last.start()].strip() or None, rest[last.end() :].strip()
    if names.step(rest) and not names.own:
        return None, rest.strip()
    for pattern in (_SPOKEN, _COLON):
        found = pattern.match(rest.strip())
        if found and names.step(found["to"]) and not names.own:
            return found["when"].strip() or None, found["to"].strip()
    return None, rest.strip()


def _without_extras(line: str) -> tuple[str, str]:
    """Split off the brackets at the end, if all in them is a share, a limit or who may go this way."""
    found = _EXTRAS.match(line)
    if found and all(_known(part) for part in _parts(found["extras"])):
        return found["rest"], found["extras"]
    return line, ""


def _parts(extras: str) -> list[str]:
    return [part for part in re.split(r"\s*[,，、;；]\s*", normalize("NFKC", extras).strip()) if part]


def _known(part: str) -> bool:
    return any(pattern.fullmatch(part) for pattern in (_SHARE, _LIMIT, _BY))


def extras_of(extras: str, names: Names) -> dict[str, Any]:
    """Return share, limit and roles out of the brackets behind a way."""
    found: dict[str, Any] = {}
    for part in _parts(extras):
        if _SHARE.fullmatch(part):
            found["share"] = part.replace(" ", "")
        elif limit := _LIMIT.fullmatch(part):
            found["limit"] = int(limit[1])
        elif by := _BY.fullmatch(part):
            found["role"] = [names.role(role) for role in re.split(r"\s*\+\s*", by[1])]
    return found
