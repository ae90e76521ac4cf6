"""How often something recurs, or how long it is kept: in days, months or years."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import core_schema

from svcflow.i18n import Message, msg, translator
from svcflow.model.base import bad

if TYPE_CHECKING:
    import datetime as dt

    from pydantic.json_schema import JsonSchemaValue

__all__ = ["Period"]

_WORDS: dict[str, tuple[int, int]] = {}
for _words, _months, _days in (
    ("daily|day|每日|每天", 0, 1),
    ("weekly|week|每周|每週|每星期", 0, 7),
    ("fortnightly|每两周|每兩週", 0, 14),
    ("monthly|month|每月", 1, 0),
    ("quarterly|quarter|每季|每季度", 3, 0),
    ("half-yearly|half-year|每半年", 6, 0),
    ("yearly|annually|year|每年", 12, 0),
):
    _WORDS.update(dict.fromkeys(_words.split("|"), (_months, _days)))

_UNITS: dict[str, tuple[int, int]] = {}
for _words, _months, _days in (
    ("d|day|days|天|日", 0, 1),
    ("w|week|weeks|周|週|星期", 0, 7),
    ("mo|month|months|个月|個月", 1, 0),
    ("q|quarter|quarters|个季度|季度|季", 3, 0),
    ("y|year|years|年", 12, 0),
):
    _UNITS.update(dict.fromkeys(_words.split("|"), (_months, _days)))


_RHYTHMS = {
    (0, 1): msg("daily"),
    (0, 7): msg("weekly"),
    (0, 14): msg("every two weeks"),
    (1, 0): msg("monthly"),
    (3, 0): msg("quarterly"),
    (6, 0): msg("every half year"),
    (12, 0): msg("yearly"),
}


def _any(words: dict[str, tuple[int, int]]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


_PATTERN = rf"^(({_any(_WORDS)})|[0-9]{{1,4}} ?({_any(_UNITS)})|P[0-9]{{1,4}}[DWMY])$"
_COUNTED = re.compile(rf"^([0-9]{{1,4}}) ?({_any(_UNITS)})$")
_ISO = re.compile(r"^P([0-9]{1,4})([DWMY])$")
_ISO_UNITS = {"D": "d", "W": "w", "M": "mo", "Y": "y"}


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar: months and days, and the text as the user wrote it."""

    months: int
    days: int
    text: str

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read ``monthly``, ``6 months``, ``2y``, ``P1Y``, ``每季度``, ``5年``; raises an error in the user's words."""
        found = _read(text)
        if found is None:
            raise bad(
                "period",
                "'{value}' is no period; write daily, weekly, monthly, quarterly, yearly, or a count such as 6 months",
                value=text,
            )
        return found

    def after(self, day: dt.date) -> dt.date:
        """Return the day one period later; a day that the month does not have becomes its last one."""
        import calendar
        import datetime as dt

        month = day.month - 1 + self.months
        year, month = day.year + month // 12, month % 12 + 1
        last = calendar.monthrange(year, month)[1]
        return dt.date(year, month, min(day.day, last)) + dt.timedelta(days=self.days)

    @property
    def message(self) -> Message:
        """The period as a length ("5 years", "6 months"), to be put into other messages."""
        years, months = divmod(self.months, 12) if self.months % 12 == 0 else (0, self.months)
        weeks, days = divmod(self.days, 7) if self.days % 7 == 0 else (0, self.days)
        parts = (
            (years, msg("{count} year" if years == 1 else "{count} years", count=years)),
            (months, msg("{count} month" if months == 1 else "{count} months", count=months)),
            (weeks, msg("{count} week" if weeks == 1 else "{count} weeks", count=weeks)),
            (days, msg("{count} day" if days == 1 else "{count} days", count=days)),
        )
        return next((said for amount, said in parts if amount), msg("{count} days", count=0))

    @property
    def rhythm(self) -> Message:
        """The period as how often something is done ("yearly", "every 2 weeks")."""
        usual = _RHYTHMS.get((self.months, self.days))
        return usual or msg("every {period}", period=self.message)

    def say(self, language: str) -> str:
        """Return the period as a length in a language: "5 years", "5 年"."""
        return self.message.render(translator(language))

    def how_often(self, language: str) -> str:
        """Return how often something is done in a language: "yearly", "每年"."""
        return self.rhythm.render(translator(language))

    def __str__(self) -> str:
        return self.text

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: Any, _handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_after_validator_function(
            cls.parse,
            core_schema.str_schema(coerce_numbers_to_str=True),
            serialization=core_schema.to_string_ser_schema(),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _schema: core_schema.CoreSchema, _handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "pattern": _PATTERN, "examples": ["monthly", "6 months", "2y"]}


@lru_cache(maxsize=256)
def _read(text: str) -> Period | None:
    if text in _WORDS:
        months, days = _WORDS[text]
        return Period(months, days, text)
    counted, iso = _COUNTED.match(text), _ISO.match(text)
    if counted:
        number, unit = int(counted[1]), counted[2]
    elif iso:
        number, unit = int(iso[1]), _ISO_UNITS[iso[2]]
    else:
        return None
    months, days = _UNITS[unit]
    return Period(months * number, days * number, text)
