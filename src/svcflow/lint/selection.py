"""Which rules run: profile, select and ignore, from the workspace file and the command line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from svcflow.analyzers.registry import all_rules, find_rules, rule_names
from svcflow.analyzers.rule import Rule
from svcflow.finding import CannotDo, Severity
from svcflow.i18n import Message, msg
from svcflow.load.files import matches
from svcflow.model.workspace import LintSettings, Profile, RuleChoice
from svcflow.text.nearest import nearest

__all__ = ["Selection", "choose"]


@dataclass(frozen=True, slots=True)
class Selection:
    """The rules that run, with their severities, and where some are left out or added."""

    rules: tuple[Rule, ...]
    severities: Mapping[str, Severity] = field(default_factory=dict)
    per_file: tuple[tuple[str, frozenset[str], frozenset[str]], ...] = ()
    per_element: Mapping[str, tuple[frozenset[str], frozenset[str]]] = field(default_factory=dict)
    extra: frozenset[str] = frozenset()
    """Rules that run only because a file or element adds them."""
    profile: str = ""
    """The profile the rules come from; empty where they were selected one by one."""

    def severity(self, rule: Rule) -> Severity:
        """Return the severity of a rule's findings."""
        return self.severities.get(rule.name, rule.severity)

    def wanted(self, rule: str, path: str, elements: Iterable[str] = ()) -> bool:
        """Tell whether a rule's finding counts in a file (path from the root) and the elements it lies in."""
        on = rule not in self.extra
        for pattern, added, ignored in self.per_file:
            if (rule in added or rule in ignored) and matches(path, (pattern,)):
                on = rule in added
        for element in elements:
            added, ignored = self.per_element.get(element, (frozenset(), frozenset()))
            on = (on or rule in added) and rule not in ignored
        return on


def choose(
    settings: LintSettings,
    profile: Profile | None = None,
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
) -> Selection:
    """Return the selection of the settings; options of the command line go before.

    ``select`` on the command line runs just these rules. Raises `CannotDo` for a rule that does not exist and for a
    rule's option that does not fit.
    """
    if select:
        names = _named(select)
    else:
        rank = (profile or settings.profile).rank
        names = {rule.name for rule in all_rules() if rule.profile.rank <= rank} | _named(settings.select)
    names -= _named(ignore) | (set() if select else _named(settings.ignore))
    per_file = tuple((pattern, *_choice(choice)) for pattern, choice in settings.per_file.items())
    per_element = {element: _choice(choice) for element, choice in settings.per_element.items()}
    added = [chosen for _, chosen, _ in per_file] + [chosen for chosen, _ in per_element.values()]
    extra = frozenset().union(*added) - names
    rules = tuple(
        _configured(rule, settings) for rule in all_rules() if rule.name in names or rule.name in extra
    )
    name = "" if select else str(profile or settings.profile)
    return Selection(rules, _severities(settings), per_file, per_element, extra, name)


def _choice(choice: RuleChoice) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(_named(choice.select)), frozenset(_named(choice.ignore))


def _named(names: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for name in names:
        rules = find_rules(name)
        if not rules:
            raise CannotDo(unknown_rule(name), msg("`svcflow rules` lists them all"))
        found.update(rule.name for rule in rules)
    return found


def unknown_rule(name: str) -> Message:
    """Return what to say of a rule that does not exist, with the nearest one that does."""
    guess = nearest(name, rule_names())
    if guess:
        return msg("there is no rule `{name}`; did you mean `{guess}`?", name=name, guess=guess)
    return msg("there is no rule `{name}`", name=name)


def _severities(settings: LintSettings) -> dict[str, Severity]:
    return {
        rule: Severity(chosen.severity)
        for name, chosen in settings.rules.items()
        if chosen.severity is not None
        for rule in _named([name])
    }


def _configured(rule: type[Rule], settings: LintSettings) -> Rule:
    options: dict[str, Any] = {}
    for name in (rule.code, rule.name):
        if name in settings.rules:
            options |= settings.rules[name].options
    try:
        return rule(options)
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
        raise CannotDo(
            msg(
                "`{option}` is no option of the rule {rule}, or its value does not fit",
                option=".".join(map(str, detail["loc"])),
                rule=rule.name,
            ),
            msg("`svcflow explain {rule}` names its options", rule=rule.name),
        ) from None
