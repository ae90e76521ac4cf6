"""The words of the help texts: marked where they are written, translated when they are shown."""

from __future__ import annotations

from collections.abc import Sequence

from svcflow.i18n import Translator, language_from_environment, nearest_language, translator

__all__ = ["asked_language", "help_language", "with_language_behind"]


def _(text: str) -> str:
    """Mark a text for the catalogues; it is translated when it is shown."""
    return text


def asked_language(arguments: Sequence[str]) -> str | None:
    """Return what the arguments say after ``--lang``, before anybody has parsed them."""
    for place, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
        if argument == "--lang" and place + 1 < len(arguments):
            return arguments[place + 1]
    return None


def with_language_behind(arguments: Sequence[str]) -> list[str]:
    """Return the arguments with a ``--lang`` that stands before the command right behind it, where commands have it.

    One that the command has itself is nearer, so it counts instead. A language alone asks for the help.
    """
    before: list[str] = []
    asked: list[str] = []
    rest = list(arguments)
    while rest and rest[0].startswith("-"):
        word = rest.pop(0)
        if word == "--lang" and rest:
            asked = [word, rest.pop(0)]
        elif word.startswith("--lang="):
            asked = [word]
        else:
            before.append(word)
    if not rest:
        return [*before, *asked, *(["--help"] if asked and not before else [])]
    own = asked_language(rest) is not None
    return [*before, rest[0], *([] if own else asked), *rest[1:]]


def help_language(arguments: Sequence[str]) -> Translator:
    """Return the translator for help texts: the language of ``--lang``, else of the environment."""
    asked = asked_language(arguments)
    return translator((asked and nearest_language(asked)) or language_from_environment() or "en")
