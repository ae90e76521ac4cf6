"""The days of the week and the hours of a day as people write them: ``mon-fri``, ``周一至周五``, ``08:30-12:00``."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

from pydantic import BeforeValidator, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import core_schema

from svcflow.model.base import bad

if TYPE_CHECKING:
    from pydantic.json_schema import JsonSchemaValue

__all__ = ["DAY_KEYS", "DayHours", "TimeSpan", "Weekdays", "clock"]

DAY_KEYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""The days of the week as they are written in a calendar; Monday is 0, as in `datetime`."""

_ENGLISH = (
    "[Mm]on(?:day)?",
    "[Tt]ue(?:s(?:day)?)?",
    "[Ww]ed(?:s|nesday)?",
    "[Tt]hu(?:r(?:s(?:day)?)?)?",
    "[Ff]ri(?:day)?",
    "[Ss]at(?:urday)?",
    "[Ss]un(?:day)?",
)
_CHINESE = ("一", "二", "三", "四", "五", "六", "[日天]")
_GROUPS = {
    "[Dd]aily|[Ee]very ?day|每[天日]": range(7),
    "[Ww]eekdays?|平日": range(5),
    "[Ww]eekends?|[周週]末": range(5, 7),
}
_WEEK = "(?:周|週|星期|礼拜|禮拜)"
_DAY = f"(?:{'|'.join(_ENGLISH)}|{_WEEK}[一二三四五六日天])"
_TO = r" *(?:-|–|—|~|～|\.\.|至|到| to ) *"
_AND = " *(?:,|，|、|;|；|和|及| and ) *"
_ITEM = f"(?:{'|'.join(_GROUPS)}|{_DAY}(?:{_TO}(?:{_DAY}|[一二三四五六日天]))?)"
_KEY_PATTERN = f"^{_ITEM}(?:{_AND}(?:{_ITEM}|[一二三四五六日天]))*$"

_TIME = "(?:(?:[01]?[0-9]|2[0-3])[:：][0-5][0-9]|24[:：]00)"
_SPAN = f"{_TIME}{_TO}{_TIME}"
_SPAN_PATTERN = f"^{_SPAN}$"
_SPANS_PATTERN = f"^(?:[Cc]losed|{_SPAN}(?:{_AND}{_SPAN})*)$"
_DAY_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class Weekdays:
    """Days of the week, Monday is 0: ``mon-fri``, ``sat, sun``, ``daily``, ``周一至周五``."""

    days: tuple[int, ...]
    text: str = field(compare=False)

    @classmethod
    def parse(cls, text: str) -> Weekdays:
        """Read the days; a range may run over the end of the week (``fri-mon``)."""
        if not re.fullmatch(_KEY_PATTERN[1:-1], text):
            near = get_close_matches(
                text.lower(), (*DAY_KEYS, "mon-fri", "weekdays", "weekend", "daily"), 1, 0.5
            )
            raise bad(
                "weekdays",
                "'{value}' names no days of the week; write mon, mon-fri, sat, sun or daily; nearest: {near}",
                value=text,
                near=near[0] if near else "mon-fri",
            )
        days: set[int] = set()
        for item in re.split(_AND, text):
            days.update(_days(item))
        return cls(tuple(sorted(days)), text)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: Any, _handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            lambda value: value if isinstance(value, cls) else cls.parse(str(value)),
            serialization=core_schema.plain_serializer_function_ser_schema(lambda value: value.text),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _schema: core_schema.CoreSchema, _handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "pattern": _KEY_PATTERN}


def _days(item: str) -> list[int]:
    for pattern, group in _GROUPS.items():
        if re.fullmatch(pattern, item):
            return list(group)
    first, *last = (_weekday(day) for day in re.split(_TO, item))
    return [first] if not last else [(first + offset) % 7 for offset in range((last[0] - first) % 7 + 1)]


def _weekday(name: str) -> int:
    return next(
        number
        for number in range(7)
        if re.fullmatch(_ENGLISH[number], name) or re.fullmatch(f"{_WEEK}?{_CHINESE[number]}", name)
    )


class TimeSpan(NamedTuple):
    """A stretch of a day, in minutes from its midnight; one that runs past the next midnight ends after 1440."""

    start: int
    end: int

    @classmethod
    def parse(cls, text: str) -> TimeSpan:
        """Read ``08:30-12:00`` or, over midnight, ``22:00-06:00``."""
        if not re.fullmatch(_SPAN_PATTERN[1:-1], text):
            raise bad(
                "time-span",
                "'{value}' is no stretch of a day; write both times with the 24-hour clock, such as 08:30-12:00, "
                "up to 24:00",
                value=text,
            )
        start, end = (_minutes(time) for time in re.split(_TO, text))
        if start in {end, _DAY_MINUTES}:
            raise bad(
                "time-span",
                "'{value}' lasts no time; the whole day is 00:00-24:00, and a night shift such as 22:00-06:00 belongs "
                "to the day on which it starts",
                value=text,
            )
        return cls(start, end if end > start else end + _DAY_MINUTES)

    def __str__(self) -> str:
        end = self.end if self.end <= _DAY_MINUTES else self.end - _DAY_MINUTES
        return f"{clock(self.start)}-{clock(end)}"

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: Any, _handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            lambda value: value if isinstance(value, cls) else cls.parse(str(value)),
            serialization=core_schema.to_string_ser_schema(),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _schema: core_schema.CoreSchema, _handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "pattern": _SPAN_PATTERN, "examples": ["08:30-12:00", "22:00-06:00"]}


def _minutes(time: str) -> int:
    hour, minute = re.split("[:：]", time)
    return int(hour) * 60 + int(minute)


def clock(minutes: int) -> str:
    """Return minutes from midnight as ``08:30``."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _listed(value: Any) -> Any:
    if not isinstance(value, (str, list, tuple)):
        raise bad("time-span", "hours of a day are expected here, such as 08:30-17:30, or a list of them")
    if not isinstance(value, str):
        return value
    return [] if value.lower() == "closed" else re.split(_AND, value)


class _DayHours:
    """Lets the JSON Schema of a day's hours say that they may be one text."""

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        text = {
            "type": "string",
            "pattern": _SPANS_PATTERN,
            "examples": ["08:30-12:00, 13:30-17:30", "closed"],
        }
        return {"anyOf": [text, handler(schema)]}


DayHours = Annotated[tuple[TimeSpan, ...], BeforeValidator(_listed), _DayHours]
"""The hours of one day: ``08:30-12:00``, several in a list or separated by commas, or ``closed``."""
