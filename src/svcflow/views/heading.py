"""What stands above a sheet: title, purpose, facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from svcflow.i18n import translator
from svcflow.model.text import say
from svcflow.views.wording import Wording

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.i18n import Message

__all__ = ["Heading", "opening"]


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above every sheet, in the language of its reader; ``language`` is a BCP 47 tag."""

    title: str
    subtitle: str = ""
    facts: tuple[str, ...] = ()
    language: str = "en"
    description: str = ""


def opening(
    context: ProcessContext, what: Message, language: str | None = None, facts: tuple[str, ...] = ()
) -> tuple[Heading, Wording]:
    """Return the heading of a process's sheet, and how its parts are called.

    ``what`` says what the sheet shows; ``facts`` come before those of the process.
    """
    spoken = language or context.language
    t = translator(spoken)
    words = Wording(context, t, spoken)
    name = say(context.process.name, spoken)
    title = t("{name}: {what}").format(name=name, what=what.render(t))
    return Heading(title, facts=(*facts, *words.facts()), language=spoken), words
