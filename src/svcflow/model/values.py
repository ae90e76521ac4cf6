"""Small values with a type of their own: ids, shares, targets, versions, languages, days, grades."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, NamedTuple

from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import core_schema

from svcflow.model.base import LANGUAGE_PATTERN, bad, worded

if TYPE_CHECKING:
    from pydantic.json_schema import JsonSchemaValue

__all__ = ["ID_PATTERN", "Day", "Grade", "HexColor", "Id", "Language", "Number", "Share", "Version", "Whole"]

ID_PATTERN = r"""^[^\s,;:/\\#"'`<>()\[\]{}|&*!%@=]{1,80}$"""
"""An id: any script, no blanks and none of the signs that YAML, paths or formulas use."""

_SHARE = re.compile(r"^\s*(\d{1,3}(?:\.\d+)?)\s*[%％]\s*$")
_SHARE_PATTERN = r"^\s*(100(\.0+)?|\d{1,2}(\.\d+)?)\s*[%％]\s*$"
_VERSION_PATTERN = r"^(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})$"
_DAY_PATTERN = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"


class _Pattern:
    """Pydantic's view of a string that follows a pattern; subclasses say which and how to complain."""

    pattern: ClassVar[str]
    error: ClassVar[core_schema.CoreSchema]
    json: ClassVar[dict[str, Any]] = {}

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: Any, _handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return cls.error

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _schema: core_schema.CoreSchema, _handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "pattern": cls.pattern, **cls.json}


def _string(pattern: str) -> core_schema.CoreSchema:
    return core_schema.str_schema(pattern=pattern, coerce_numbers_to_str=True)


class _IdType(_Pattern):
    pattern = ID_PATTERN
    error = worded(
        _string(ID_PATTERN),
        "id",
        "an id is one word: letters or characters of any script, digits, '-', '_' and '.', without blanks",
    )
    json: ClassVar[dict[str, Any]] = {"type": ["string", "number"]}


class _LanguageType(_Pattern):
    pattern = LANGUAGE_PATTERN
    error = worded(
        _string(LANGUAGE_PATTERN),
        "language",
        "a language is a tag such as en, zh-Hans (简体) or zh-Hant (繁體)",
    )


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise bad(
            "day", "'{value}' is no day of the calendar; write year-month-day, such as 2026-12-31", value=text
        ) from None


class _DayType(_Pattern):
    pattern = _DAY_PATTERN
    error = core_schema.no_info_after_validator_function(
        _day,
        worded(
            core_schema.str_schema(pattern=_DAY_PATTERN),
            "day",
            "a day is written year-month-day, such as 2026-12-31",
        ),
    )
    json: ClassVar[dict[str, Any]] = {"format": "date"}


class _HexColorType(_Pattern):
    pattern = r"^#[0-9A-Fa-f]{6}$"
    error = worded(
        core_schema.str_schema(pattern=pattern),
        "color",
        """a colour is written as "#" and six digits from 0 to f, such as "#7a1f5c", in quotes""",
    )


Id = Annotated[str, _IdType]
"""The name by which other places of the files refer to something."""

Language = Annotated[str, _LanguageType]
"""A language as a BCP 47 tag: ``en``, ``zh-Hans``, ``zh-Hant``."""

HexColor = Annotated[str, _HexColorType]
"""A colour as screens take it: ``#7a1f5c``."""

Day = Annotated[dt.date, _DayType]
"""A day, written ``2026-12-31``."""

Whole = Annotated[int, Field(strict=True, ge=0)]
"""A count: 0, 1, 2 …"""

Number = Annotated[float, Field(strict=True, ge=0, allow_inf_nan=False)]
"""A number, not negative."""

Grade = Annotated[int, Field(strict=True, ge=1, le=5)]
"""A grade from 1 (lowest) to 5 (highest)."""


class Version(NamedTuple):
    """A version: major (the procedure changed), minor (added or refined), patch (wording only)."""

    major: int
    minor: int
    patch: int

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}.{self.patch}"

    @classmethod
    def parse(cls, text: str) -> Version:
        """Read ``2.1.0``; the text is known to follow the pattern."""
        return cls(*map(int, text.split(".")))

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: Any, _handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        text = worded(
            _string(_VERSION_PATTERN),
            "version",
            "a version has three numbers, major.minor.patch, such as 2.1.0",
        )
        return core_schema.no_info_after_validator_function(
            cls.parse, text, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _schema: core_schema.CoreSchema, _handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "pattern": _VERSION_PATTERN, "examples": ["1.0.0"]}


@lru_cache(maxsize=1024)
def _percentage(text: str) -> float | None:
    found = _SHARE.match(text)
    return float(Decimal(found[1]) / 100) if found else None


class Share(float):
    """A part of the cases, from 0 to 1; written ``8%`` or ``0.08``."""

    @classmethod
    def parse(cls, value: Any) -> Share:
        """Read a percentage or a fraction; raises an error in the user's words."""
        number = _percentage(value) if isinstance(value, str) else value
        if isinstance(number, (int, float)) and not isinstance(number, bool) and 0 <= number <= 1:
            return cls(number)
        raise bad(
            "share",
            "'{value}' is no share; write a percentage such as 85%, or a number from 0 to 1",
            value=str(value),
        )

    def __str__(self) -> str:
        return f"{round(float(self) * 100, 4):g}%"

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: Any, _handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.parse, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _schema: core_schema.CoreSchema, _handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {
            "anyOf": [
                {"type": "string", "pattern": _SHARE_PATTERN},
                {"type": "number", "minimum": 0, "maximum": 1},
            ],
            "examples": ["85%", 0.85],
        }
