"""Documents as Markdown: every text arrives as text. The oracle is a Markdown parser that shares no code with ours."""

from __future__ import annotations

import html
import re

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from svcflow.documents.outline import (
    Bullets,
    Checks,
    Facts,
    Gap,
    Outline,
    Paragraph,
    Picture,
    Section,
    Signatures,
    StepCard,
    Table,
)  # fmt: skip
from svcflow.exporters.markdown import escape_markdown, to_markdown

HOSTILE = "<script>alert(1)</script> [x](http://a.b) **b** _i_ `c` | # h &amp; \\ ~~s~~ $x$ {{ 7*7 }} {% raw %} ![p](q)"
PARSER = MarkdownIt("gfm-like", {"linkify": False, "html": True})

_LETTERS = st.text(
    st.one_of(
        st.sampled_from("\\`*_{}[]()<>#+-.!|~&;:=$1\"' \n"), st.characters(categories=("L", "N", "P", "S"))
    ),
    min_size=1,
    max_size=40,
)
_OPENERS = [
    "",
    "- ",
    "# ",
    "1. ",
    "2) ",
    "> ",
    "+ ",
    "* ",
    "===",
    "---",
    "```\n",
    "~~~\n",
    "    ",
    "a\n===\n",
    "<!--",
    "[x]: ",
    "~~a~~",
    "__a__",
]
TEXTS = st.builds(str.__add__, st.sampled_from(_OPENERS), _LETTERS).filter(str.strip)


def plain(rendered: str) -> str:
    text = re.sub(r"<br\s*/?>", "\n", rendered)
    assert "<" not in re.sub(r"</?(p|table|thead|tbody|tr|td|th|ul|ol|li)( [^>]*)?>", "", text), rendered
    return html.unescape(re.sub(r"<[^>]*>", "", text))


def words(text: str) -> list[str]:
    return text.split()


@given(TEXTS)
def test_a_paragraph_says_the_text(text: str) -> None:
    assert words(plain(PARSER.render(escape_markdown(text)))) == words(text)


@given(TEXTS)
def test_a_cell_and_a_list_item_say_the_text(text: str) -> None:
    said = escape_markdown(text)
    cells = re.findall(r"<td>(.*?)</td>", PARSER.render(f"| a |\n| --- |\n| {said} |\n"), re.DOTALL)
    assert [words(plain(cell)) for cell in cells] == [words(text)]
    items = re.findall(r"<li>(.*?)</li>", PARSER.render(f"- {said}\n"), re.DOTALL)
    assert [words(plain(item)) for item in items] == [words(text)]


def outline(*sections: Section) -> Outline:
    return Outline(
        "标题 *T*", "SOP", "en", Facts((("Version", "1.0.0"), ("Owner", HOSTILE))), sections, "A & B"
    )


def test_every_block_in_its_form() -> None:
    document = outline(
        Section(
            "a",
            "One",
            (Paragraph("text\nin lines"), Bullets(("x", "- y")), Bullets(("first", "second"), True)),
        ),
        Section("b", "Two", (Table(("H",), (("a|b",), ("c\nd",))), Facts((("L", "v"), ("", "alone"))))),
        Section("c", "Three", (Picture("swimlane", "who [does] what"),)),
        Section(
            "d",
            "Four",
            (StepCard("1", "a b", "Step", "Step", (("Role", "R"),), ("do it",), (("N", ("n",)),), True),),
        ),
    )
    said = to_markdown(document, {"swimlane": "my picture (1).svg"})
    assert re.fullmatch("<!-- svcflow sha256:[0-9a-f]{32} -->", said.splitlines()[0])
    assert "# 标题 \\*T\\*\n\nSOP · A & B\n" in said
    assert "text<br>in lines\n\n- x\n- \\- y\n\n1. first\n2. second\n" in said
    assert "| H |\n| --- |\n| a\\|b |\n| c<br>d |\n\n- **L**: v\n- alone\n" in said
    assert "![who \\[does\\] what](my%20picture%20%281%29.svg)" in said
    assert (
        '<a id="step-a-b"></a>\n\n### 1 Step ★ moment of truth\n\n- **Role**: R\n\n1. do it\n\n**N**\n\n- n\n'
        in said
    )
    assert "\n\n\n" not in said


def test_a_section_with_nothing_but_a_picture_that_was_not_drawn_is_left_out() -> None:
    said = to_markdown(outline(Section("c", "Overview", (Picture("swimlane", "x"),))))
    assert "Overview" not in said


def test_hostile_text_is_shown_as_it_is() -> None:
    said = to_markdown(outline(Section("p", "Purpose", (Paragraph(HOSTILE),))))
    assert words(HOSTILE) == words(plain(PARSER.render(said.split("## Purpose")[1])))


def test_what_is_filled_in_by_hand() -> None:
    blocks = (Checks(("look", HOSTILE)), Signatures(("Name", "Date"), (("Ann", ""),)), Gap("why?"))
    said = to_markdown(outline(Section("s", "S", blocks)))
    assert "- [ ] look\n- [ ] \\<script" in said
    assert "| Name | Date |\n| --- | --- |\n| Ann |  |\n" in said
    assert "> **To be filled in**: why?\n" in said


def test_what_stands_on_every_page_ends_the_text() -> None:
    document = Outline("T", "SOP", "en", Facts(()), (), running=("No. 1", "Version 2 · Effective"))
    assert to_markdown(document).endswith("\n---\n\nNo. 1 · Version 2 · Effective\n")


def test_the_titles_of_a_matrix_are_narrow_and_its_signs_in_the_middle() -> None:
    headers = ("步骤", "客户服务中心经理", "客服专员", "值班主管", "投诉专员", "结算会计")
    table = Section("t", "矩阵", (Table(headers, (("受理", "A", "R", "", "", ""),)),))
    said = to_markdown(Outline("T", "K", "zh-Hans", Facts(()), (table,)))
    assert "| 步骤 | 客户服<br>务中<br>心经理 | 客服<br>专员 |" in said
    assert "| --- | :---: | :---: |" in said
