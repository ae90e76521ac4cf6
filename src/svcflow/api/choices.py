"""One word out of several that are possible."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from svcflow.finding import CannotDo
from svcflow.i18n import Message, msg
from svcflow.text.nearest import nearest

__all__ = ["chosen"]


def chosen(name: str, known: Iterable[str], unknown: Callable[[str], Message]) -> str:
    """Return a name that is known; raises `CannotDo` with ``unknown(name)``, the nearest one and all there are."""
    names = tuple(known)
    if name in names:
        return name
    guess = nearest(name, names)
    message = unknown(name)
    if guess:
        message = msg("{problem}; did you mean `{guess}`?", problem=message, guess=guess)
    raise CannotDo(message, msg("there are: {names}", names=names))
