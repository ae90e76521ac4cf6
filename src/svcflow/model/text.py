"""Texts for people: a string in the file's language, or one string for each of several languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import core_schema

from svcflow.model.base import LANGUAGE_PATTERN, worded

if TYPE_CHECKING:
    from pydantic.json_schema import JsonSchemaValue

__all__ = ["Label", "Localized", "Text", "say"]


class Localized(str):
    """A text in several languages. As a plain string it is the text of the language written first."""

    by_language: Mapping[str, str]

    __slots__ = ("by_language",)

    @classmethod
    def of(cls, texts: Mapping[str, str]) -> Localized:
        """Make one from language tags and texts, at least one."""
        made = cls(next(iter(texts.values())))
        made.by_language = texts
        return made


def say(text: str, language: str) -> str:
    """Return a text in a language: its own, that of the nearest variant (``zh-TW`` takes ``zh-Hant``), or the first."""
    if not isinstance(text, Localized):
        return str(text)
    texts = text.by_language
    if language in texts:
        return texts[language]
    from svcflow.i18n import nearest_language

    wanted = nearest_language(language) or language
    for tag, said in texts.items():
        if (nearest_language(tag) or tag) == wanted:
            return said
    return str(text)


_STRING = core_schema.str_schema(min_length=1, pattern=r"\S", coerce_numbers_to_str=True)


class _TextType:
    """Pydantic's view of `Text`."""

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: Any, _handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        languages = core_schema.dict_schema(
            core_schema.str_schema(pattern=LANGUAGE_PATTERN), _STRING, min_length=1
        )
        either = core_schema.union_schema(
            [_STRING, core_schema.no_info_after_validator_function(Localized.of, languages)],
            mode="left_to_right",
        )
        return worded(
            either,
            "text",
            "a text is expected here, or one text for each language (en: …, zh-Hans: …); "
            "words like true and false need quotes",
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _schema: core_schema.CoreSchema, _handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        string = {"type": ["string", "number"], "minLength": 1, "pattern": r"\S"}
        return {
            "anyOf": [
                string,
                {
                    "type": "object",
                    "description": "The text in several languages: {en: …, zh-Hans: …, zh-Hant: …}",
                    "propertyNames": {"pattern": LANGUAGE_PATTERN},
                    "additionalProperties": string,
                    "minProperties": 1,
                },
            ]
        }


Text = Annotated[str, _TextType]
"""A text for people; either a `str` or, written as a mapping of languages, a `Localized`."""


class _LabelType:
    """Pydantic's view of `Label`."""

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: Any, _handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return worded(
            _STRING,
            "label",
            "a short text on one line is expected here; words like true and false need quotes",
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _schema: core_schema.CoreSchema, _handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": ["string", "number"], "minLength": 1, "pattern": r"\S"}


Label = Annotated[str, _LabelType]
"""A short text that is the same in every language: a person's name, a document number, a unit."""
