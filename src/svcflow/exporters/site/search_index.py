"""The index of the search, which runs in the reader's browser: words, and in which things each stands.

Chinese is written without blanks between words, so every two neighbouring characters count as one word, and so does the
last one of a stretch: each character begins a word. Whoever looks for three or more characters finds what has all their
pairs. Elsewhere whole words are kept, sorted, so that their beginnings can be looked up. The index is a script that
sets one variable: pages read from a disk may load scripts, and nothing else.
"""

from __future__ import annotations

import itertools
import json
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

__all__ = ["Thing", "index_script", "words_of"]

_WIDE = (
    "\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
)
_RUN = re.compile(f"[{_WIDE}]+|[^\\W{_WIDE}]+")
_IS_WIDE = re.compile(f"[{_WIDE}]")
_SHORT = 110
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Thing:
    """Something to be found: its kind, its page, its name, where it belongs, what else is said, in which language."""

    kind: str
    url: str
    title: str
    where: str
    text: str
    language: str


@lru_cache(maxsize=1 << 16)  # the same texts stand in the index of every language
def words_of(text: str) -> frozenset[str]:
    """Return the words by which a text is found: pairs of characters and the last one, or whole words in small letters.

    >>> sorted(words_of("受理投诉 in CRM-2"))
    ['2', 'crm', 'in', '受理', '投诉', '理投', '诉']
    """
    found: set[str] = set()
    for run in _RUN.findall(unicodedata.normalize("NFKC", text).lower()):
        if len(run) > 1 and _IS_WIDE.match(run):
            found.update(map("".join, itertools.pairwise(run)), run[-1])
        else:
            found.add(run)
    return frozenset(found)


def index_script(things: Sequence[Thing], kinds: Sequence[tuple[str, str, float]], language: str) -> bytes:
    """Return the script with the index.

    ``kinds`` are the kinds of things: their id, what the reader calls them, how much more they count. Things in another
    language than ``language`` say so.
    """
    numbers = {id: number for number, (id, _, _) in enumerate(kinds)}
    posts: dict[str, list[int]] = {}
    for number, thing in enumerate(things):
        title = words_of(thing.title)
        for word in title | words_of(thing.text):
            posts.setdefault(word, []).append(2 * number + (word in title))
    words = sorted(
        posts, key=lambda word: word.encode("utf-16-be", "surrogatepass")
    )  # as JavaScript compares
    content = {
        "kinds": [[name, worth] for _, name, worth in kinds],
        "things": [
            [
                numbers[one.kind],
                one.url,
                one.title,
                one.where,
                _short(one.text),
                one.language * (one.language != language),
            ]
            for one in things
        ],
        "words": words,
        "posts": [_steps(posts[word]) for word in words],
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return f"// Made by svcflow: the index of the search.\nwindow.svcflowIndex={_harmless(text)};\n".encode(
        "utf-8", "replace"
    )


def _steps(places: Iterable[int]) -> str:
    """Return rising numbers as the steps between them, each to the base of 36."""
    before, made = 0, []
    for place in places:
        made.append(_base36(place - before))
        before = place
    return " ".join(made)


@lru_cache(maxsize=1 << 12)  # nearly all steps are small
def _base36(number: int) -> str:
    digits = ""
    while True:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
        if not number:
            return digits


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHORT else line[: _SHORT - 1] + "…"


def _harmless(text: str) -> str:
    """Return JSON that ends no script and no line, wherever it stands."""
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text
