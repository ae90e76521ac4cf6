"""Targets: what a measured value has to reach."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import core_schema

from svcflow.model.base import worded

if TYPE_CHECKING:
    from pydantic.json_schema import JsonSchemaValue

__all__ = ["Goal", "Target"]

_TARGET = re.compile(
    r"^\s*(?P<op>>=|<=|==|=|>|<|≥|≤|at least|at most"
    r"|不低于|不少于|不超过|不高于|不大于|不低於|不少於|不超過|不高於|不大於)?"
    r"\s*(?P<value>[+-]?\d+(?:[.,]\d+)*)\s*(?P<unit>[^\s\d~～–—至到-].*?)??"
    r"\s*(?P<after>及?以上|以内|以內|以下|or more|or better|or less)?\s*$",
    re.IGNORECASE,
)
_OPERATORS: dict[str | None, str] = {
    **dict.fromkeys((">=", "≥", "at least", "不低于", "不少于", "不低於", "不少於"), ">="),
    **dict.fromkeys(("<=", "≤", "at most", "不超过", "不高于", "不大于", "不超過", "不高於", "不大於"), "<="),
    **dict.fromkeys((None, "=", "=="), "="),
    **dict.fromkeys(("以上", "及以上", "or more", "or better"), ">="),
    **dict.fromkeys(("以下", "以内", "以內", "or less"), "<="),
    ">": ">",
    "<": "<",
}


class Goal(NamedTuple):
    """A target that can be measured: how to compare, with which number, in which unit (``%``, ``min``, ``""``)."""

    operator: str
    value: Decimal
    unit: str


class Target(str):
    """What a measured value has to reach, as written: ``>= 95%``, ``< 3 min``, ``不低于 98%``."""

    __slots__ = ()

    @property
    def goal(self) -> Goal | None:
        """The comparison that the text states, None when it states none that can be measured."""
        return _read(str(self))

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: Any, _handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        text = worded(
            core_schema.str_schema(pattern=r"\S", coerce_numbers_to_str=True),
            "target",
            'a target is a comparison such as ">= 95%" or "< 3 min", in quotes',
        )
        return core_schema.no_info_after_validator_function(cls, text)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _schema: core_schema.CoreSchema, _handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": ["string", "number"], "pattern": r"\S", "examples": [">= 95%", "< 3 min"]}


@lru_cache(maxsize=1024)
def _read(text: str) -> Goal | None:
    found = _TARGET.match(text)
    if not found:
        return None
    operator = (found["op"] or found["after"] or "").lower() or None
    value = Decimal(found["value"].replace(",", ""))
    return Goal(_OPERATORS[operator], value, (found["unit"] or "").replace("％", "%"))
