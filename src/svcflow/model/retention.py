"""How long a record is kept: for a period, or for ever."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import PydanticCustomError, core_schema

from svcflow.i18n import Message, msg, translator
from svcflow.model.base import bad
from svcflow.model.period import Period

if TYPE_CHECKING:
    from pydantic.json_schema import JsonSchemaValue

__all__ = ["Permanent", "Retention"]

_FOR_EVER = ("permanent", "permanently", "永久", "永久保存", "永久保管")


@dataclass(frozen=True, slots=True)
class Permanent:
    """Kept for ever, as archives keep what is of lasting value; ``text`` is how the user wrote it."""

    text: str = field(compare=False)

    @property
    def message(self) -> Message:
        """How it is said, to be put into other messages."""
        return msg("permanently")

    def say(self, language: str) -> str:
        """Return how it is said in a language: "permanently", "永久"."""
        return self.message.render(translator(language))

    def __str__(self) -> str:
        return self.text


class _Kept:
    """Pydantic's view of a time of keeping."""

    @classmethod
    def read(cls, text: str) -> Period | Permanent:
        if text in _FOR_EVER:
            return Permanent(text)
        try:
            return Period.parse(text)
        except PydanticCustomError:
            raise bad(
                "retention",
                "'{value}' says no time of keeping; write a count such as 5 years, or permanent",
                value=text,
            ) from None

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: Any, _handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_after_validator_function(
            cls.read,
            core_schema.str_schema(coerce_numbers_to_str=True),
            serialization=core_schema.to_string_ser_schema(),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        period = Period.__get_pydantic_json_schema__(schema, handler)["pattern"]
        words = "|".join(map(re.escape, _FOR_EVER))
        return {
            "type": "string",
            "pattern": f"^({words})$|{period}",
            "examples": ["5 years", "6 months", "permanent"],
        }


Retention = Annotated[Period | Permanent, _Kept]
"""How long something is kept."""
