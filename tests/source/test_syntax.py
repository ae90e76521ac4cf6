"""Every mistake that people make in YAML: what is said, where, and what to do. Texts are those that users read."""

from __future__ import annotations

import pytest

from svcflow.i18n import translator
from svcflow.source import Kind, SourceProblem, parse

TAB = "use spaces: YAML allows no tabs there; most editors can be told to write spaces for the Tab key"
SAME_COLUMN = "begin it in the same column as the lines that it belongs to"
NO_FIT = "the indentation of this line fits none of the lines above"
DEEPER = "this line is indented deeper than the line above, which has a value already"
DEEPER_HELP = "begin both in the same column; or remove the value above, if this line belongs to that key"
NO_KEY = "this line is no key with a value"
NO_KEY_HELP = (
    "write a colon and a space after the key; if the line continues the text above, indent it deeper"
)
IN_TEXT = "a colon with a space after it stands in the middle of a text"
IN_TEXT_HELP = "put the text into quotes, or write the colon without a space"
SPACE = "a space is missing after the colon"
SPACE_HELP = "write the key, a colon, a space, and the value"
WIDE_COLON = "the full-width colon `：` does not separate a key from its value"
WIDE_COLON_HELP = "write an ordinary colon and a space"
NO_DASH = "this line stands among the items of a list but begins with no dash"
NO_DASH_HELP = "indent it if it belongs to the item above; begin it with a dash and a space if it is an item"
BLOCK = "after `>` a text of several lines must begin on the next line"
BLOCK_HELP = "if the `>` belongs to the text, put the text into quotes"
ESCAPE_HELP = "in double quotes, write each backslash twice; or put the text into single quotes"
AFTER_SINGLE = "there is more text after the closing quote '"
SINGLE_HELP = "put the whole text into one pair of quotes, and write each ' within it as ''"
AFTER_DOUBLE = 'there is more text after the closing quote "'
DOUBLE_HELP = 'put the whole text into one pair of quotes, and write each " within it as \\"'
SEPARATE = "separate the entries with commas; a text with a comma or colon in it needs quotes"
ODD_SPACE = "this line is indented with a character that only looks like a space"


def begins(char: str) -> tuple[str, str]:
    return (
        f"a text must not begin with the character {char}",
        f"put the text into quotes: {char} has a meaning of its own in YAML",
    )


def never_closed(bracket: str, close: str) -> tuple[str, str]:
    return f"the `{bracket}` that opens here is never closed", f"write `{close}` after the last entry"


CASES = [
    # Indentation
    ("a:\n\tb: 1\n", "2:1-2:2", "this line is indented with a tab", TAB),
    ("a:\n  b: 1\n\tc: 1\n", "3:1-3:2", "this line is indented with a tab", TAB),
    ("a: 1\n  \tb: 2\n", "2:3-2:4", "this line is indented with a tab", TAB),
    ("a:\n\t- x\n", "2:1-2:2", "this line is indented with a tab", TAB),
    ("a: |\n  x\n\ty\n", "3:1-3:2", "this line is indented with a tab", TAB),
    ("a:\n    b: 1\n  c: 2\n", "3:3-3:7", NO_FIT, SAME_COLUMN),
    ("a:\n  - x\n - y\n", "3:2-3:5", NO_FIT, SAME_COLUMN),
    ("steps:\n  - id: a\n    name: b\n   role: c\n", "4:4-4:11", NO_FIT, SAME_COLUMN),
    ("a: |\n    x\n  y\nb: 1\n", "3:3-3:4", NO_FIT, SAME_COLUMN),
    ("a: 1\n  b: 2\n", "2:3-2:7", DEEPER, DEEPER_HELP),
    ("steps:\n  - id: a\n    name: b\n      role: c\n", "4:7-4:14", DEEPER, DEEPER_HELP),
    ("a: 1\r\n b: 2\r\n", "2:2-2:6", DEEPER, DEEPER_HELP),
    ("a:\n\u3000\u3000b: 1\n  c: 2\n", "2:1-2:3", f"{ODD_SPACE} (U+3000)", "use ordinary spaces"),
    ("a:\n\u00a0 b: 1\n  c: 2\n", "2:1-2:2", f"{ODD_SPACE} (U+00A0)", "use ordinary spaces"),
    # Keys and colons
    ("a: b: c\n", "1:5-1:6", IN_TEXT, IN_TEXT_HELP),
    ("name: Verify: the guest\nrole: x\n", "1:13-1:14", IN_TEXT, IN_TEXT_HELP),
    ("名: 😀客: x\n", "1:6-1:7", IN_TEXT, IN_TEXT_HELP),
    ("a: 1\nb\nc: 2\n", "2:1-2:2", NO_KEY, NO_KEY_HELP),
    ("a: 1\nb\n", "2:1-2:2", NO_KEY, NO_KEY_HELP),
    ("a = b\nc: d\n", "1:1-1:6", NO_KEY, NO_KEY_HELP),
    ("a: 1\nb:2\nc: 3\n", "2:1-2:4", SPACE, SPACE_HELP),
    ("b:2\n  c: 3\n", "1:1-1:4", SPACE, SPACE_HELP),
    ("- id:receive\n  name: x\n", "1:1-1:13", SPACE, SPACE_HELP),
    ("a: 1\nb：2\nc: 3\n", "2:2-2:3", WIDE_COLON, WIDE_COLON_HELP),
    ("a: 1\nb：2\n", "2:2-2:3", WIDE_COLON, WIDE_COLON_HELP),
    ("- id：receive\n  name: x\n", "1:5-1:6", WIDE_COLON, WIDE_COLON_HELP),
    (": x\n", "1:1-1:2", "there is no key before this colon", "write the key, or put the text into quotes"),
    (
        "a: {: x}\n",
        "1:5-1:6",
        "there is no key before this colon",
        "write the key, or put the text into quotes",
    ),
    (
        "k" * 1100 + ": 1\n",
        "1:1101-1:1102",
        "no key can stand before this colon",
        "a key is a short text on one line; if the colon belongs to a text, put the text into quotes",
    ),
    # Lists
    (
        "a: 1\n- b\n",
        "2:1-2:4",
        "this list item stands among keys",
        "put the items of a list below their key, and indent them",
    ),
    ("- b\na: 1\n", "2:1-2:5", NO_DASH, NO_DASH_HELP),
    ("a:\n  - b\n  c: 1\n", "3:3-3:7", NO_DASH, NO_DASH_HELP),
    (
        "a: - x\n",
        "1:4-1:7",
        "a list cannot begin on the line of its key",
        "begin it on the next line and indent it; if the dash belongs to a text, put the text into quotes",
    ),
    # Quotes
    ('a: "x\nb: 2\n', "1:4-1:6", 'the text that begins with " here never ends', 'write " at its end'),
    ("a: 'x\r\nb: 2\r\n", "1:4-1:6", "the text that begins with ' here never ends", "write ' at its end"),
    ("a: 'x\n---\ny'\n", "1:4-1:6", "the text that begins with ' here never ends", "write ' at its end"),
    ("a: 'it's'\nb: 2\n", "1:8-1:10", AFTER_SINGLE, SINGLE_HELP),
    ("a: ['x' 'y']\n", "1:9-1:13", AFTER_SINGLE, SINGLE_HELP),
    ('a: "x" y\nb: 2\n', "1:8-1:9", AFTER_DOUBLE, DOUBLE_HELP),
    ('a: "12"% of all\n', "1:8-1:16", AFTER_DOUBLE, DOUBLE_HELP),
    ('"a" "b": 1\n', "1:5-1:11", AFTER_DOUBLE, DOUBLE_HELP),
    ('a: "C:\\path"\n', "1:7-1:9", "`\\p` is no escape sequence that YAML knows", ESCAPE_HELP),
    ('a: "客\\xZZ"\n', "1:6-1:10", "`\\xZZ` is no escape sequence that YAML knows", ESCAPE_HELP),
    ('a: "\\ud83d"\n', "1:5-1:11", "`\\ud83d` is no escape sequence that YAML knows", ESCAPE_HELP),
    # Brackets
    ("a: [x, y\nb: 2\n", "1:4-1:9", *never_closed("[", "]")),
    ("a: {x: 1, y: 2\nb: 2\n", "1:4-1:15", *never_closed("{", "}")),
    ("a: [x #y]\n", "1:4-1:10", *never_closed("[", "]")),
    (
        "a: [x, y】\nb: 2\n",
        "1:4-1:10",
        "the `[` that opens here is never closed",
        "write `]` instead of the full-width `】`",
    ),
    ("a: [x, y}\n", "1:9-1:10", "`]` is expected here, not `}`", "close first the bracket that opened last"),
    ("a: {x: 1 y: 2}\n", "1:11-1:15", "a comma or `}` is missing before this", SEPARATE),
    ("a: {when: x: y, to: z}\n", "1:12-1:23", "a comma or `}` is missing before this", SEPARATE),
    (
        "b: [1]]\n",
        "1:7-1:8",
        "this `]` closes nothing",
        "remove it, or put the text that it belongs to into quotes",
    ),
    (
        "a: {x: 1}}\nb: 1\n",
        "1:10-1:11",
        "this `}` closes nothing",
        "remove it, or put the text that it belongs to into quotes",
    ),
    (
        "a: {b: 1,, c: 2}\n",
        "1:10-1:11",
        "an entry is missing before this comma",
        "write the entry, or remove the comma",
    ),
    # Characters of YAML's own
    ("a: @x\n", "1:4-1:6", *begins("@")),
    ("a: `x`\n", "1:4-1:7", *begins("`")),
    ("a: %x\n", "1:4-1:6", *begins("%")),
    ("% x\na: 1\n", "1:1-1:4", *begins("%")),
    ("a: *重要*\n", "1:4-1:8", *begins("*")),
    ("- **bold** text\n", "1:3-1:16", *begins("*")),
    ("a: & x\n", "1:4-1:7", *begins("&")),
    ("a: !重要 x\n", "1:4-1:9", *begins("!")),
    ("a: !x!y z\n", "1:4-1:10", *begins("!")),
    ("a: ,x\n", "1:4-1:6", *begins(",")),
    ("a: {b: ?c}\n", "1:8-1:11", *begins("?")),
    ("a: [|x]\n", "1:5-1:8", *begins("|")),
    ("a: > 5\nb: 1\n", "1:4-1:7", BLOCK, BLOCK_HELP),
    ("target: >=80%\n", "1:9-1:14", BLOCK, BLOCK_HELP),
    # Directives
    (
        "%YAML 3.0\n---\na: 1\n",
        "1:1-1:10",
        "this is not YAML 1.2",
        "remove the line that begins with `%YAML`",
    ),
    (
        "%YAML 1.2\na: 1\n",
        "2:1-2:5",
        "a line that begins with `%` must be followed by the line `---`",
        "remove the line that begins with `%`",
    ),
    # Nobody knows
    (
        "a: &x *y\n",
        "1:7-1:9",
        "YAML cannot make sense of the text from here on",
        "compare it with the lines above: indentation, colons, quotes and brackets",
    ),
]


def place(problem: SourceProblem) -> str:
    span = problem.span
    return f"{span.line}:{span.column}-{span.end_line}:{span.end_column}"


@pytest.mark.parametrize(
    ("text", "where", "message", "help_"), CASES, ids=[repr(case[0])[:40] for case in CASES]
)
def test_a_mistake(text: str, where: str, message: str, help_: str) -> None:
    document = parse(text, "x.yaml")
    assert document.data is None
    (problem,) = document.problems
    assert problem.kind is Kind.SYNTAX
    assert (place(problem), str(problem.message), str(problem.help)) == (where, message, help_)


def test_the_bracket_that_is_open_is_shown() -> None:
    (problem,) = parse("客: {x: [1, 2}\n", "x.yaml").problems
    (related,) = problem.related
    assert (str(related.message), related.place.path) == ("`[` opens here", "x.yaml")
    assert related.place.span is not None
    assert (related.place.span.line, related.place.span.column) == (1, 8)


def test_a_quote_that_is_missing_above_is_shown() -> None:
    (problem,) = parse('a: 1\nb: "x\nc: "y"\n', "x.yaml").problems
    assert (place(problem), str(problem.message)) == ("3:5-3:7", AFTER_DOUBLE)
    (related,) = problem.related
    assert str(related.message) == "the text in quotes begins here"
    assert related.place.span is not None
    assert (related.place.span.line, related.place.span.column) == (2, 4)


def test_what_a_broken_line_says_besides_is_not_repeated() -> None:
    document = parse("d: 1\nd: 2\na:\n\u3000b: 1\n  c: 2\n", "x.yaml")
    assert [problem.kind for problem in document.problems] == [Kind.DUPLICATE_KEY, Kind.SYNTAX]


@pytest.mark.parametrize(
    ("language", "message", "help_"),
    [
        ("zh-Hans", "全角冒号 `：` 不能分隔键和值", "请写半角冒号和一个空格"),
        ("zh-Hant", "全形冒號 `：` 不能分隔鍵和值", "請寫半形冒號和一個空格"),
    ],
)
def test_in_chinese(language: str, message: str, help_: str) -> None:
    (problem,) = parse("名称：客户投诉\n负责人: x\n", "x.yaml").problems
    say = translator(language)
    assert problem.message.render(say) == message
    assert problem.help is not None
    assert problem.help.render(say) == help_
