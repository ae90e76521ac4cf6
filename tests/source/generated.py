"""Data and YAML texts for property tests; the texts are written by ruamel.yaml, which shares no code with ours."""

from __future__ import annotations

import io
from typing import Any

from hypothesis import strategies as st
from ruamel.yaml import YAML

__all__ = ["DATA", "KEYS", "dumped", "texts"]

_CONTROL = [
    chr(code) for code in (*range(9), 11, 12, *range(14, 32), *range(127, 160), 0x2028, 0x2029, 0xFEFF)
]
_LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters=[*_CONTROL, "\r", "\ufffe", "\uffff"])
_SPACES = " \t\u00a0\u202f\u2060\u3000" + "".join(map(chr, range(0x2000, 0x2010)))
_HOSTILE = st.sampled_from(
    [
        *(
            "no",
            "yes",
            "08:30",
            "1_000",
            "2026-01-01",
            "~",
            "null",
            "true",
            "1.10",
            "007",
            "1e3",
            ".inf",
            "=",
            "<<",
        ),
        *(
            "- a",
            "a: b",
            "# x",
            "x #y",
            "*a",
            "&a",
            "!t",
            "|",
            ">",
            "%",
            "@",
            "`",
            "{",
            "[",
            "]",
            "'",
            '"',
            ",",
            "a:",
        ),
        *(
            "客户",
            "全角：冒号",
            "😀",
            "a\n\nb\n",
            " a ",
            "\ta",
            "a\n b",
            "…",
            "long words " * 20,
            "a，b",
            "http://x/#y",
            "ok?",
        ),
    ]
)
# YAML 1.2 allows [:x] and [?x]; libyaml does not yet.
_TEXT = (st.text(alphabet=_LETTERS, max_size=12) | _HOSTILE).filter(lambda text: text[:1] not in (":", "?"))
# ruamel breaks long lines within keys, which no parser reads alike.
KEYS = _TEXT.filter(
    lambda key: key.strip(_SPACES) == key != "" and len(key) < 20 and not set(key) & set("\n ")
)
_SCALARS = _TEXT | st.integers() | st.booleans() | st.floats(allow_nan=False, allow_infinity=False)
DATA = st.recursive(
    _SCALARS, lambda part: st.lists(part, max_size=4) | st.dictionaries(KEYS, part, max_size=4), max_leaves=12
)
"""Any data without empty values."""


def dumped(
    data: Any, *, flow: bool | None = False, indent: tuple[int, int, int] = (2, 4, 2), width: int = 80
) -> str:
    """Write data in the style asked for: in blocks, in brackets, or (None) brackets for the innermost."""
    yaml = YAML(typ="safe", pure=True)
    yaml.default_flow_style = flow
    yaml.allow_unicode = True
    yaml.width = width
    yaml.indent(*indent)
    stream = io.StringIO()
    yaml.dump(data, stream)
    return stream.getvalue()


@st.composite
def texts(draw: st.DrawFn) -> tuple[dict[str, Any], str]:
    """Draw data (a mapping) and a text that says it."""
    data = draw(st.dictionaries(KEYS, DATA, min_size=1, max_size=4))
    text = dumped(
        data,
        flow=draw(st.sampled_from([False, True, None])),
        indent=draw(st.sampled_from([(2, 4, 2), (2, 2, 0), (4, 6, 4)])),
        width=draw(st.sampled_from([80, 10_000])),
    )
    return data, text
