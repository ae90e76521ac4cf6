"""What every class of the format has in common: strictness, shorthands, errors in the user's words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Generic, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    model_validator,
)
from pydantic_core import PydanticCustomError, core_schema

if TYPE_CHECKING:
    from typing import LiteralString

    from pydantic.json_schema import JsonSchemaValue

__all__ = ["EXTENSION_PATTERN", "LANGUAGE_PATTERN", "Model", "OneOrMany", "ShortModel", "bad", "worded"]

T = TypeVar("T")

LANGUAGE_PATTERN = r"^([A-Za-z]{2}|cmn|fil|hak|nan|yue)(-[A-Za-z0-9]{2,8})*$"
"""What a language tag looks like (BCP 47: ``en``, ``zh-Hans``, ``zh-Hant-TW``).

Of the languages with three letters only some count, so that a misspelt key (``nme``) is not taken for a language.
"""

_LANGUAGE = re.compile(LANGUAGE_PATTERN)


EXTENSION_PATTERN = "^x-"
"""How the keys begin that are not ours: what other tools leave in a file."""


class _ExtensionKey:
    """Pydantic's view of a key that a mapping does not know."""

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: Any, _handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        key = core_schema.str_schema(pattern=EXTENSION_PATTERN)
        return core_schema.custom_error_schema(key, custom_error_type="extra_forbidden")


class Model(BaseModel):
    """A mapping of the format. Frozen, and an unknown key is an error.

    Keys that begin with ``x-`` are left to others: they may hold anything, mean nothing to svcflow, and are kept in
    `model_extra`. Numbers are taken where text is expected (``name: 2024``): a person writing notes means the text.
    """

    __pydantic_extra__: dict[Annotated[str, _ExtensionKey], Any]

    other_keys: ClassVar[str] = EXTENSION_PATTERN
    """The pattern of the keys that a mapping may have besides its fields."""

    model_config = ConfigDict(
        frozen=True,
        extra="allow",
        coerce_numbers_to_str=True,
        defer_build=True,
        populate_by_name=False,
        protected_namespaces=(),
    )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        full = handler(schema)
        if cls.other_keys:
            whole = handler.resolve_ref_schema(full)
            whole |= {"patternProperties": {cls.other_keys: {}}, "additionalProperties": False}
        return full


class ShortModel(Model):
    """A mapping of which most users need one field only, so that a bare value stands for that field.

    ``sla: 15m`` is ``sla: {completion: 15m}``. Reading and JSON Schema follow from the one declaration.
    """

    shorthand: ClassVar[str]
    """The key that a bare value stands for, as written in YAML."""

    @model_validator(mode="before")
    @classmethod
    def _expand_shorthand(cls, value: Any) -> Any:
        if isinstance(value, cls) or (isinstance(value, dict) and not cls._is_bare(value)):
            return value
        return {cls.shorthand: value}

    @classmethod
    def _is_bare(cls, value: dict[str, Any]) -> bool:
        """Tell whether a mapping is the bare value itself: a text in several languages, ``{en: …, zh-Hans: …}``."""
        return bool(value) and cls._keys().isdisjoint(value) and all(map(_LANGUAGE.match, value))

    @classmethod
    @lru_cache(maxsize=64)
    def _keys(cls) -> frozenset[str]:
        return frozenset(field.alias or name for name, field in cls.model_fields.items())

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        full = super().__get_pydantic_json_schema__(schema, handler)
        whole = handler.resolve_ref_schema(full)
        bare = dict(whole["properties"][cls.shorthand])
        if any(choice.get("type") == "object" for choice in bare.get("anyOf", ())):
            bare["propertyNames"] = {"not": {"enum": sorted(cls._keys())}}
        properties = dict(whole)
        whole.clear()
        whole["anyOf"] = [bare, properties]
        return full


def _listed(value: Any) -> Any:
    return value if isinstance(value, (list, tuple)) else [value]


class _OrOne:
    """Lets the JSON Schema of a list say that one item alone will do."""

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        many = handler(schema)
        return {"anyOf": [many["items"], many]}


if TYPE_CHECKING:
    OneOrMany = tuple[T, ...]
else:

    class OneOrMany(Generic[T]):
        """A list that may be written as its only item: ``role: agent`` for ``role: [agent]``."""

        def __class_getitem__(cls, item: Any) -> Any:
            """Return the Pydantic type of a tuple of ``item``."""
            return Annotated[tuple[item, ...], BeforeValidator(_listed), _OrOne]


def bad(kind: str, template: LiteralString, /, **context: Any) -> PydanticCustomError:
    """Return the error of a value that is none, to be raised by a type of the format.

    ``template`` is a translatable English sentence with ``{named}`` places which ``context`` fills; it must be a
    literal at the place of the call, since the catalogues are extracted from there.
    """
    return PydanticCustomError(kind, template, {**context, "msgid": template})


def worded(schema: core_schema.CoreSchema, kind: str, template: LiteralString, /) -> core_schema.CoreSchema:
    """Return a core schema of which every failure is said by one translatable sentence (a literal, as in `bad`)."""
    return core_schema.custom_error_schema(
        schema,
        custom_error_type=kind,
        custom_error_message=template,
        custom_error_context={"msgid": template},
    )
