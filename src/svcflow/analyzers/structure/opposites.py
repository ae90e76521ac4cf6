"""Whether two conditions are each other's opposite, so that one of them always holds."""

from __future__ import annotations

import re
from itertools import combinations

__all__ = ["are_opposite", "cover_all"]

_PAIRS = {
    frozenset(pair)
    for pair in (
        ("yes", "no"),
        ("true", "false"),
        ("pass", "fail"),
        ("passed", "failed"),
        ("是", "否"),
        ("有", "无"),
        ("有", "無"),
        ("对", "错"),
        ("對", "錯"),
    )
}
_COMPARISONS = (
    (r"≥|>=|at least|至少", r"less than|<(?!=)|under|below|不足|低于|少于|低於|少於"),
    (r"≤|<=|up to|at most|至多|最多", r"more than|>(?!=)|over|above|超过|高于|多于|超過|高於|多於"),
)
# Patterns that take longer to compile than most processes to check; few of these have two conditions to compare.
_DENIALS = r"\b\w+n['’]t\b|\b(?:not|no|never|cannot)\b|[不未没沒无無非]|\b(?:un|in|im|dis|non-?)(?=[a-z]{4})"
_AUXILIARIES = r"\b(?:can|do|does|did|is|are|was|were|has|have)\b"
_ENDING = r"(?<=[a-z]{3})s\b"
_REST = re.compile(r"[\W_]+")


def cover_all(conditions: list[str]) -> bool:
    """Whether one of the conditions always holds, as far as the words tell: two of them are opposites."""
    return any(are_opposite(one, other) for one, other in combinations(conditions, 2))


def are_opposite(one: str, other: str) -> bool:
    """Whether one condition is the other one denied: yes and no, accepted and not accepted, 通过 and 未通过.

    Words are compared, not meanings: what is not seen as opposite may still be it.
    """
    one, other = one.strip().casefold(), other.strip().casefold()
    if frozenset((one, other)) in _PAIRS:
        return True
    if _plain(one) == _plain(other) and _denials(one) != _denials(other):
        return True
    return _compared(one, other) or _compared(other, one)


def _plain(text: str) -> str:
    """Return a condition without what denies it."""
    without = re.sub(_AUXILIARIES, " ", re.sub(_DENIALS, " ", text))
    return _REST.sub("", re.sub(_ENDING, "", without))


def _denials(text: str) -> int:
    return len(re.findall(_DENIALS, text))


def _compared(one: str, other: str) -> bool:
    """Whether two comparisons with the same number leave nothing between them."""
    return any(
        re.search(low, one) is not None
        and re.search(high, other) is not None
        and re.search(low, other) is None
        and _REST.sub("", re.sub(low, "", one)) == _REST.sub("", re.sub(high, "", other))
        for low, high in _COMPARISONS
    )
