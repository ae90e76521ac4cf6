"""Documents as HTML: well-formed, self-contained, and every text arrives as text."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

from svcflow.documents.outline import (
    Checks,
    Facts,
    Gap,
    Outline,
    Page,
    Paragraph,
    Picture,
    ProcessName,
    Section,
    Signatures,
    StepCard,
    Table,
)  # fmt: skip
from svcflow.exporters.html import to_html
from svcflow.exporters.look import Look
from svcflow.exporters.themes import Theme
from svcflow.load.images import Image
from svcflow.model.workspace import SheetSize
from tests.support.outlines import everything

HOSTILE = "<script>alert('x')</script> & \"quoted\" </style> {{ 7*7 }}"
VOID = {"meta", "br", "col", "link", "img"}


class Reader(HTMLParser):
    """Collects tags, attributes and text, and sees to it that what is opened is closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def ids(self) -> list[str]:
        return [value for _, attributes in self.tags if (value := attributes.get("id"))]


def outline() -> Outline:
    card = StepCard("1", "a b", HOSTILE, "Step", (("Role", HOSTILE),), (HOSTILE,), (("N", (HOSTILE,)),), True)
    return Outline(
        HOSTILE,
        "SOP",
        "zh-Hant",
        Facts((("Owner", HOSTILE),)),
        (
            Section("p", "Purpose", (Paragraph("one\ntwo"), Table(("H",), ((HOSTILE,),)))),
            Section("o", "Overview", (Picture("swimlane", HOSTILE),)),
            Section("s", "Procedure", (card,)),
            Section("x", "Roles", (Paragraph("x"),)),
            Section("y", "Risks", (Paragraph("y"),)),
        ),
    )


def test_hostile_text_is_text_everywhere() -> None:
    read = Reader(to_html(everything(HOSTILE), {"swimlane": ["<?xml version='1.0'?>\n<svg></svg>"]}))
    assert [tag for tag, _ in read.tags if tag == "script"] == []
    assert "".join(read.text).count("<script>alert('x')</script>") == 29
    assert "7*7" in "".join(read.text)
    assert "49" not in "".join(read.text)


def test_pictures_are_put_in_as_svg_of_the_page() -> None:
    said = to_html(
        outline(),
        {
            "swimlane": [
                "<?xml version='1.0'?>\n<!-- x -->\n<svg viewBox='0 0 1 1'></svg>",
                "<?xml?><svg></svg>",
            ]
        },
    )
    assert "<figure><svg viewBox='0 0 1 1'></svg>\n<svg></svg><figcaption>" in said
    assert "<?xml" not in said


def test_sections_are_linked_and_those_without_content_left_out() -> None:
    read = Reader(to_html(outline()))
    assert read.ids() == ["section-p", "section-s", "step-a-b", "section-x", "section-y"]
    assert [a["href"] for tag, a in read.tags if tag == "a"] == [
        "#section-p",
        "#section-s",
        "#section-x",
        "#section-y",
    ]


def test_nothing_is_fetched_from_elsewhere() -> None:
    read = Reader(to_html(outline()))
    assert [
        tag for tag, attributes in read.tags if tag in {"link", "img", "script"} or "src" in attributes
    ] == []
    assert read.tags[0] == ("html", {"lang": "zh-Hant"})
    assert ("meta", {"name": "generator", "content": "svcflow"}) in read.tags


def test_lines_stay_lines() -> None:
    assert "<p>one<br>two</p>" in to_html(outline())


def test_what_is_filled_in_by_hand() -> None:
    blocks = (Checks((HOSTILE,)), Signatures(("Name",), (("",), (HOSTILE,))), Gap(HOSTILE))
    read = Reader(to_html(Outline("T", "SOP", "en", Facts(()), (Section("s", "S", blocks),))))
    assert "".join(read.text).count("<script>alert('x')</script>") == 3
    assert [a.get("class") for tag, a in read.tags if tag in {"ul", "table", "p"}] == [
        "kind", "checks", "signatures", "gap",
    ]  # fmt: skip


def test_what_stands_on_every_page() -> None:
    said = to_html(Outline("T", "SOP", "en", Facts(()), (), "Org", ("No. 1", "Version 2 · Effective")))
    assert '@bottom-left { content: "No\\2e  1 \\b7  Version 2 \\b7  Effective \\b7  SOP"; }' in said
    assert 'content: counter(page) " / " counter(pages);' in said
    turned = Outline("T", "SOP", "en", Facts(()), (), page=Page.LANDSCAPE)
    assert "size: A4 landscape; @top-left" in to_html(turned)
    card = to_html(Outline("T", "Card", "en", Facts(()), (), page=Page.CARD))
    assert '<body class="card" style="--size: 17.0pt">' in card
    assert "counter(pages)" not in card


def test_a_logo() -> None:
    look = Look(logo=Image(b"<svg/>", "image/svg+xml", 1, 1))
    read = Reader(to_html(Outline("T", "SOP", "en", Facts(()), (), HOSTILE), look=look))
    (image,) = [attributes for tag, attributes in read.tags if tag == "img"]
    assert image == {"class": "logo", "src": "data:image/svg+xml;base64,PHN2Zy8+", "alt": HOSTILE}


def test_the_colour_of_the_house_and_its_paper() -> None:
    document = Outline("T", "SOP", "en", Facts(()), (), page=Page.LANDSCAPE)
    plain = to_html(document)
    look = Look(theme=Theme(color="#7a1f5c"), paper=SheetSize.LETTER)
    theirs = to_html(document, look=look)
    assert "--accent: #1f5fa8" in plain
    assert "--accent: #943673" in theirs
    assert "#1f5fa8" not in theirs
    assert "size: letter landscape; @top-left" in theirs


def test_their_own_style_sheet_keeps_its_colours(tmp_path: Path) -> None:
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "document.css").write_text("h1 { color: #1f5fa8 }", "utf-8")
    document = Outline("T", "SOP", "en", Facts(()), ())
    assert "h1 { color: #1f5fa8 }" in to_html(document, look=Look(tmp_path, theme=Theme(color="#7a1f5c")))


def test_other_processes_are_linked_where_they_are() -> None:
    named = (ProcessName.of("a b", "A & B"), ProcessName.of("c", "C"))
    document = Outline("T", "SOP", "en", Facts((("Baseline", named[0]), ("Runs", named[1]))), ())
    said = to_html(document, links={"a b": "a b.html"})
    assert '<dd><a href="a%20b.html">A &amp; B</a></dd>' in said
    assert "<dd>C</dd>" in said


def test_columns_are_as_wide_as_their_texts_ask_for_but_on_a_card() -> None:
    rows = (("CS-R1", "A long text that says what may happen and what is done then"), ("CS-R2", "Short"))
    table = Section("t", "Table", (Table(("No.", "Risk"), rows),))
    whole = Outline("T", "K", "en", Facts(()), (table,))
    shares = [float(str(more["style"])[7:-1]) for tag, more in Reader(to_html(whole)).tags if tag == "col"]
    assert abs(sum(shares) - 100) < 0.2
    assert shares[0] < shares[1]
    card = Outline("T", "K", "en", Facts(()), (table,), page=Page.CARD)
    assert "<col" not in to_html(card)


def test_a_matrix_says_so_to_the_style_sheet() -> None:
    table = Section("t", "Table", (Table(("Step", "1", "2", "3"), (("Receive", "R", "", "A"),)),))
    assert '<table class="columns-4 matrix">' in to_html(Outline("T", "K", "en", Facts(()), (table,)))
