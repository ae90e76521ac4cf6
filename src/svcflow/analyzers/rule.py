"""What a rule is: a card with its meaning, examples, severity and place on the ladder of profiles, and a check."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from svcflow.finding import Fix, Place, Route, Severity
from svcflow.model.base import Model
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext, WorkspaceContext
    from svcflow.i18n import Message
    from svcflow.load.shared import Shared

__all__ = ["Options", "Problem", "ProcessRule", "Rule", "WorkspaceRule"]


class Options(Model):
    """The options of a rule, set in the workspace file under ``lint: {rules: {RULE: {OPTION: value}}}``."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong that a rule saw: where, and what it says of it.

    ``related`` places are routes of the same file, or places of others. ``path`` is the file when it is not the one
    being checked (workspace rules). ``on_key`` puts the finding at the key instead of the value.
    """

    route: Route
    message: Message
    help: Message | None = None
    related: tuple[tuple[Route | Place, Message], ...] = ()
    fix: Fix | None = None
    path: str | None = None
    on_key: bool = False


class Rule:
    """A card. Subclass `ProcessRule` or `WorkspaceRule`, one rule a file.

    The class's docstring is its page of the manual: the first line says what is wrong, ``Why:`` and ``Fix:``
    paragraphs follow. ``bad`` and ``good`` are whole files (several are parted by ``---`` lines); in ``bad`` the rule
    fires at exactly the lines that end in ``#!``, on ``good`` and ``near`` it is silent: the tests run them.
    """

    code: ClassVar[str]
    """A letter for the family and three digits, e.g. ``T101``; never reused."""
    name: ClassVar[str]
    """What is wrong in a few words, e.g. ``missing-sla``."""
    severity: ClassVar[Severity]
    profile: ClassVar[Profile]
    """The first profile that asks for it."""
    bad: ClassVar[str]
    good: ClassVar[str]
    near: ClassVar[tuple[str, ...]] = ()
    """Files that come near the fault and must stay silent."""
    Options: ClassVar[type[Options]] = Options

    def __init__(self, options: Mapping[str, Any] | None = None) -> None:
        kind = self.Options
        # Without options there is nothing to validate, and no validator to build.
        self.options: Any = kind.model_validate(dict(options)) if options else kind.model_construct()

    @classmethod
    def family(cls) -> str:
        """Return the name of the folder the rule lives in: ``timing``."""
        return cls.__module__.split(".")[-2]

    @classmethod
    def paragraphs(cls) -> tuple[str, ...]:
        """Return the docstring's paragraphs, each on one line."""
        return tuple(" ".join(part.split()) for part in (inspect.getdoc(cls) or "").split("\n\n"))

    @classmethod
    def summary(cls) -> str:
        """Return the first sentence of the card: what is wrong."""
        return cls.paragraphs()[0]

    @classmethod
    def texts(cls) -> tuple[str, ...]:
        """Return the sentences of the card that the catalogues translate, without the words ``Why:`` and ``Fix:``."""
        return tuple(part.removeprefix("Why: ").removeprefix("Fix: ") for part in cls.paragraphs())


class ProcessRule(Rule):
    """A rule that looks at one process."""

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield what is wrong with the process."""
        raise NotImplementedError

    def check_shared(self, shared: Shared) -> Iterator[Problem]:  # noqa: ARG002  (for those that do)
        """Yield what is wrong with what the catalogues share; each problem names its file (``Problem.path``).

        Most rules look at processes only.
        """
        return iter(())


class WorkspaceRule(Rule):
    """A rule that looks at how the files of a workspace fit together."""

    def check(self, context: WorkspaceContext) -> Iterator[Problem]:
        """Yield what is wrong; each problem names its file (``Problem.path``)."""
        raise NotImplementedError
