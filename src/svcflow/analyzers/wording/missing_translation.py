"""A text is there in some of the languages in which the process is published, not in all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from svcflow.analyzers import rule
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.analyzers.wording.reading import shared_texts, texts
from svcflow.finding import Severity
from svcflow.i18n import msg, nearest_language
from svcflow.model.text import Localized
from svcflow.model.values import Language
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.finding import Route
    from svcflow.load.shared import Shared
    from svcflow.model.texts import Said

__all__ = ["MissingTranslation"]

_NOT_TRANSLATED = frozenset(
    ("references", "steps.knowledge", "problems.knowledge", "kpis.unit", "kpis.formula")
)
"""Titles of laws and documents, units and formulas stay as they are."""
_SAME_EVERYWHERE = re.compile(r"[\W\d_]*(?:[A-Z][A-Z0-9]*[\W\d_]*)*")
"""Numbers, signs, abbreviations."""
_MOST_RELATED = 4
_LONGEST = 30


class MissingTranslation(ProcessRule):
    """A text is there in some of the languages in which the process is published, and not in all.

    A process is published in the languages of its name. The option `languages` asks for more, in every process. What
    misses in one step or section is one finding. Titles of laws, units, numbers and abbreviations need no translation.

    Why: The document in the missing language shows the text in another one: to the colleague who cannot read it, in
    the middle of an instruction.

    Fix: Write the text for each language: `{en: …, zh-Hans: …, zh-Hant: …}`.
    """

    code = "W401"
    name = "missing-translation"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        catalog: bank
        channels:
          branch: {name: {en: Branch, zh-Hans: 网点}}
          phone: {name: {en: Telephone}}  #!
        ---
        process: card
        name: {en: Lost card, zh-Hans: 银行卡挂失}
        purpose: {en: To keep the money safe}  #!
        steps:
          - id: block
            name: {en: Block the card, zh-Hans: 冻结卡片}
            instructions:
              - Ask for the customer number  #!
              - Read the last four digits aloud
          - id: order
            name: {zh-Hans: 补办新卡}  #!
        ---
        process: branch
        name: 网点开门
        language: zh-Hans
        steps:
          - {id: 开门, name: {zh-Hans: 打开大门, en: Open the door}}
          - {id: 开灯, name: {zh-Hans: 开灯}}  #!
    """
    good = """
        process: card
        name: {en: Lost card, zh-Hans: 银行卡挂失}
        purpose: {en: To keep the money safe, zh-Hans: 保护资金安全}
        steps:
          - {id: block, name: {en: Block the card, zh-Hans: 冻结卡片}}
    """
    near = (
        """
        process: card
        name: {en: Lost card, zh-CN: 银行卡挂失}
        references: [中国人民银行令〔2003〕第5号]
        steps:
          - id: block
            name: {en-GB: Block the card, zh-Hans: 冻结卡片}
            quality: "100%"
            touchpoint: {evidence: SMS}
        ---
        process: cash
        name: Cash
        steps:
          - {id: count, name: Count the cash}
        """,
    )

    class Options(rule.Options):
        """The options of the rule."""

        languages: tuple[Language, ...] = ()
        """Languages in which every text shall be there, e.g. `[en, zh-Hans]`."""

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield one problem for each step or section in which translations are missing."""
        asked = frozenset(map(_known, self.options.languages))
        published = asked | _languages(context.process.name, context.language)
        everything = len(published) > 1
        if not everything and not any(isinstance(said.whole, Localized) for said in texts(context)):
            return
        parts = _parts(texts(context))
        if not everything:
            published = _all_languages(parts)
        missing = [
            (said, published - _languages(said.whole, said.language))
            for said in parts
            if (everything or isinstance(said.whole, Localized)) and not _needs_none(said)
        ]
        found = [(said, lacks) for said, lacks in missing if lacks]
        for _, group in groupby(found, key=lambda item: _element(item[0].route)):
            yield _problem(list(group))

    def check_shared(self, shared: Shared) -> Iterator[Problem]:
        """Yield each text of a catalogue that lacks a language in which others of the same file are."""
        asked = frozenset(map(_known, self.options.languages))
        by_path: dict[str, list[Said]] = {}
        for path, said in shared_texts(shared):
            by_path.setdefault(path, []).append(said)
        for path, all_said in by_path.items():
            parts = [said for said in _parts(all_said) if isinstance(said.whole, Localized)]
            languages = asked | _all_languages(parts)
            for said in parts:
                lacks = languages - _languages(said.whole, said.language)
                if lacks:
                    yield replace(_problem([(said, lacks)]), path=path)


def _parts(said: Iterable[Said]) -> list[Said]:
    """Return each text once, with the route of the whole text."""
    found: dict[Route, Said] = {}
    for one in said:
        route = one.route[:-1] if isinstance(one.whole, Localized) else one.route
        found.setdefault(route, one._replace(route=route))
    return list(found.values())


def _languages(text: str, language: str) -> frozenset[str]:
    """Return the languages in which a text is; one that does not say is in ``language``."""
    return frozenset(map(_known, text.by_language if isinstance(text, Localized) else (language,)))


def _all_languages(parts: Iterable[Said]) -> frozenset[str]:
    return frozenset().union(
        *(_languages(said.whole, "") for said in parts if isinstance(said.whole, Localized))
    )


@lru_cache(maxsize=64)
def _known(tag: str) -> str:
    return nearest_language(tag) or tag


def _needs_none(said: Said) -> bool:
    return said.field in _NOT_TRANSLATED or _SAME_EVERYWHERE.fullmatch(said.text) is not None


def _element(route: Route) -> Route:
    """Return the step or section in which a text is."""
    return route[:2] if len(route) > 1 and isinstance(route[1], int) else route[:1]


def _problem(found: list[tuple[Said, frozenset[str]]]) -> Problem:
    (said, lacks), *others = found
    languages = tuple(sorted(lacks))
    also = tuple((other.route, msg("nor is this")) for other, _ in others[:_MOST_RELATED])
    if others:
        message = msg(
            "‘{text}’ is not there in {languages}; further texts here: {count}",
            text=_short(said.text),
            count=len(others),
            languages=languages,
        )
    else:
        message = msg("‘{text}’ is not there in {languages}", text=_short(said.text), languages=languages)
    return Problem(said.route, message, msg("write the text for each language: `{en: …, zh-Hans: …}`"), also)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
