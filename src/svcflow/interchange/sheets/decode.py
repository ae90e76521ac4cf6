"""The texts of cells as values of a process."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple
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

__all__ = ["Cell", "decoded"]

_ID = re.compile(ID_PATTERN)
_BETWEEN = re.compile(r"\s*[,，、;；\n]\s*")
_BETWEEN_ROLES = re.compile(r"\s*[,，、;；\n/／]\s*|\s+(?:or|或)\s+")
_BULLET = re.compile(r"^\s*(?:[-*•·●▪]|\(?\d{1,2}[.)、）](?!\d)|[（(]\d{1,2}[)）]|[①-⑳])\s*")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_AROUND = re.compile(
    r"^(?:within|in|at most|max\.?|up to|about|ca\.?|≤|<=|<|约|約|大约|不超过|不超過|少于|最多|限)\s*"
    r"|\s*(?:以内|以內|之内|内|內|左右|以下)$",
    re.IGNORECASE,
)
_DONE = re.compile(r"\s*(→|->|=>|⇒|[:：])\s*")
_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T]00:00(?::00)?)?")
_SHARE = re.compile(r"(\d{1,3}(?:\.\d+)?)\s*%")


class Cell(NamedTuple):
    """A cell that is read: its text, its column, whom it can speak of, and the unit of time that its heading tells."""

    text: str
    column: Column
    names: Names
    unit: str


def decoded(text: str, column: Column, names: Names, unit: str = "") -> Any:
    """Return the value that a cell means; raises `Misread` with what is wrong.

    ``unit`` is the unit of time that the heading tells, for cells that hold a mere number.
    """
    return _READERS[column.kind](Cell(text, column, names, unit))


def _text(cell: Cell) -> str:
    return cell.text


def _label(cell: Cell) -> str:
    return " ".join(cell.text.split()) if cell.column.path[-1] != "path" else cell.text


def _texts(cell: Cell) -> list[str]:
    lines = [line for line in cell.text.split("\n") if line.strip()]
    if len(lines) > 1 and all(map(_BULLET.match, lines)):
        lines = [_BULLET.sub("", line) for line in lines]
    return lines


def _id(cell: Cell) -> str:
    if _ID.match(cell.text):
        return cell.text
    made = slug(cell.text)
    if not made:
        raise Misread(msg("‘{text}’ cannot be an id", text=cell.text))
    return made


def _ids(cell: Cell) -> list[str]:
    return [_id(cell._replace(text=part)) for part in _BETWEEN.split(cell.text.strip()) if part]


def _roles(cell: Cell) -> list[str]:
    return list(
        dict.fromkeys(cell.names.role(part) for part in _BETWEEN_ROLES.split(cell.text.strip()) if part)
    )


def _role(cell: Cell) -> str:
    return cell.names.role(cell.text.strip())


def _step(cell: Cell) -> str:
    return cell.names.step_or_raise(cell.text)


def _steps(cell: Cell) -> list[str]:
    return [cell.names.step_or_raise(part) for part in _BETWEEN.split(cell.text.strip()) if part]


def _time(cell: Cell) -> str:
    plain = normalize("NFKC", cell.text).strip()
    if _NUMBER.fullmatch(plain):
        if not cell.unit:
            raise Misread(msg("‘{text}’ has no unit; write 15m, 2h or 3bd", text=cell.text))
        return f"{plain.removesuffix('.0')}{cell.unit}"
    for candidate in (cell.text.strip(), plain, _AROUND.sub("", _AROUND.sub("", plain)).strip()):
        if _is_time(candidate):
            return candidate
    raise Misread(msg("‘{text}’ is no length of time; write 15m, 2h or 3bd", text=cell.text))


def _is_time(text: str) -> bool:
    try:
        Duration.parse(text)
    except ValueError:
        return False
    return True


def _work(cell: Cell) -> dict[str, str]:
    for between, keys in (
        (r"\s+/\s+", ("min", "likely", "max")),
        (r"\s*(?:\.\.|~|～|至|到|–|—|-)\s*", ("min", "max")),
    ):
        parts = re.split(between, cell.text.strip())
        if len(parts) == len(keys):
            last = re.sub(r"^[\d.]+", "", parts[-1])
            full = [part + last if _NUMBER.fullmatch(part) and last else part for part in parts]
            return {key: _time(cell._replace(text=part)) for key, part in zip(keys, full, strict=True)}
    return {"likely": _time(cell)}


def _choice(cell: Cell) -> str:
    if cell.column.words is None:
        return cell.text
    found = choice_of(cell.column.words, cell.text)
    if found is None:
        known = tuple(choices(cell.column.words, cell.names.language))
        raise Misread(
            msg("‘{text}’ is none of the words for this column", text=cell.text),
            msg("there are: {names}", names=known),
        )
    return found


def _yes(cell: Cell) -> bool:
    word = folded(cell.text)
    if word in yes_words():
        return True
    if word in no_words():
        return False
    raise Misread(msg("‘{text}’ is neither yes nor no", text=cell.text))


def _whole(cell: Cell) -> int:
    plain = normalize("NFKC", cell.text).strip()
    found = re.fullmatch(r"[+]?(-?\d{1,9})(?:\.0+)?", plain)
    if not found:
        raise Misread(msg("‘{text}’ is no whole number", text=cell.text))
    return int(found[1])


def _number(cell: Cell) -> float | int:
    plain = normalize("NFKC", cell.text).strip()
    if not _NUMBER.fullmatch(plain) or len(plain) > 15:
        raise Misread(msg("‘{text}’ is no number", text=cell.text))
    value = float(plain)
    return int(value) if value.is_integer() else value


def _share(cell: Cell) -> str:
    plain = normalize("NFKC", cell.text).strip()
    if _SHARE.fullmatch(plain):
        return plain.replace(" ", "")
    if _NUMBER.fullmatch(plain) and 0 <= float(plain) <= 1:
        return f"{round(float(plain) * 100, 4):g}%"
    raise Misread(msg("‘{text}’ is no percentage", text=cell.text))


def _day(cell: Cell) -> str:
    found = _DAY.fullmatch(normalize("NFKC", cell.text).strip())
    if not found:
        raise Misread(msg("‘{text}’ is no day; write year-month-day, such as 2026-12-31", text=cell.text))
    return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}"


def _plain(cell: Cell) -> str:
    return cell.text.strip()


def _branches(cell: Cell) -> list[dict[str, Any]]:
    return ways_of(cell.text, cell.names, "when")


def _events(cell: Cell) -> list[dict[str, Any]]:
    return ways_of(cell.text, cell.names, "event")


def _controls(cell: Cell) -> list[dict[str, Any]]:
    ways = ways_of(cell.text, cell.names, "what")
    return [{"step" if key == "to" else key: value for key, value in way.items()} for way in ways]


def _cases(cell: Cell) -> list[dict[str, Any]]:
    cases = []
    for line in _texts(cell):
        when, between, do = _DONE.split(line, maxsplit=1) if _DONE.search(line) else (line, "", "")
        cases.append(
            {"when": when.strip(), "do": do.strip()}
            if between and when.strip() and do.strip()
            else {"when": line.strip()}
        )
    return cases


def _standards(cell: Cell) -> list[dict[str, Any]]:
    return [{"standard": line.strip()} for line in _texts(cell)]


def _records(cell: Cell) -> list[dict[str, Any]]:
    return [{"what": part} for line in _texts(cell) for part in _BETWEEN.split(line) if part]


def _limit(cell: Cell) -> dict[str, Any]:
    found = ways_of(cell.text, cell.names, "time")
    if len(found) != 1 or "time" not in found[0]:
        raise Misread(msg("‘{text}’ is no length of time; write 15m, 2h or 3bd", text=cell.text))
    return {**found[0], "time": _time(cell._replace(text=found[0]["time"]))}


_Reader = Callable[[Cell], Any]
_READERS: dict[Kind, _Reader] = {
    Kind.TEXT: _text, Kind.TEXTS: _texts, Kind.LABEL: _label, Kind.ID: _id, Kind.IDS: _ids, Kind.ROLE: _role,
    Kind.ROLES: _roles, Kind.STEP: _step, Kind.STEPS: _steps, Kind.TIME: _time, Kind.WORK: _work,
    Kind.CHOICE: _choice, Kind.YES: _yes, Kind.WHOLE: _whole, Kind.NUMBER: _number, Kind.SHARE: _share,
    Kind.DAY: _day, Kind.PLAIN: _plain, Kind.BRANCHES: _branches, Kind.EVENTS: _events, Kind.LIMIT: _limit,
    Kind.RECORDS: _records, Kind.CASES: _cases, Kind.STANDARDS: _standards, Kind.CONTROLS: _controls,
}  # fmt: skip
