"""What a plain word means in YAML: the core schema of YAML 1.2.2, section 10.3.

Only what the schema names is a number, a truth value or nothing. ``no``, ``08:30``, ``1_000`` and ``2026-01-01`` are
texts: the field that they stand in decides what they mean.
"""

from __future__ import annotations

import re
from typing import Self

__all__ = ["RESOLVABLE", "Float", "Int", "Scalar", "construct", "resolve"]


class Int(int):
    """A whole number that still knows how it was written: ``str(Int("007"))`` is ``"007"``."""

    text: str

    def __new__(cls, text: str) -> Self:
        """Read ``text``; raises ValueError when it is no whole number of the core schema or has too many digits."""
        if _INT.fullmatch(text) is None:
            raise ValueError(text)
        number = super().__new__(cls, text, 0) if text[:2] in ("0x", "0o") else super().__new__(cls, text)
        number.text = text
        return number

    def __str__(self) -> str:
        return self.text

    def __getnewargs__(self) -> tuple[str]:  # type: ignore[override]
        return (self.text,)


class Float(float):
    """A number that still knows how it was written: ``str(Float("1.10"))`` is ``"1.10"``."""

    text: str

    def __new__(cls, text: str) -> Self:
        """Read ``text``; raises ValueError when it is no number of the core schema."""
        if _FLOAT.fullmatch(text) is None and _INT.fullmatch(text) is None:
            raise ValueError(text)
        number = super().__new__(cls, text.lower().replace(".inf", "inf").replace(".nan", "nan"))
        number.text = text
        return number

    def __str__(self) -> str:
        return self.text

    def __getnewargs__(self) -> tuple[str]:  # type: ignore[override]
        return (self.text,)


Scalar = str | bool | Int | Float | None
"""A value without parts; None stands for an empty one."""

_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INT = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)

RESOLVABLE = frozenset(["", *"~nNtTfF+-.0123456789"])
"""The first characters of all that is not surely a text: a quick check before ``resolve``."""


def resolve(text: str) -> Scalar:
    """Return what an unquoted word means; raises ValueError for a number with too many digits to compute with.

    >>> resolve("yes"), resolve("true"), resolve("12e03"), resolve("08:30"), resolve("~")
    ('yes', True, 12000.0, '08:30', None)
    """
    if text in _WORDS:
        return _WORDS[text]
    if _INT.fullmatch(text):
        return Int(text)
    if _FLOAT.fullmatch(text):
        return Float(text)
    return text


_TAGS = {
    "!": "str",
    "tag:yaml.org,2002:str": "str",
    "tag:yaml.org,2002:int": "int",
    "tag:yaml.org,2002:float": "float",
    "tag:yaml.org,2002:bool": "bool",
    "tag:yaml.org,2002:null": "null",
}


def construct(tag: str, text: str) -> Scalar:
    """Return what a text with an explicit tag means.

    Raises KeyError when the core schema has no such tag for a scalar, ValueError when the text does not fit it.
    """
    kind = _TAGS[tag]
    if kind == "str":
        return text
    if kind == "int":
        return Int(text)
    if kind == "float":
        return Float(text)
    value = _WORDS.get(text, text)
    if isinstance(value, bool) if kind == "bool" else value is None:
        return value
    raise ValueError(text)
