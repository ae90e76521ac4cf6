"""The hours of a typical week, checked: no day twice, no two stretches at the same time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import core_schema

from svcflow.model.base import bad
from svcflow.model.week import DAY_KEYS, DayHours, TimeSpan, Weekdays

if TYPE_CHECKING:
    from pydantic.json_schema import JsonSchemaValue

__all__ = ["ALWAYS_PATTERN", "WeekHours"]

ALWAYS_PATTERN = "^(?:24/7|(?:24 ?[x×*] ?7|7 ?[x×*] ?24)(?:小时|小時)?)$"
"""How people write that something is open around the clock, every day."""

_WEEK_MINUTES = 7 * 24 * 60


@dataclass(frozen=True, slots=True)
class WeekHours:
    """The opening hours of each day of the week, Monday first, each day's in order."""

    week: tuple[tuple[TimeSpan, ...], ...]

    @classmethod
    def of(cls, hours: Mapping[Weekdays, tuple[TimeSpan, ...]]) -> WeekHours:
        """Put the hours of all days together; raises an error in the user's words where they contradict each other."""
        week: list[tuple[TimeSpan, ...]] = [()] * 7
        said: dict[int, str] = {}
        for days, spans in hours.items():
            for day in days.days:
                if day in said:
                    raise bad(
                        "hours",
                        "the hours of {day} are given twice, in '{first}' and in '{second}'",
                        day=DAY_KEYS[day],
                        first=said[day],
                        second=days.text,
                    )
                said[day] = days.text
                week[day] = tuple(sorted(spans))
        made = cls(tuple(week))
        made._refuse_overlaps()
        return made

    def spans(self) -> Iterator[tuple[int, TimeSpan]]:
        """Yield every stretch of the week with its day, in order."""
        for day, spans in enumerate(self.week):
            for span in spans:
                yield day, span

    def _refuse_overlaps(self) -> None:
        spans = list(self.spans())
        if not spans:
            raise bad(
                "hours",
                "the calendar is never open; give hours for at least one day, such as mon-fri: 09:00-17:00",
            )
        for (day, span), (next_day, following) in zip(spans, [*spans[1:], spans[0]], strict=True):
            distance = (next_day - day) * 1440
            if len(spans) == 1 or distance < 0:
                distance += _WEEK_MINUTES
            if distance + following.start < span.end:
                raise bad(
                    "hours",
                    "{day} {span} and {next_day} {following} overlap",
                    day=DAY_KEYS[day],
                    span=str(span),
                    next_day=DAY_KEYS[next_day],
                    following=str(following),
                )

    def __str__(self) -> str:
        return "; ".join(
            f"{DAY_KEYS[day]} {', '.join(map(str, spans))}" for day, spans in enumerate(self.week) if spans
        )

    def written(self) -> dict[str, list[str]]:
        """Return the hours in the notation of the format."""
        return {DAY_KEYS[day]: [str(span) for span in spans] for day, spans in enumerate(self.week) if spans}

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        mapping = core_schema.dict_schema(
            handler.generate_schema(Weekdays), handler.generate_schema(DayHours)
        )
        return core_schema.no_info_wrap_validator_function(
            _read,
            mapping,
            serialization=core_schema.plain_serializer_function_ser_schema(lambda hours: hours.written()),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        assert schema["type"] == "function-wrap"
        mapping = {**handler(schema["schema"]), "additionalProperties": False, "minProperties": 1}
        always = {
            "type": "string",
            "pattern": ALWAYS_PATTERN,
            "description": "Around the clock, every day: 24/7.",
        }
        return {"anyOf": [always, mapping]}


def _read(value: Any, mapping: core_schema.ValidatorFunctionWrapHandler) -> WeekHours:
    if isinstance(value, WeekHours):
        return value
    if isinstance(value, str):
        if not re.fullmatch(ALWAYS_PATTERN[1:-1], value):
            raise bad(
                "hours",
                "'{value}' does not say on which days; write mon-fri: 08:30-17:30, daily: 08:00-20:00, or 24/7",
                value=value,
            )
        value = {"daily": "00:00-24:00"}
    return WeekHours.of(mapping(value))
