"""Documents as PDF, read back: everything is there once and in order, and what was written is text."""

from __future__ import annotations

import datetime as dt
from base64 import b64decode
from functools import cache
from pathlib import Path
from typing import Any, cast

import pytest

from svcflow import api
from svcflow.api.order import Order
from svcflow.documents.outline import (
    Bullets,
    Checks,
    Facts,
    Outline,
    Page,
    Paragraph,
    Picture,
    Section,
    Table,
)
from svcflow.exporters.look import Look
from svcflow.exporters.pdf import to_pdf
from svcflow.exporters.themes import Theme
from svcflow.finding import CannotDo
from svcflow.load.images import Image
from svcflow.model.process import Process
from svcflow.model.text import say
from svcflow.model.workspace import SheetSize
from tests.support.outlines import everything
from tests.support.pdf import bookmarks, fonts, reader, text_of, texts_of

EXAMPLES = Path(__file__).parents[3] / "examples" / "services" / "processes"
PROCESSES = {
    "zh-Hans": "complaint-handling",
    "zh-Hant": "one-window-government-service",
    "en": "hotel-check-in",
}
PAGE_OF = {"zh-Hans": "第 {} 页，共 {} 页", "zh-Hant": "第 {} 頁，共 {} 頁", "en": "Page {} of {}"}
TAGS = {"zh-Hans": "zh-CN", "zh-Hant": "zh-TW", "en": "en"}
HOSTILE = '#import "x": y $a+b$ *b* _c_ \\ #[d] ]] `e` <f> @g // h /* i */ #panic("j") -- ... ~ =k \\u{41}'
SVG = '<svg xmlns="http://www.w3.org/2000/svg" class="svcflow" width="{}" height="{}"><text y="20">{}</text></svg>'
DOT = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@cache
def made(language: str) -> bytes:
    (document,) = api.publish(EXAMPLES / f"{PROCESSES[language]}.yaml", Order(format="pdf"))
    assert document.name == f"{PROCESSES[language]}.pdf"
    assert document.warnings == ()
    return document.data


def process_of(language: str) -> Process:
    return api.load_process(EXAMPLES / f"{PROCESSES[language]}.yaml").process


def outline(
    *blocks: object, page: Page = Page.PORTRAIT, language: str = "en", title: str = "Title"
) -> Outline:
    section = Section("s", "Section", blocks)
    return Outline(title, "Kind", language, Facts((("Owner", "Desk"),)), (section,), "Org", ("N-1",), page)


@pytest.mark.parametrize("language", PROCESSES)
def test_every_step_is_there_once_and_in_order(language: str) -> None:
    process = process_of(language)
    steps = [f"{n} {say(step.name, language)}" for n, step in enumerate(process.steps, start=1)]
    cards = [title for depth, title in bookmarks(made(language)) if depth == 1 and not title.startswith("A")]
    assert cards[: len(steps)] == steps
    assert len(set(cards)) == len(cards)


@pytest.mark.parametrize("language", PROCESSES)
def test_promises_exceptions_and_approvals_are_there(language: str) -> None:
    process = process_of(language)
    text = text_of(made(language))
    place = 0
    for step in process.steps:
        place = text.index("".join(say(step.name, language).split()), place)
        for exception in step.exceptions:
            assert "".join(say(exception.when, language).split()) in text[place:], exception.when
        if step.sla and step.sla.completion:
            assert "".join(step.sla.completion.say(language).split()) in text
    for approval in process.approvals:
        assert approval.by is not None
        assert "".join(str(approval.by).split()) in text


@pytest.mark.parametrize("language", PROCESSES)
def test_every_page_says_which_it_is_and_what_of(language: str) -> None:
    pages = texts_of(made(language))
    for number, page in enumerate(pages, start=1):
        assert PAGE_OF[language].format(number, len(pages)) in page
        assert "2.1.0" in page or "1.3.0" in page
    assert len(pages) < 25


@pytest.mark.parametrize("language", PROCESSES)
def test_sections_are_bookmarks_and_listed_with_their_pages(language: str) -> None:
    sections = [title for depth, title in bookmarks(made(language)) if depth == 0]
    assert [int(title.split()[0]) for title in sections] == list(range(1, len(sections) + 1))
    first, *rest = texts_of(made(language))
    for title in sections:
        number, name = title.split(" ", 1)
        assert any(f"{number} {name}" in page for page in [first, *rest])
        assert "".join(name.split()) in "".join(first.split())


@pytest.mark.parametrize("language", PROCESSES)
def test_the_file_says_what_it_is(language: str) -> None:
    read = reader(made(language))
    meta = read.metadata
    assert meta is not None
    process = process_of(language)
    assert meta.title == say(process.name, language)
    assert meta.keywords == "svcflow"
    assert meta.author
    root = cast("Any", read.root_object)
    assert root["/Lang"] == TAGS[language]
    assert root["/MarkInfo"]["/Marked"]
    assert meta.creation_date is not None
    assert meta.creation_date.date() == process.effective


@pytest.mark.parametrize("language", PROCESSES)
def test_only_our_fonts_are_in_it(language: str) -> None:
    first = "NotoSansTC" if language == "zh-Hant" else "NotoSansSC"
    found = fonts(made(language))
    assert {f"{first}-Regular-Identity-H", f"{first}-Bold-Identity-H"} <= found
    assert all(name.startswith(("NotoSansSC-", "NotoSansTC-")) for name in found)


def test_pictures_are_vectors_that_can_be_searched() -> None:
    assert not any(page.images for page in reader(made("zh-Hans")).pages)
    assert sum("客户通过热线或手" in text for text in texts_of(made("zh-Hans"))[1:4]) == 1


def test_the_same_again() -> None:
    made.cache_clear()
    assert made("zh-Hant") == made("zh-Hant")
    once = made("zh-Hant")
    made.cache_clear()
    assert made("zh-Hant") == once


def test_hostile_text_is_text_everywhere() -> None:
    text = text_of(to_pdf(everything(HOSTILE)).data)
    assert text.count("".join(HOSTILE.split())) == 31


@pytest.mark.parametrize("page", Page)
def test_every_kind_of_page(page: Page) -> None:
    data = to_pdf(outline(Table(("A", "B"), (("x", "y"),)), Checks(("z",)), page=page)).data
    (only,) = reader(data).pages
    wide = float(only.mediabox.width) > float(only.mediabox.height)
    assert wide == (page is Page.LANDSCAPE)
    assert "Page 1 of 1" in texts_of(data)[0]


def test_a_card_takes_the_largest_type_that_fits_one_page() -> None:
    def size(rows: int) -> float:
        data = to_pdf(outline(Bullets(tuple(f"Line {n} of it" for n in range(rows))), page=Page.CARD)).data
        assert len(reader(data).pages) == 1
        found: list[float] = []
        reader(data).pages[0].extract_text(visitor_text=lambda *args: found.append(args[4] * abs(args[1][0])))
        return max(found)

    assert size(4) > size(25) > size(45)


def test_too_much_for_a_card_goes_on() -> None:
    data = to_pdf(outline(Bullets(("A line",) * 200), page=Page.CARD)).data
    assert len(reader(data).pages) > 1
    assert text_of(data).count("Aline") == 200


def test_heads_of_tables_are_repeated() -> None:
    rows = tuple((str(n), "x" * 20) for n in range(120))
    pages = texts_of(to_pdf(outline(Table(("No.", "What it is about"), rows))).data)
    assert len(pages) > 2
    assert all("What it is about" in page for page in pages)


def test_what_fits_no_line_is_broken_and_found() -> None:
    address = "https://example.org/" + "a" * 300 + "/b"
    data = to_pdf(outline(Table(("A", "B"), ((address, "x"),)), Paragraph("z" * 400))).data
    text = text_of(data)
    assert address in text
    assert "z" * 400 in text


def test_a_row_longer_than_a_page() -> None:
    text = " ".join(f"word{n}" for n in range(3000))
    found = text_of(to_pdf(outline(Table(("A", "B"), ((text, "x"),)))).data)
    assert "word0" in found
    assert "word2999" in found


def test_pictures_stand_where_they_belong() -> None:
    document = outline(Paragraph("before"), Picture("v", "what it shows"), Paragraph("after"))
    pictures = {"v": [SVG.format(800, 400, "one"), SVG.format(800, 900, "two")]}
    text = text_of(to_pdf(document, pictures).data)
    assert [text.index(word) for word in ("before", "one", "two", "whatitshows", "after")] == sorted(
        text.index(word) for word in ("before", "one", "two", "whatitshows", "after")
    )
    without = text_of(to_pdf(document).data)
    assert "whatitshows" not in without


def test_a_picture_is_no_larger_than_a_page() -> None:
    data = to_pdf(outline(Picture("v", "c")), {"v": [SVG.format(300, 9000, "tall")]}).data
    assert len(reader(data).pages) <= 2


def test_the_logo_is_on_the_first_page() -> None:
    def images(logo: Image | None) -> int:
        return len(reader(to_pdf(outline(Paragraph("x")), look=Look(logo=logo)).data).pages[0].images)

    assert images(None) == 0
    assert images(Image(DOT, "image/png", 40, 10)) == 1


@pytest.mark.parametrize("standard", ["a-2b", "a-2a", "a-3b", "ua-1"])
def test_standards(standard: str) -> None:
    data = to_pdf(everything("文字"), date=dt.date(2026, 9, 1), standard=standard).data
    part = b"<pdfuaid:part>1" if standard == "ua-1" else f"<pdfaid:part>{standard[2]}".encode()
    assert part in data


def test_a_standard_that_cannot_be_kept_is_told() -> None:
    with pytest.raises(CannotDo) as caught:
        to_pdf(outline(Paragraph("x")), standard="a-2b")
    assert str(caught.value.message) == (
        "the document cannot be written as a-2b: PDF/A-2b error: missing document date"
    )
    assert str(caught.value.help) == "give the process a date: `effective`, or one among its `revisions`"


def test_missing_characters_are_told() -> None:
    document = to_pdf(outline(Paragraph("ب and 한")))
    assert [str(warning) for warning in document.warnings] == [
        "the fonts of svcflow lack ب 한: they were drawn with fonts of this machine, if it has them"
    ]


def test_control_characters_are_no_trouble() -> None:
    data = to_pdf(outline(Paragraph("a\x00b\x1b[31m\u2028c\r\nd\te"))).data
    assert "cd" in text_of(data)


def test_the_colour_of_the_house_and_its_paper() -> None:
    document = outline(Paragraph("x"))
    look = Look(theme=Theme(color="#7a1f5c"), paper=SheetSize.LETTER)
    ours, theirs = (reader(to_pdf(document, look=one).data).pages[0] for one in (None, look))
    assert [float(side) for side in theirs.mediabox[2:]] == [612, 792]
    assert [round(float(side)) for side in ours.mediabox[2:]] == [595, 842]
    blue, plum = b"0.12156863 0.37254903 0.65882355", b"0.5803922 0.21176471 0.4509804"
    drawn = [one.get_contents().get_data() for one in (ours, theirs)]
    assert [(blue in one, plum in one) for one in drawn] == [(True, False), (False, True)]


def test_the_texts_of_a_logo_are_set() -> None:
    text = b'<text y="20" font-family="Georgia">QxZ</text>'
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30">' + text + b"</svg>"
    look = Look(logo=Image(svg, "image/svg+xml", 90, 30))
    assert "QxZ" in text_of(to_pdf(outline(Paragraph("x")), look=look).data)
