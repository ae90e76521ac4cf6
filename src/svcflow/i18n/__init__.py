"""What svcflow says to people: messages, terms and their translations."""

from __future__ import annotations

from svcflow.i18n.message import Message, msg
from svcflow.i18n.translator import (
    LANGUAGES,
    WORDS,
    OwnLanguage,
    Translator,
    language_from_environment,
    nearest_language,
    translator,
)

__all__ = [
    "LANGUAGES",
    "WORDS",
    "Message",
    "OwnLanguage",
    "Translator",
    "language_from_environment",
    "msg",
    "nearest_language",
    "translator",
]
