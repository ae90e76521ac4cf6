"""One thing that is called by two words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.analyzers.wording.languages import BY_LANGUAGE, language_of
from svcflow.analyzers.wording.reading import texts
from svcflow.analyzers.wording.words import Finder, plain
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from svcflow.analyzers.context import ProcessContext
    from svcflow.finding import Route
    from svcflow.model.catalog import Term
    from svcflow.model.texts import Said

__all__ = ["TwoWordsOneThing"]

_SKIPPED = ("references", "steps.knowledge", "problems.", "revisions.", "terms.", "needs.")
"""Titles of other documents, the history, definitions and the customer's own words keep their words."""
_PARTICLES = frozenset(["in", "out", "up", "off", "on", "back", "down", "over", "through", "away"])


class TwoWordsOneThing(ProcessRule):
    """One thing is called by two words, or written in two ways.

    A term of the process or of a catalogue may name the words to `avoid`; they are found wherever they stand, also a
    term of several words in another spelling (‘e-mail’, ‘email’). Besides, words are known that have two right
    spellings (‘check-in’ and ‘checkin’, 账户 and 帐户); a process that uses both is told to keep to one. Titles of laws
    and documents and the words of the customer are let be.

    Why: Where the form says ‘ticket’, the system ‘case’ and the procedure both, people look for two things, and a
    search finds half.

    Fix: Take the word of the glossary everywhere. If both words are needed, they are two things: give each its term.
    """

    code = "W302"
    name = "two-words-one-thing"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        catalog: desk
        terms:
          case: {means: a request of a customer, avoid: [ticket, 工单]}
        ---
        process: support
        name: Support
        steps:
          - id: open
            name: Open a ticket  #!
          - {id: solve, name: Solve the case}
          - {id: confirm, name: Confirm by e-mail}
          - {id: ask, name: Ask by e-mail whether it works}
          - {id: close, name: Send the closing email}  #!
        terms:
          call-back: a call to the customer at a time agreed
        ---
        process: 开户
        name: 开立账户
        language: zh-Hans
        steps:
          - {id: 核对, name: 核对账户资料}
          - {id: 启用, name: 启用帐户}  #!
          - {id: 归档, name: 归档工单}  #!
    """
    good = """
        catalog: desk
        terms:
          case: {means: a request of a customer, avoid: [ticket, 工单]}
        ---
        process: support
        name: Support
        steps:
          - {id: open, name: Open a case}
          - {id: confirm, name: Confirm by e-mail}
    """
    near = (
        """
        process: cinema
        name: Cinema
        references: [Ticket regulation of the city]
        steps:
          - {id: sell, name: Sell the admission ticket}
          - {id: out, name: Show the way to the ticketing machine}
          - {id: check, name: Check in the coats}
          - {id: count, name: Count the front-office cash}
        needs:
          - {what: I want my ticket by e-mail}
        terms:
          admission ticket: {means: what lets somebody in, avoid: [ticket, 票]}
          check-in: the moment of arrival
          front office: the part that guests see
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each text with a word to avoid, and each word with two spellings, once."""
        avoided = _avoided(context.process.terms.items())
        for word, term in _avoided((id, entry.value) for id, entry in context.shared.terms.items()).items():
            avoided.setdefault(word, term)
        names = (*context.process.terms, *context.shared.terms) if avoided else ()
        finder = _finder(tuple(avoided), names)
        read = [said for said in texts(context) if not said.field.startswith(_SKIPPED)]
        for said in read if avoided else ():
            for word in dict.fromkeys(finder.find(said.text)):
                message = msg("‘{word}’ is called ‘{term}’ here", word=word, term=avoided[word])
                yield Problem(said.route, message, msg("write ‘{term}’", term=avoided[word]))
        yield from _spelled_in_two_ways(read)


def _avoided(terms: Iterable[tuple[str, Term]]) -> dict[str, str]:
    """Return the words to avoid, each with its term."""
    found: dict[str, str] = {}
    for name, term in terms:
        for word in (*_variants(name), *map(plain, term.avoid)):
            found.setdefault(word, name)
    return {word: name for word, name in found.items() if word != plain(name)}


def _variants(term: str) -> list[str]:
    """Return other spellings of a term of several words."""
    parts = plain(term).replace("-", " ").split()
    if len(parts) < 2 or not all(part.isascii() for part in parts):
        return []
    if " " in plain(term):  # ‘front office’, but ‘the front-office manager’
        return [] if parts[-1] in _PARTICLES or len(parts) > 2 else ["".join(parts)]
    # ‘the check-in’, but ‘check in the guest’
    return ["".join(parts)] if parts[-1] in _PARTICLES else ["".join(parts), " ".join(parts)]


@lru_cache(maxsize=16)
def _finder(words: tuple[str, ...], names: tuple[str, ...]) -> Finder:
    return Finder(words, names)


_PAIRS: Mapping[str, str] = {
    word: other
    for lists in BY_LANGUAGE.values()
    for words in lists
    for one, two in words.spellings
    for word, other in ((one, two), (two, one))
}


@lru_cache(maxsize=8)
def _spellings(language: str) -> Finder:
    """Return the finder of what is written in two ways in a language; of nothing for an unknown one."""
    return Finder(
        word for words in BY_LANGUAGE.get(language, ()) for pair in words.spellings for word in pair
    )


def _spelled_in_two_ways(read: list[Said]) -> Iterator[Problem]:
    """Yield each word that is written in two ways, at the first place of the rarer one."""
    by_language: dict[str, list[Said]] = {}
    for said in read:
        by_language.setdefault(language_of(said.text, said.language) or "", []).append(said)
    for language, said_here in by_language.items():
        finder = _spellings(language)
        used = set(finder.find("\n".join(said.text for said in said_here)))
        if any(_PAIRS[word] in used for word in used):
            yield from _rarer(finder, said_here)


def _rarer(finder: Finder, said_here: list[Said]) -> Iterator[Problem]:
    places: dict[str, list[Route]] = {}
    for said in said_here:
        for word in finder.find(said.text):
            places.setdefault(word, []).append(said.route)
    for at, (word, routes) in enumerate(places.items()):
        other = places.get(_PAIRS[word], [])
        # Of two that are as frequent, the one that comes later gives way.
        if len(routes) < len(other) or (len(routes) == len(other) and _PAIRS[word] in list(places)[:at]):
            yield Problem(
                routes[0],
                msg("‘{word}’ is also written ‘{other}’ in this process", word=word, other=_PAIRS[word]),
                msg("keep to one of them"),
                ((other[0], msg("written the other way")),),
            )
