"""Documents as HTML: well-formed, self-contained, and every text arrives as text."""

from __future__ import annotations

from html.parser import HTMLParser

from svcflow.documents.outline import Facts, Outline, Paragraph, Picture, Section, StepCard, Table
from svcflow.exporters.html import to_html

HOSTILE = "<script>alert('x')</script> & \"quoted\" </style> {{ 7*7 }}"
VOID = {"meta", "br", "link", "img"}


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
    read = Reader(to_html(outline(), {"swimlane": ["<?xml version='1.0'?>\n<svg></svg>"]}))
    assert [tag for tag, _ in read.tags if tag == "script"] == []
    assert "".join(read.text).count("<script>alert('x')</script>") == 9
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
