"""The texts of cells as values of a process."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from unicodedata import normalize

from svcflow.i18n import msg
from svcflow.interchange.ids import slug
from svcflow.interchange.sheets.column import Column, Kind
from svcflow.interchange.sheets.headings import folded
from svcflow.interchange.sheets.names import Names
from svcflow.interchange.sheets.ways import Misread, ways_of
from svcflow.interchange.sheets.words import choice_of, choices, no_words, yes_words
from svcflow.model.duration import Duration
from svcflow.model.values import ID_PATTERN

__all__ = ["decoded"]

_ID = re.compile(ID_PATTERN)
_BETWEEN = re.compile(r"\s*[,，、;；\n]\s*")
_BETWEEN_ROLES = re.compile(r"\s*[,，、;；\n/／]\s*|\s+(?:or|或)\s+")
_BULLET = re.compile(r"^\s*(?:[-*•·●▪]|\(?\d{1,2}[.)、）](?!\d)|[（(]\d{1,2}[)）]|[①-⑳])\s*")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_AROUND = re.compile(
    r"^(?:within|in|at most|max\.?|up to|about|ca\.?|≤|<=|<|约|約|大约|不超过|不超過|少于|最多|限)\s*|\s*(?:以内|以內|之内|内|內|左右|以下)$",
    re.IGNORECASE,
)
_DONE = re.compile(r"\s*(→|->|=>|⇒|[:：])\s*")
_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T]00:00(?::00)?)?")
_SHARE = re.compile(r"(\d{1,3}(?:\.\d+)?)\s*%")


def decoded(text: str, column: Column, names: Names, unit: str = "") -> Any:
    """Return the value that a cell means; raises `Misread` with what is wrong.

    ``unit`` is the unit of time that the heading tells, for cells that hold a mere number.
    """
    return _READERS[column.kind](text, column, names, unit)


def _text(text: str, column: Column, names: Names, unit: str) -> str:
    return text


def _label(text: str, column: Column, names: Names, unit: str) -> str:
    return " ".join(text.split()) if column.path[-1] != "path" else text


def _texts(text: str, column: Column, names: Names, unit: str) -> list[str]:
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) > 1 and all(map(_BULLET.match, lines)):
        lines = [_BULLET.sub("", line) for line in lines]
    return lines


def _id(text: str, column: Column, names: Names, unit: str) -> str:
    if _ID.match(text):
        return text
    made = slug(text)
    if not made:
        raise Misread(msg("‘{text}’ cannot be an id", text=text))
    return made


def _ids(text: str, column: Column, names: Names, unit: str) -> list[str]:
    return [_id(part, column, names, unit) for part in _BETWEEN.split(text.strip()) if part]


def _roles(text: str, column: Column, names: Names, unit: str) -> list[str]:
    return list(dict.fromkeys(names.role(part) for part in _BETWEEN_ROLES.split(text.strip()) if part))


def _role(text: str, column: Column, names: Names, unit: str) -> str:
    return names.role(text.strip())


def _step(text: str, column: Column, names: Names, unit: str) -> str:
    return names.step_or_raise(text)


def _steps(text: str, column: Column, names: Names, unit: str) -> list[str]:
    return [names.step_or_raise(part) for part in _BETWEEN.split(text.strip()) if part]


def _time(text: str, column: Column, names: Names, unit: str) -> str:
    plain = normalize("NFKC", text).strip()
    if _NUMBER.fullmatch(plain):
        if not unit:
            raise Misread(msg("‘{text}’ has no unit; write 15m, 2h or 3bd", text=text))
        return f"{plain.removesuffix('.0')}{unit}"
    for candidate in (text.strip(), plain, _AROUND.sub("", _AROUND.sub("", plain)).strip()):
        if _is_time(candidate):
            return candidate
    raise Misread(msg("‘{text}’ is no length of time; write 15m, 2h or 3bd", text=text))


def _is_time(text: str) -> bool:
    try:
        Duration.parse(text)
    except ValueError:
        return False
    return True


def _work(text: str, column: Column, names: Names, unit: str) -> dict[str, str]:
    for between, keys in (
        (r"\s+/\s+", ("min", "likely", "max")),
        (r"\s*(?:\.\.|~|～|至|到|–|—|-)\s*", ("min", "max")),
    ):
        parts = re.split(between, text.strip())
        if len(parts) == len(keys):
            last = re.sub(r"^[\d.]+", "", parts[-1])
            full = [part + last if _NUMBER.fullmatch(part) and last else part for part in parts]
            return {key: _time(part, column, names, unit) for key, part in zip(keys, full, strict=True)}
    return {"likely": _time(text, column, names, unit)}


def _choice(text: str, column: Column, names: Names, unit: str) -> str:
    if column.words is None:
        return text
    found = choice_of(column.words, text)
    if found is None:
        known = tuple(choices(column.words, names.language))
        raise Misread(
            msg("‘{text}’ is none of the words for this column", text=text),
            msg("there are: {names}", names=known),
        )
    return found


def _yes(text: str, column: Column, names: Names, unit: str) -> bool:
    word = folded(text)
    if word in yes_words():
        return True
    if word in no_words():
        return False
    raise Misread(msg("‘{text}’ is neither yes nor no", text=text))


def _whole(text: str, column: Column, names: Names, unit: str) -> int:
    plain = normalize("NFKC", text).strip()
    found = re.fullmatch(r"[+]?(-?\d{1,9})(?:\.0+)?", plain)
    if not found:
        raise Misread(msg("‘{text}’ is no whole number", text=text))
    return int(found[1])


def _number(text: str, column: Column, names: Names, unit: str) -> float | int:
    plain = normalize("NFKC", text).strip()
    if not _NUMBER.fullmatch(plain) or len(plain) > 15:
        raise Misread(msg("‘{text}’ is no number", text=text))
    value = float(plain)
    return int(value) if value.is_integer() else value


def _share(text: str, column: Column, names: Names, unit: str) -> str:
    plain = normalize("NFKC", text).strip()
    if _SHARE.fullmatch(plain):
        return plain.replace(" ", "")
    if _NUMBER.fullmatch(plain) and 0 <= float(plain) <= 1:
        return f"{round(float(plain) * 100, 4):g}%"
    raise Misread(msg("‘{text}’ is no percentage", text=text))


def _day(text: str, column: Column, names: Names, unit: str) -> str:
    found = _DAY.fullmatch(normalize("NFKC", text).strip())
    if not found:
        raise Misread(msg("‘{text}’ is no day; write year-month-day, such as 2026-12-31", text=text))
    return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}"


def _plain(text: str, column: Column, names: Names, unit: str) -> str:
    return text.strip()


def _branches(text: str, column: Column, names: Names, unit: str) -> list[dict[str, Any]]:
    return ways_of(text, names, "when")


def _events(text: str, column: Column, names: Names, unit: str) -> list[dict[str, Any]]:
    return ways_of(text, names, "event")


def _controls(text: str, column: Column, names: Names, unit: str) -> list[dict[str, Any]]:
    ways = ways_of(text, names, "what")
    return [{"step" if key == "to" else key: value for key, value in way.items()} for way in ways]


def _cases(text: str, column: Column, names: Names, unit: str) -> list[dict[str, Any]]:
    cases = []
    for line in _texts(text, column, names, unit):
        when, between, do = _DONE.split(line, maxsplit=1) if _DONE.search(line) else (line, "", "")
        cases.append(
            {"when": when.strip(), "do": do.strip()}
            if between and when.strip() and do.strip()
            else {"when": line.strip()}
        )
    return cases


def _standards(text: str, column: Column, names: Names, unit: str) -> list[dict[str, Any]]:
    return [{"standard": line.strip()} for line in _texts(text, column, names, unit)]


def _limit(text: str, column: Column, names: Names, unit: str) -> dict[str, Any]:
    found = ways_of(text, names, "time")
    if len(found) != 1 or "time" not in found[0]:
        raise Misread(msg("‘{text}’ is no length of time; write 15m, 2h or 3bd", text=text))
    return {**found[0], "time": _time(found[0]["time"], column, names, unit)}


_Reader = Callable[[str, Column, Names, str], Any]
_READERS: dict[Kind, _Reader] = {
    Kind.TEXT: _text, Kind.TEXTS: _texts, Kind.LABEL: _label, Kind.ID: _id, Kind.IDS: _ids, Kind.ROLE: _role,
    Kind.ROLES: _roles, Kind.STEP: _step, Kind.STEPS: _steps, Kind.TIME: _time, Kind.WORK: _work,
    Kind.CHOICE: _choice, Kind.YES: _yes, Kind.WHOLE: _whole, Kind.NUMBER: _number, Kind.SHARE: _share,
    Kind.DAY: _day, Kind.PLAIN: _plain, Kind.BRANCHES: _branches, Kind.EVENTS: _events, Kind.LIMIT: _limit, Kind.CASES: _cases, Kind.STANDARDS: _standards, Kind.CONTROLS: _controls,
}  # fmt: skip
