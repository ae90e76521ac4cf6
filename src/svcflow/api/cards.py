"""The rules, listed and explained."""

from __future__ import annotations

from collections.abc import Iterable

from svcflow.analyzers.registry import FAMILIES
from svcflow.api.choices import chosen
from svcflow.api.languages import message_language
from svcflow.api.profiles import find_profile
from svcflow.finding import CannotDo
from svcflow.i18n import Message, msg, translator
from svcflow.model.workspace import Profile
from svcflow.reporters.card import FORMAT_FAMILY, RuleCard
from svcflow.text.nearest import nearest

__all__ = ["card_report", "explain", "rules", "rules_report"]


def rules(*, profile: str | None = None, family: str | None = None) -> tuple[RuleCard, ...]:
    """Return the cards of the rules, those of a profile or family where asked for; format checks are in all profiles.

    Raises `CannotDo` for a profile or family that does not exist.
    """
    from svcflow.reporters.cards import all_cards

    cards = all_cards()
    if family is not None:
        cards = _of_family(cards, family)
    if profile is not None:
        rank = find_profile(profile).rank
        cards = tuple(card for card in cards if card.profile is None or Profile(card.profile).rank <= rank)
    return cards


def explain(rule: str) -> RuleCard:
    """Return the card of a rule or format check, by name or code; raises `CannotDo` when there is none."""
    from svcflow.reporters.cards import all_cards, find_cards

    cards = find_cards(rule)
    if len(cards) == 1 and rule.strip().lower() in {cards[0].name, cards[0].code.lower()}:
        return cards[0]
    if cards:
        names = tuple(card.name for card in cards)
        raise CannotDo(
            msg("`{name}` is a family of rules", name=rule), msg("its rules are: {names}", names=names)
        )
    known = [name for card in all_cards() for name in (card.name, card.code)]
    raise CannotDo(_no_rule(rule, nearest(rule, known)), msg("`svcflow rules` lists them all"))


def rules_report(
    cards: Iterable[RuleCard],
    format: str = "text",
    *,
    language: str | None = None,
    color: bool = False,
    width: int = 100,
) -> str:
    """Return cards as a table, or as ``json``; raises `CannotDo` for another format."""
    from svcflow.reporters.card_text import card_json, table_text

    translate = translator(message_language(language))
    if _is_json(format):
        return card_json(cards, translate)
    return table_text(cards, translate, color=color, width=width)


def card_report(
    card: RuleCard,
    format: str = "text",
    *,
    language: str | None = None,
    color: bool = False,
    width: int = 100,
) -> str:
    """Return a card as a page to read, or as ``json``; raises `CannotDo` for another format."""
    from svcflow.reporters.card_text import card_json, card_text

    translate = translator(message_language(language))
    if _is_json(format):
        return card_json([card], translate)
    return card_text(card, translate, color=color, width=width)


def _is_json(format: str) -> bool:
    return (
        chosen(format, ("text", "json"), lambda name: msg("there is no format `{name}`", name=name)) == "json"
    )


def _no_rule(name: str, guess: str | None) -> Message:
    if guess:
        return msg("there is no rule `{name}`; did you mean `{guess}`?", name=name, guess=guess)
    return msg("there is no rule `{name}`", name=name)


def _of_family(cards: tuple[RuleCard, ...], family: str) -> tuple[RuleCard, ...]:
    wanted = family.strip().lower()
    found = tuple(card for card in cards if wanted in {card.family, card.code[0].lower()})
    if not found:
        chosen(
            wanted,
            (*FAMILIES, FORMAT_FAMILY),
            lambda name: msg("there is no family of rules `{name}`", name=name),
        )
    return found
