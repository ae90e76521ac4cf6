"""Calendars: when an organisation or a role is open for work."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, model_validator
from pydantic_core import core_schema

from svcflow.model.base import Model, OneOrMany, ShortModel, bad
from svcflow.model.hours import ALWAYS_PATTERN, WeekHours
from svcflow.model.places import Country, TimeZone, check_subdivision
from svcflow.model.text import Label, Text
from svcflow.model.week import DayHours

if TYPE_CHECKING:
    from pydantic.json_schema import JsonSchemaValue

__all__ = ["Calendar", "Closure", "Days", "Holidays", "Opening"]

_DATE = "[12][0-9]{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
_TO = r" *(?:\.\.|…|~|～|–|—|/|至|到| to ) *"
_DAYS_PATTERN = f"^{_DATE}(?:{_TO}{_DATE})?$"
_LONGEST = 731


class Days(NamedTuple):
    """A day, or several one after the other: ``2026-02-16``, ``2026-02-16..2026-02-22``."""

    first: dt.date
    last: dt.date

    @classmethod
    def parse(cls, text: str) -> Days:
        """Read a day or a range of days, both ends included."""
        if not re.fullmatch(_DAYS_PATTERN[1:-1], text):
            raise bad(
                "days",
                "'{value}' is no day; write year-month-day, such as 2026-02-16, or a range, 2026-02-16..2026-02-22",
                value=text,
            )
        first, *last = (_date(part) for part in re.split(_TO, text))
        days = cls(first, last[0] if last else first)
        if not 0 <= (days.last - days.first).days <= _LONGEST:
            raise bad(
                "days",
                "'{value}' ends before it starts, or takes more than two years; is the year right?",
                value=text,
            )
        return days

    def __iter__(self) -> Iterator[dt.date]:
        """Yield each day."""
        for offset in range((self.last - self.first).days + 1):
            yield self.first + dt.timedelta(days=offset)

    def __reduce__(self) -> tuple[type[Days], tuple[dt.date, dt.date]]:
        """Copy and pickle as the two ends: a tuple would be taken apart by ``__iter__``."""
        return Days, (self.first, self.last)

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}..{self.last}"

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
        return {
            "type": "string",
            "pattern": _DAYS_PATTERN,
            "description": "A day, or a range of days with both ends included.",
            "examples": ["2026-02-16", "2026-02-16..2026-02-22"],
        }


def _date(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise bad("days", "{value} is not in the calendar: that month has fewer days", value=text) from None


class Holidays(ShortModel):
    """Public holidays, with the working days that are moved for them. A bare code is the country: `holidays: CN`."""

    shorthand: ClassVar[str] = "country"

    country: Country
    """The country, e.g. `CN`."""
    subdivision: Label | None = None
    """The part of the country that has holidays of its own, e.g. `BY` for Bavaria in `DE`."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.subdivision is not None:
            check_subdivision(self.country, self.subdivision)
        return self


class Closure(ShortModel):
    """Days on which it is closed. A bare value is the days: `2026-02-16..2026-02-22`."""

    shorthand: ClassVar[str] = "date"

    date: Days
    """The day, or a range of days, e.g. `2026-02-16..2026-02-22`."""
    name: Text | None = None
    """Why it is closed, e.g. `Stocktaking`."""


class Opening(ShortModel):
    """Days on which it is open although it usually is not, or at other hours. A bare value is the days."""

    shorthand: ClassVar[str] = "date"

    date: Days
    """The day, or a range of days, e.g. `2026-02-14`."""
    hours: DayHours | None = None
    """The hours, e.g. `09:00-12:00`; left out: those of that day of the week, or of a typical day where it has none."""
    name: Text | None = None
    """Why it is open, e.g. `Make-up workday`."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.hours is not None:
            if not self.hours:
                raise bad(
                    "hours", "a day that is open needs hours; days on which it is closed belong to closed"
                )
            spans = sorted(self.hours)
            for one, two in pairwise(spans):
                if two.start < one.end:
                    raise bad("hours", "{one} and {two} overlap", one=str(one), two=str(two))
        return self


class Calendar(Model):
    """When it is open: weekly hours, holidays, days of its own. The text `24/7` alone is around the clock."""

    name: Text | None = None
    """Its name, e.g. `Service hours`."""
    time_zone: TimeZone = "UTC"
    """The time zone of its hours, e.g. `Asia/Shanghai`."""
    hours: WeekHours
    """The hours of each day of the week, e.g. `mon-fri: [08:30-12:00, 13:30-17:30]`, or `24/7`."""
    holidays: Holidays | None = None
    """The public holidays when it is closed, with make-up workdays, e.g. `CN` or `{country: DE, subdivision: BY}`."""
    closed: OneOrMany[Closure] = ()
    """Further days on which it is closed, e.g. `[2026-02-16..2026-02-22]`."""
    open: OneOrMany[Opening] = ()
    """Days on which it is open all the same, e.g. make-up workdays: `[{date: 2026-02-14, hours: 09:00-12:00}]`."""

    @model_validator(mode="before")
    @classmethod
    def _expand_shorthand(cls, value: Any) -> Any:
        return {"hours": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _check(self) -> Self:
        closed = {day for closure in self.closed for day in closure.date}
        for opening in self.open:
            for day in opening.date:
                if day in closed:
                    raise bad(
                        "days", "{value} is both among the closed and among the open days", value=str(day)
                    )
        return self

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        full = super().__get_pydantic_json_schema__(schema, handler)
        whole = handler.resolve_ref_schema(full)
        mapping = dict(whole)
        whole.clear()
        whole["description"] = mapping.pop("description")
        whole["anyOf"] = [
            {
                "type": "string",
                "pattern": ALWAYS_PATTERN,
                "description": "Around the clock, every day: 24/7.",
            },
            mapping,
        ]
        return full
