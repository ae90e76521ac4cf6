"""Ids in Mermaid text: words that Mermaid takes for nothing else, from which the id can be had back."""

from __future__ import annotations

import re

__all__ = ["mermaid_id"]

_PLAIN = re.compile(r"[A-Za-z]\w*(-[A-Za-z0-9]\w*)*", re.ASCII)
_WORDS = {
    "acc", "accdescr", "acctitle", "bt", "call", "class", "classdef", "click", "default", "direction", "end",
    "flowchart", "graph", "href", "interpolate", "linkstyle", "lr", "rl", "style", "subgraph", "swimlane", "tb", "td",
}  # fmt: skip
_UNSAFE = re.compile(r"[^A-Za-z0-9]")


def mermaid_id(id: str, kind: str = "") -> str:
    """Return an id that is safe in Mermaid; ``kind`` ("lane") keeps ids of different things apart.

    Plain ids stay as they are. Others, and those that begin with a word of Mermaid's, begin with ``x_``, in which
    ``_`` and the code of a character in hexadecimal between two ``_`` stand for themselves: ``x_end_2d_case``.
    """
    words = re.split(r"[-_]", id.lower())
    plain = (
        _PLAIN.fullmatch(id)
        and not _WORDS & {words[0], id.lower()}
        and words[0] not in {"x", "lane", "group"}
    )
    said = id if plain else "x_" + _UNSAFE.sub(lambda found: f"_{ord(found[0]):x}_", id)
    return f"{kind}_{said}" if kind else said
