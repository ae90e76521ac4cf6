"""Messages that know how to say themselves in another language, later."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Message", "msg"]


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence for people, kept untranslated until somebody shows it.

    ``text`` is the English sentence with ``{named}`` places; it is also the key into the catalogues.
    ``params`` fills the places: strings and numbers as they are, messages translated, tuples as an enumeration.
    """

    text: str
    params: tuple[tuple[str, str | int | float | Message | tuple[str, ...]], ...] = ()

    def render(self, translate: Callable[[str], str] = str) -> str:
        """Return the sentence; ``translate`` maps an English msgid to the language wanted."""
        template = translate(self.text)
        if not self.params:
            return template
        return template.format_map({name: _shown(value, translate) for name, value in self.params})

    def __str__(self) -> str:
        return self.render()


def _shown(value: str | int | float | Message | tuple[str, ...], translate: Callable[[str], str]) -> str:
    if isinstance(value, Message):
        return value.render(translate)
    if isinstance(value, tuple):
        return translate(", ").join(value)
    return str(value)


def msg(text: str, /, **params: str | int | float | Message | tuple[str, ...]) -> Message:
    """Make a message. ``text`` must be a literal at the place of the call: the catalogues are extracted from there."""
    return Message(text, tuple(params.items()))
