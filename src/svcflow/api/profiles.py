"""Profiles by name."""

from __future__ import annotations

from svcflow.finding import CannotDo
from svcflow.i18n import msg
from svcflow.model.workspace import Profile
from svcflow.text.nearest import nearest

__all__ = ["find_profile"]


def find_profile(name: str) -> Profile:
    """Return a profile by its name; raises `CannotDo` with the nearest one when there is none."""
    try:
        return Profile(name)
    except ValueError:
        names = tuple(str(profile) for profile in Profile)
        guess = nearest(name, names)
        if guess:
            message = msg("there is no profile `{name}`; did you mean `{guess}`?", name=name, guess=guess)
        else:
            message = msg("there is no profile `{name}`", name=name)
        raise CannotDo(message, msg("there are: {names}", names=names)) from None
