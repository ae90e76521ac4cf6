"""Lengths of time: elapsed or working time, calendar days, business days."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import core_schema

from svcflow.i18n import Message, msg, translator
from svcflow.model.notation import FIRST, LAST, amounts, pattern

if TYPE_CHECKING:
    from pydantic.json_schema import JsonSchemaValue

__all__ = ["DAY", "LONGEST", "Duration", "written"]

DAY = 86400
"""Seconds of a day."""

_SECONDS = {"h": 3600, "m": 60, "s": 1}


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time in three parts that only a calendar can add up, to be spent in this order.

    ``days`` are calendar days, ``business_days`` those with opening hours, ``seconds`` is working time on a calendar
    and elapsed time without one. So ``1d`` and ``24h`` are different lengths. ``text`` is how it was written.
    """

    seconds: int = 0
    days: int = 0
    business_days: Fraction = Fraction(0)
    text: str = field(default="", compare=False)

    @classmethod
    def parse(cls, text: str) -> Duration:
        """Read ``1h30m``, ``3bd``, ``PT30M``, ``3 business days``, ``3个工作日``.

        Raises PydanticCustomError, a ValueError, that says in the user's words what is wrong.
        """
        return _parse(text)

    @property
    def elapsed(self) -> int:
        """Seconds that pass when the clock runs on through nights and weekends; business days left out."""
        return self.seconds + self.days * DAY

    def nominal(self, *, day: int = DAY, business_day: int = DAY) -> int:
        """Return the length in seconds, to compare lengths without a date.

        ``day`` and ``business_day`` tell how many seconds to count for one of either; rounded to a second.
        """
        whole = self.seconds + self.days * day
        return round(whole + self.business_days * business_day) if self.business_days else whole

    def __add__(self, other: Duration) -> Duration:
        business_days = self.business_days or other.business_days
        if self.business_days and other.business_days:  # seldom, and adding fractions is slow
            business_days = self.business_days + other.business_days
        return Duration(self.seconds + other.seconds, self.days + other.days, business_days)

    def short(self) -> str:
        """Return the canonical notation (``2w``, ``3bd``, ``1h30m``), which reads back as the same length."""
        parts = [("w", self.days // 7), ("d", 0)] if self.days % 7 == 0 else [("w", 0), ("d", self.days)]
        written = [f"{count}{unit}" for unit, count in parts if count]
        if self.business_days:
            written.append(f"{_decimal(self.business_days)}bd")
        written += [
            f"{count}{unit}" for unit, count in zip("hms", _clock(self.seconds), strict=True) if count
        ]
        return "".join(written) or "0m"

    @property
    def message(self) -> Message:
        """The length as people say it ("3 business days", "1 h 30 min"), to be put into other messages."""
        first, *rest = _said(self) or [msg("{count} min", count=0)]
        for part in rest:
            first = msg("{first} {second}", first=first, second=part)
        return first

    def say(self, language: str) -> str:
        """Return the length as people say it in a language: "3 business days", "3 个工作日"."""
        return self.message.render(translator(language))

    def __str__(self) -> str:
        return self.text or self.short()

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: Any, _handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _validate, ref="svcflow.Duration", serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _schema: core_schema.CoreSchema, _handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {
            **written(),
            "description": "A length of time: 90s, 15m, 2h, 1h30m, 3d (calendar days), 2w, 3bd (business days), "
            "PT30M, 30分钟, 3个工作日.",
            "examples": ["15m", "1h30m", "3bd"],
        }


def written(units: tuple[str, ...] = ("w", "d", "bd", "h", "m", "s")) -> JsonSchemaValue:
    """Return the JSON Schema of a text that is a length of time in some of the units."""
    return {
        "type": "string",
        "maxLength": LONGEST,
        "pattern": f"^{pattern(units)}$",
        # Two patterns, since a single one without look-around would be many times as long.
        "allOf": [{"pattern": f"^{FIRST}.*{LAST}$"}],
    }


LONGEST = 80
"""Characters that a length of time may take."""


def _clock(seconds: int) -> tuple[int, int, int]:
    minutes, second = divmod(seconds, 60)
    return (*divmod(minutes, 60), second)


def _decimal(amount: Fraction) -> str:
    return f"{float(amount):.2f}".rstrip("0").rstrip(".")


def _said(duration: Duration) -> list[Message]:
    hours, minutes, seconds = _clock(duration.seconds)
    weeks, days = divmod(duration.days, 7) if duration.days % 7 == 0 else (0, duration.days)
    business = _decimal(duration.business_days)
    parts = (
        (weeks, msg("{count} week" if weeks == 1 else "{count} weeks", count=weeks)),
        (days, msg("{count} day" if days == 1 else "{count} days", count=days)),
        (
            duration.business_days,
            msg("{count} business day" if business == "1" else "{count} business days", count=business),
        ),
        (hours, msg("{count} h", count=hours)),
        (minutes, msg("{count} min", count=minutes)),
        (seconds, msg("{count} s", count=seconds)),
    )
    return [said for amount, said in parts if amount]


@lru_cache(maxsize=4096)
def _parse(text: str) -> Duration:
    found = amounts(text) if len(text) <= LONGEST else None
    if found is None:
        from svcflow.model.misspelt import misspelt_duration

        raise misspelt_duration(text)
    seconds = sum(found.get(unit, 0) * size for unit, size in _SECONDS.items())
    return Duration(
        int(seconds), int(found.get("w", 0) * 7 + found.get("d", 0)), Fraction(found.get("bd", 0)), text
    )


def _validate(value: Any) -> Duration:
    if isinstance(value, Duration):
        return value
    if isinstance(value, str):
        return _parse(value)
    from svcflow.model.misspelt import misspelt_duration

    raise misspelt_duration(value)
