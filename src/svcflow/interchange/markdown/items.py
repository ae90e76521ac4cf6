"""A numbered line as a step: who, what, by when, where it goes on."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from svcflow.interchange.markdown.blocks import Item, plain

__all__ = ["Step", "step_of"]

_BOLD = re.compile(
    r"^(?:\*\*|__)(?P<bold>[^*_]+?)(?:\*\*|__)\s*(?P<colon>[:：—–-]?)\s*(?P<rest>.*)$", re.DOTALL
)
_COLON = re.compile(r"^(?P<role>[^:：,，。.;；()（）]{1,24})[:：]\s*(?P<rest>\S.*)$", re.DOTALL)
_BRACKETS = re.compile(r"\s*[(（](?P<inner>[^()（）]{1,40})[)）]\s*[.。]?$")
_TIME = re.compile(
    r"^(?:within|in|max\.?|at most|up to|≤|限时?|时限[:：]?|時限[:：]?|不超过|不超過)?\s*[\d.]+\s*(?:个|個)?"
    r"(?:s|sec(?:ond)?s?|m|min(?:ute)?s?|h|hours?|hrs?|d|days?|bd|"
    r"(?:business|working) days?|w|weeks?|秒|分钟?|分鐘|小时|小時|天|日|工作日|工作天|周|週)"
    r"(?:内|內|以内|以內|之内|之內)?$",
    re.IGNORECASE,
)
_GOES = re.compile(
    r"→|->|=>|\bgo(?:es)? (?:back )?to\b|\bcontinue with\b|转[到至入第步]|轉[到至入第步]|返回第?|(?:进入|進入)步",
    re.IGNORECASE,
)
_MOST_ROLE = 24
_NO_BLANK = re.compile("(?<=[\u2e80-\uffee])\n(?=[\u2e80-\uffee])")
"""Ends of lines within Chinese text, where no blank stands."""


@dataclass(slots=True)
class Step:
    """A step as its line tells it; ``guessed`` when who does it was taken from the wording alone."""

    number: int
    name: str
    line: int
    role: str = ""
    time: str = ""
    instructions: tuple[str, ...] = ()
    next: tuple[str, ...] = ()
    guessed: bool = False


def step_of(item: Item, roles: Collection[str], sure: Collection[str] | None = None) -> Step:
    """Return the step that an item of a numbered list tells.

    ``roles`` are those that the text names elsewhere; if only some of these are roles for ``sure``, the others make a
    guess.
    """
    text, _, below = item.text.partition("\n")
    text, time = _time(text)
    role, name, guessed = _who(text, roles)
    guessed = guessed or bool(role and sure is not None and role not in sure)
    more = [line for line in (*below.split("\n"), *_lines(item.inner)) if line.strip()]
    goes = tuple(plain(line) for line in more if _GOES.search(line))
    how = tuple(plain(line) for line in more if not _GOES.search(line))
    name = plain(name).rstrip("。；;") if name else plain(text)
    name = name[:1].upper() + name[1:] if role else name
    return Step(item.number, name.removesuffix(".") or plain(text), item.line, role, time, how, goes, guessed)


def _lines(items: Iterable[Item]) -> Iterable[str]:
    for item in items:
        yield _NO_BLANK.sub("", item.text).replace("\n", " ")
        yield from _lines(item.inner)


def _time(text: str) -> tuple[str, str]:
    """Split off a time in brackets at the end: ``(within 5 min)``, ``（5 分钟内）``."""
    found = _BRACKETS.search(text)
    if found and _TIME.match(found["inner"].strip()):
        return text[: found.start()].strip(), found["inner"].strip()
    return text, ""


def _who(text: str, roles: Collection[str]) -> tuple[str, str, bool]:
    """Return the role, the rest of the line, and whether the role was guessed."""
    bold = _BOLD.match(text)
    if bold and bold["rest"] and len(bold["bold"]) <= _MOST_ROLE:
        role = bold["bold"].strip().rstrip(":：")
        return role, bold["rest"], role not in roles
    for role in sorted(roles, key=len, reverse=True):
        rest = text[len(role) :].lstrip(" :：,，") if text.casefold().startswith(role.casefold()) else ""
        if rest:
            return role, rest, False
    colon = _COLON.match(text)
    if colon and not colon["role"].strip().isdigit():
        return plain(colon["role"]), colon["rest"], True
    return "", text, False
