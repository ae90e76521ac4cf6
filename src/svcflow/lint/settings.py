"""What the lint settings of a workspace file say that cannot be: rules and options that do not exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydantic import ValidationError

from svcflow import source
from svcflow.analyzers.registry import find_rules
from svcflow.finding import CannotDo, Finding, Place, Route
from svcflow.i18n import Message, msg
from svcflow.lint.selection import unknown_rule
from svcflow.load import Workspace
from svcflow.load.checks import format_finding
from svcflow.load.files import WORKSPACE_FILE, shown_path
from svcflow.load.schema_errors import all_in_plain_words
from svcflow.model.workspace import LintSettings, RuleChoice, RuleSettings

__all__ = ["check_settings"]


def check_settings(workspace: Workspace) -> None:
    """Raise `CannotDo`, with every place, when the lint settings name a rule or an option that does not exist."""
    if not workspace.has_file:
        return
    findings = list(_Checker(workspace).findings(workspace.settings.lint))
    if findings:
        path = shown_path(workspace.root / WORKSPACE_FILE)
        raise CannotDo(
            msg("the workspace file {path} is broken", path=path),
            msg("mend it first: it says where the files are and what is checked"),
            tuple(findings),
        )


class _Checker:
    """Looks through the lint settings of a workspace."""

    def __init__(self, workspace: Workspace) -> None:
        file = workspace.root / WORKSPACE_FILE
        self.path = shown_path(file)
        self.document = source.read(file)

    def findings(self, settings: LintSettings) -> Iterator[Finding]:
        """Yield what is wrong, in the order of the format's fields."""
        yield from self._choice(settings, ("lint",))
        for key, choices in (("per_file", settings.per_file), ("per_element", settings.per_element)):
            for name, choice in choices.items():
                yield from self._choice(choice, ("lint", key, name))
        for name, rule in settings.rules.items():
            yield from self._rule(name, rule)

    def _choice(self, choice: LintSettings | RuleChoice, route: Route) -> Iterator[Finding]:
        yield from self._names(choice.select, (*route, "select"))
        yield from self._names(choice.ignore, (*route, "ignore"))

    def _names(self, names: Iterable[str], route: Route) -> Iterator[Finding]:
        for index, name in enumerate(names):
            if not find_rules(name):
                yield self._unknown(name, (*route, index))

    def _unknown(self, name: str, route: Route, *, on_key: bool = False) -> Finding:
        return self._finding(
            "unknown-rule", unknown_rule(name), route, msg("`svcflow rules` lists them all"), on_key=on_key
        )

    def _rule(self, name: str, settings: RuleSettings) -> Iterator[Finding]:
        route: Route = ("lint", "rules", name)
        rules = find_rules(name)
        if not rules:
            yield self._unknown(name, route, on_key=True)
        elif settings.options and len(rules) > 1:
            message = msg("options belong to one rule; `{name}` is a family of rules", name=name)
            yield self._finding("wrong-value", message, route, None, on_key=True)
        elif settings.options:
            options = rules[0].Options
            try:
                options.model_validate(settings.options)
            except ValidationError as error:
                for said in all_in_plain_words(error.errors(include_url=False), options):
                    place = (*route, *said.route)
                    yield self._finding(said.check, said.message, place, said.help, on_key=said.on_key)

    def _finding(
        self, check: str, message: Message, route: Route, help: Message | None, *, on_key: bool
    ) -> Finding:
        place = Place(self.path, route, self.document.span(route, key=on_key))
        return format_finding(check, message, place, help)
