"""Word files are read back with python-docx and as raw XML: everything is there, once, in order, and well-formed."""

from __future__ import annotations

import io
import re
import struct
import sys
import zipfile
import zlib
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from svcflow.api.drafting import drafts
from svcflow.api.order import Order
from svcflow.api.processes import open_processes
from svcflow.cli.write import is_ours
from svcflow.documents.outline import Checks, Facts, Outline, Page, Section, Signatures, StepCard, Table
from svcflow.exporters.docx import to_docx
from svcflow.exporters.docx.reading import read_text
from svcflow.exporters.look import Look
from svcflow.finding import CannotDo
from svcflow.load.images import Image
from tests.support.outlines import everything

EXAMPLES = Path(__file__).parents[3] / "examples" / "services" / "processes"
NAMES = ("complaint-handling", "one-window-government-service", "hotel-check-in")
HOSTILE = '<w:b/> & "q" ]]> {{ 7*7 }} {% for x in y %} =1+1 \x00\x07\ud800\ufffe end'
SHOWN = HOSTILE.replace("\x00", "�").replace("\x07", "�").replace("\ud800", "�").replace("\ufffe", "�")


def outline_of(name: str) -> Outline:
    (draft,) = drafts(list(open_processes(EXAMPLES / f"{name}.yaml")), Order(pictures=False), None)
    return draft.outline


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\xff" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def opened(data: bytes) -> docx.document.Document:
    return docx.Document(io.BytesIO(data))


def parts(data: bytes) -> dict[str, etree._Element]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert len(file.namelist()) == len(set(file.namelist()))
        return {
            name: etree.fromstring(file.read(name))
            for name in file.namelist()
            if name.endswith((".xml", ".rels"))
        }


@pytest.mark.parametrize("name", NAMES)
def test_every_step_time_exception_and_approval_is_there_in_order(name):
    outline = outline_of(name)
    drawn = {"swimlane": [png(10, 10)]}
    lines = read_text(to_docx(outline, drawn)).splitlines()
    place = 0
    for section in outline.sections:
        place = lines.index(section.title, place) + 1
        for block in section.blocks:
            if isinstance(block, StepCard):
                place = lines.index(f" {block.number} \t{block.name}", place) + 1
                said = [value for _, value in block.facts] + list(block.instructions)
                said += [item for _, items in block.notes for item in items]
            elif isinstance(block, Table):
                said = [cell for row in block.rows for cell in row]
            elif isinstance(block, Facts):
                said = [value for _, value in block.pairs]
            else:
                continue
            rest = "\n".join(lines[place:])
            assert [text for text in said if text.strip() not in rest] == []
    heads = [card.name for section in outline.sections for card in section.blocks if card.kind == "step"]
    paragraphs = opened(to_docx(outline)).paragraphs
    found = [one.text.split("\t")[1] for one in paragraphs if one.style.name == "Heading 2"]
    assert found == heads


@pytest.mark.parametrize("name", NAMES)
def test_approvals_and_times_stand_in_their_tables_once(name):
    outline = outline_of(name)
    document = opened(to_docx(outline))
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
    for id in ("approvals", "quick-steps"):
        (block,) = [
            block
            for section in outline.sections
            if section.id == id
            for block in section.blocks
            if block.kind == "table"
        ]
        wanted = [list(block.headers), *map(list, block.rows)]
        assert tables.count(wanted) == 1


def test_headings_lists_and_tables_are_native():
    document = opened(to_docx(everything()))
    styles = [paragraph.style.name for paragraph in document.paragraphs]
    assert styles.count("Heading 1") == 6  # the section of a picture that was not drawn is left out
    assert styles.count("Heading 2") == 1
    assert styles.count("svc Bullet") == styles.count("svc Number") == 2
    assert {table.style.name for table in document.tables} == {
        "svc Card",
        "svc Control",
        "svc Facts",
        "svc Signatures",
        "svc Table",
    }


def test_numbered_lists_start_anew():
    root = opened(to_docx(everything())).element
    numbers = [
        number.get(qn("w:val"))
        for paragraph in root.iter(qn("w:p"))
        for number in paragraph.iter(qn("w:numId"))
    ]
    assert len(numbers) == 4  # two texts of a list, two instructions
    assert len(set(numbers)) == 2
    numbering = parts(to_docx(everything()))["word/numbering.xml"]
    for number in numbering.iter(qn("w:num")):
        if number.get(qn("w:numId")) in numbers:
            assert number.find(f"{qn('w:lvlOverride')}/{qn('w:startOverride')}").get(qn("w:val")) == "1"


def test_tables_repeat_their_heads_and_keep_rows_whole():
    document = opened(to_docx(everything()))
    for table in document.tables:
        rows = table._tbl.tr_lst
        named = table.style.name in {"svc Table", "svc Signatures"}
        assert [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows] == [
            named and not number for number in range(len(rows))
        ]
        whole = [row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows]
        breakable = table.style.name == "svc Table"  # LibreOffice loses what follows a first row kept whole
        assert whole == [not (breakable and number == 1) for number in range(len(rows))]
    between = [element.tag for element in document.element.body]
    assert (qn("w:tbl"), qn("w:tbl")) not in set(pairwise(between))


def test_columns_fill_the_page_exactly():
    document = opened(to_docx(outline_of("complaint-handling")))
    for table in document.tables:
        grid = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid]
        assert sum(grid) == 9638
        assert min(grid) > 300


def test_the_contents_lead_to_headings_and_ask_nothing():
    data = to_docx(everything())
    root = parts(data)["word/document.xml"]
    marks = {mark.get(qn("w:name")) for mark in root.iter(qn("w:bookmarkStart"))}
    links = [link.get(qn("w:anchor")) for link in root.iter(qn("w:hyperlink"))]
    assert links
    assert set(links) == marks
    codes = [code.text for code in root.iter(qn("w:instrText"))]
    assert codes[0] == r' TOC \o "1-2" \h \z \u '
    assert codes[1:] == [rf" PAGEREF {link} \h " for link in links]
    kinds = [mark.get(qn("w:fldCharType")) for mark in root.iter(qn("w:fldChar"))]
    assert kinds.count("begin") == kinds.count("end") == kinds.count("separate") == len(codes)
    raw = etree.tostring(root) + etree.tostring(parts(data)["word/settings.xml"])
    assert b"dirty" not in raw
    assert b"updateFields" not in raw


def test_long_documents_list_sections_only():
    codes = parts(to_docx(outline_of("complaint-handling")))["word/document.xml"].iter(qn("w:instrText"))
    assert next(codes).text == r' TOC \o "1-1" \h \z \u '


@pytest.mark.parametrize(
    ("language", "page"),
    [("en", "Page 1 of 1"), ("zh-Hans", "第 1 页，共 1 页"), ("zh-Hant", "第 1 頁，共 1 頁")],
)
def test_heads_and_feet(language, page):
    section = opened(to_docx(everything("Text", language=language))).sections[0]
    assert section.header.paragraphs[0].text == "Text\tText"
    assert section.footer.paragraphs[0].text == f"Text · v1\t{page}"
    codes = [code.text.strip() for code in section.footer._element.iter(qn("w:instrText"))]
    assert sorted(codes) == ["NUMPAGES", "PAGE"]


def test_a_long_head_takes_two_lines():
    section = opened(to_docx(everything("A long name of something. " * 4))).sections[0]
    assert "\n" in section.header.paragraphs[0].text


@pytest.mark.parametrize(
    ("language", "tag", "font"),
    [
        ("en", "en-US", "Microsoft YaHei"),
        ("zh-Hans", "zh-CN", "Microsoft YaHei"),
        ("zh-Hant", "zh-TW", "Microsoft JhengHei"),
        ("en-GB", "en-GB", "Microsoft YaHei"),
    ],
)
def test_language_and_fonts(language, tag, font):
    data = to_docx(everything(language=language))
    assert opened(data).core_properties.language == tag
    styles = parts(data)["word/styles.xml"]
    fonts = styles.find(f".//{qn('w:rPrDefault')}//{qn('w:rFonts')}")
    assert fonts.get(qn("w:eastAsia")) == font
    assert tag in styles.find(f".//{qn('w:lang')}").attrib.values()


def test_properties():
    properties = opened(to_docx(everything("A\ttitle"))).core_properties
    assert (properties.title, properties.subject, properties.author) == ("A title", "SOP", "A title")


def test_pictures_are_no_wider_than_the_page_and_say_what_they_show():
    data = to_docx(everything("A <picture>"), {"swimlane": [png(4000, 900), png(400, 100)]})
    shapes = opened(data).inline_shapes
    text_width = 9638 * 635
    assert [shape.width <= text_width for shape in shapes] == [True, True]
    assert shapes[0].width > text_width * 0.99
    assert shapes[0].width / shapes[0].height == pytest.approx(4000 / 900, rel=0.01)
    assert shapes[0].width / shapes[1].width == pytest.approx(10, rel=0.01)
    described = [shape._inline.docPr.get("descr") for shape in shapes]
    assert described == ["A <picture> (part 1 of 2)", "A <picture> (part 2 of 2)"]


def test_a_tall_picture_fits_a_page():
    data = to_docx(everything(), {"swimlane": [png(500, 9000)]})
    (shape,) = opened(data).inline_shapes
    assert shape.height < (16838 - 1588 - 1361) * 635
    assert shape.width / shape.height == pytest.approx(500 / 9000, rel=0.01)


def test_ids_are_given_once_and_xml_is_well_formed():
    pictures = {"swimlane": [png(100, 50), png(100, 60)]}
    data = to_docx(everything(), pictures, Look(logo=Image(png(90, 30), "image/png", 90, 30)))
    found = parts(data)
    marks = [mark.get(qn("w:id")) for mark in found["word/document.xml"].iter(qn("w:bookmarkStart"))]
    assert len(marks) == len(set(marks)) > 6
    shapes = [shape.get("id") for root in found.values() for shape in root.iter(qn("wp:docPr"))]
    assert len(shapes) == len(set(shapes)) == 3
    known = {style.get(qn("w:styleId")) for style in found["word/styles.xml"].iter(qn("w:style"))}
    used = {
        style.get(qn("w:val"))
        for root in found.values()
        for name in ("pStyle", "rStyle", "tblStyle", "basedOn", "next")
        for style in root.iter(qn(f"w:{name}"))
    }
    assert used <= known


def test_hostile_text_is_text_everywhere():
    data = to_docx(everything(HOSTILE))
    said = read_text(data)
    assert said.count(SHOWN) == 26
    assert "49" not in said
    parts(data)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=60))
def test_any_text_gives_a_document_that_says_it(text):
    data = to_docx(everything(text, Page.LANDSCAPE))
    parts(data)
    words = re.findall(r"[^\W\d_]{3,}", text)
    said = read_text(data)
    assert [word for word in words if word not in said] == []


def test_right_to_left():
    root = parts(to_docx(everything("שלום world")))["word/document.xml"]
    (paragraph,) = [
        one
        for one in root.iter(qn("w:p"))
        if one.find(f"{qn('w:pPr')}/{qn('w:pStyle')}").get(qn("w:val")) == "Title"
    ]
    assert paragraph.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None
    assert paragraph.find(f"{qn('w:r')}/{qn('w:rPr')}/{qn('w:rtl')}") is not None


@pytest.mark.parametrize("page", Page)
def test_the_same_bytes_every_time(page):
    pictures = {"swimlane": [png(300, 200)]}
    first = to_docx(everything("文本", page), pictures)
    assert first == to_docx(everything("文本", page), pictures)
    with zipfile.ZipFile(io.BytesIO(first)) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_pages():
    upright = opened(to_docx(everything())).sections[0]
    wide = opened(to_docx(everything(page=Page.LANDSCAPE))).sections[0]
    assert (wide.page_width, wide.page_height) == (upright.page_height, upright.page_width)
    stops = opened(to_docx(everything(page=Page.LANDSCAPE))).styles["header"].element.iter(qn("w:tab"))
    assert [int(stop.get(qn("w:pos"))) for stop in stops] == [16838 - 2 * 1134]
    card = opened(to_docx(everything(page=Page.CARD)))
    assert [paragraph.text for paragraph in card.sections[0].header.paragraphs if paragraph.text] == []
    assert not list(card.element.iter(qn("w:instrText")))


def test_the_type_of_a_card_is_large_when_it_says_little():
    def size(text: str) -> Any:
        styles = opened(to_docx(everything(text, Page.CARD))).styles
        return styles["Title"].font.size

    assert size("x") > size("many words " * 40)


def test_svcflow_knows_its_own_files_until_somebody_saves_them(tmp_path):
    file = tmp_path / "a.docx"
    file.write_bytes(to_docx(everything(), {"swimlane": [png(10, 10)]}))
    assert is_ours(file)
    document = docx.Document(str(file))
    document.add_paragraph("by hand")
    app = next(part for part in document.part.package.iter_parts() if part.partname == "/docProps/app.xml")
    app._blob = app.blob.replace(b"svcflow", b"Microsoft Office Word")
    document.save(str(file))
    assert not is_ours(file)


def test_a_logo_stands_in_the_head():
    data = to_docx(everything(), look=Look(logo=Image(png(800, 100), "image/png", 800, 100)))
    header = opened(data).sections[0].header
    (extent,) = header._element.iter(qn("wp:extent"))
    assert int(extent.get("cx")) == 4 * 360_000
    svg = b"<svg xmlns='http://www.w3.org/2000/svg' width='20' height='10'><rect width='9' height='9'/></svg>"
    assert b"wp:inline" in etree.tostring(
        opened(to_docx(everything(), look=Look(logo=Image(svg, "image/svg+xml", 9, 9))))
        .sections[0]
        .header._element
    )


def test_a_broken_logo_is_told_of():
    with pytest.raises(CannotDo, match="no picture that Word can show"):
        to_docx(everything(), look=Look(logo=Image(b"\xff\xd8\xff nothing", "image/jpeg", 9, 9)))


def test_text_of_what_is_no_word_file():
    with pytest.raises(CannotDo, match="no Word document"):
        read_text(b"PK nothing")


def test_what_is_not_installed_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "docxtpl", None)
    with pytest.raises(CannotDo, match="not installed") as caught:
        to_docx(everything())
    assert "pip install 'svcflow[documents]'" in str(caught.value.help)


def test_short_lists_of_boxes_and_tables_to_sign_stay_on_a_page() -> None:
    blocks = (Checks(("a", "b", "c")), Signatures(("Name", "Signature"), (("x", ""), ("y", ""), ("z", ""))))
    section = Section("s", "Result", blocks)
    document = opened(to_docx(Outline("T", "K", "en", Facts(()), (section,))))
    boxes = [one for one in document.paragraphs if one.style.name == "svc Check"]
    assert [one.paragraph_format.keep_with_next for one in boxes] == [True, True, None]
    (table,) = document.tables
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in table.rows]
    assert kept == [True, True, True, None]


def test_the_columns_of_a_matrix_are_alike_and_their_titles_in_even_lines() -> None:
    headers = ("步骤", "客户服务中心经理", "客服专员", "值班主管", "投诉专员", "结算会计", "质量专员")
    rows = (("受理并登记投诉", "A", "R", "", "", "", ""),)
    section = Section("m", "矩阵", (Table(headers, rows),))
    (table,) = opened(to_docx(Outline("T", "K", "zh-Hans", Facts(()), (section,)))).tables
    widths = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid]
    assert len(set(widths[1:])) == 1
    assert table.rows[0].cells[1].text == "客户服务\n中心经理"
