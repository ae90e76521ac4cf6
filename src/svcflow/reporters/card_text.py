"""The card of a rule, and the table of all rules, for people at a terminal."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict

from svcflow.i18n import Message, Translator, msg
from svcflow.reporters.card import FORMAT_FAMILY, RuleCard
from svcflow.reporters.counts import severity_word
from svcflow.reporters.style import Style
from svcflow.text.cells import cells, fold

__all__ = ["card_json", "card_text", "table_text"]

_FAMILIES = {
    FORMAT_FAMILY: msg("format"),
    "structure": msg("structure"),
    "roles": msg("roles"),
    "handoffs": msg("handoffs"),
    "timing": msg("timing"),
}
_INDENT = "  "


def card_text(card: RuleCard, translate: Translator, *, color: bool = False, width: int = 100) -> str:
    """Return a card as a page to read."""
    t, style, said = translate, Style(color), card.translated(translate)
    lines = [
        style.heading(f"{card.code} {card.name}"),
        *fold(said.summary, width),
        "",
        style.faint(_facts(card, t)),
    ]

    def section(title: str, body: Iterable[str]) -> None:
        found = list(body)
        if found:
            lines.extend(["", style.strong(title), *found])

    section(t("Why it matters"), _paragraphs([said.why, *said.more], width))
    section(t("What to do"), _paragraphs([said.fix], width))
    section(t("Bad"), _code(card.bad, style))
    section(t("Good"), _code(card.good, style))
    section(
        t("Its options"),
        (
            line
            for option in said.options
            for line in _option(option.name, option.meaning, option.default, t, width)
        ),
    )
    section(t("Settings"), _settings(card, t, width))
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _facts(card: RuleCard, t: Translator) -> str:
    family = _family(card.family).render(t)
    facts = [
        msg("severity: {severity}", severity=severity_word(card.severity)).render(t),
        msg("profile: {profile}", profile=card.profile).render(t) if card.profile else t("always on"),
        msg("family: {family}", family=family).render(t),
    ]
    return " · ".join(facts)


def _family(name: str) -> Message:
    return _FAMILIES.get(name, Message(name))


def _paragraphs(texts: Iterable[str], width: int) -> list[str]:
    return [line for text in texts if text for line in fold(text, width, _INDENT, _INDENT)]


def _code(text: str, style: Style) -> list[str]:
    return [f"{_INDENT}{style.margin('|')} {line}" for line in text.rstrip("\n").split("\n")] if text else []


def _option(name: str, meaning: str, default: str, t: Translator, width: int) -> list[str]:
    first = f"{_INDENT}{name} ({t('default:')} {default})  "
    return fold(meaning, width, first, _INDENT * 2)


def _settings(card: RuleCard, t: Translator, width: int) -> list[str]:
    if card.profile is None:
        return []
    rule = card.name
    texts = [
        msg(
            "In svcflow.yaml: `lint: {{ignore: [{rule}]}}`, or `lint: {{rules: {{{rule}: info}}}}`", rule=rule
        ),
        msg(
            "In a process: `# svcflow: ignore[{rule}] reason`, behind an element or on the line above",
            rule=rule,
        ),
    ]
    return _paragraphs([text.render(t) for text in texts], width)


def table_text(
    cards: Iterable[RuleCard], translate: Translator, *, color: bool = False, width: int = 100
) -> str:
    """Return the rules as a table, family by family."""
    style, rows = Style(color), list(cards)
    if not rows:
        return ""
    name = max(cells(card.name) for card in rows)
    severity = max(cells(severity_word(card.severity).render(translate)) for card in rows)
    profile = max(cells(card.profile or "") for card in rows)
    lines, family = [], ""
    for card in rows:
        if card.family != family:
            family = card.family
            lines += ["", style.heading(_family(family).render(translate))]
        word = _padded(severity_word(card.severity).render(translate), severity)
        lead = f"{card.code}  {_padded(card.name, name)}  {word}  {_padded(card.profile or '', profile)}  "
        summary = fold(translate(card.summary), width, " " * cells(lead), " " * cells(lead))
        painted = (
            f"{card.code}  {style.strong(_padded(card.name, name))}  {style.severity(word, card.severity)}  "
        )
        painted += f"{_padded(card.profile or '', profile)}  "
        lines += [painted + summary[0].lstrip(), *summary[1:]]
    return "".join(f"{line.rstrip()}\n" for line in lines[1:])


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cells(text))


def card_json(cards: Iterable[RuleCard], translate: Translator) -> str:
    """Return cards as a JSON list, their sentences translated."""
    return (
        json.dumps([asdict(card.translated(translate)) for card in cards], ensure_ascii=False, indent=2)
        + "\n"
    )
