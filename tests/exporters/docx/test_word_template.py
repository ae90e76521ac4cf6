"""The organisation's own Word file: what it brings is kept, what people wrote in a process is never executed."""

from __future__ import annotations

import io

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from svcflow.documents.outline import Bullets, Facts, Outline, Page, Paragraph, Section, StepCard, Table
from svcflow.exporters.docx import to_docx
from svcflow.exporters.docx.reading import read_text
from svcflow.exporters.look import Look
from svcflow.finding import CannotDo

HOSTILE = "{{ 7*7 }} {% raw %} <w:p/> {{ organization }}"


def outline(text: str = "Text", page: Page = Page.PORTRAIT, sections: int = 2) -> Outline:
    card = StepCard("1", "a", text, "Step", (("Role", text),), (text, text))
    blocks = (Paragraph(text), Bullets((text,), numbered=True), Table(("A",), ((text,),)), card)
    control = Facts((("Document number", "QM-7"), ("Version", "2.1.0"), ("Owner", text)))
    made = tuple(Section(f"s{number}", f"Section {number}", blocks) for number in range(sections))
    return Outline(text, "SOP", "en", control, made, "ACME", (), page)


def template(*paragraphs: str, header: str = "") -> docx.document.Document:
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = header
    for text in paragraphs:
        made.add_paragraph(text)
    return made


def filled(made: docx.document.Document, tmp_path, document: Outline | None = None) -> bytes:
    made.save(str(tmp_path / "document.docx"))
    return to_docx(document or outline(), {}, Look(templates=tmp_path))


def opened(data: bytes) -> docx.document.Document:
    return docx.Document(io.BytesIO(data))


def test_fields_marks_and_what_stands_around_them(tmp_path):
    made = template(
        "{{ title }} / {{ number }}",
        "{{ control }}",
        "{{ body }}",
        "The end",
        header="{{ organization }} {{ version }}",
    )
    document = opened(filled(made, tmp_path))
    assert document.sections[0].header.paragraphs[0].text == "ACME 2.1.0"
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts[0] == "Text / QM-7"
    assert texts[-1] == "The end"
    assert texts.index("Section 0") < texts.index("Section 1") < texts.index("The end")
    assert document.tables[0].style.name == "svc Control"
    assert not any("{{" in text for text in texts)


def test_without_a_mark_everything_is_put_at_the_end(tmp_path):
    document = opened(filled(template("Our cover"), tmp_path, outline(sections=7)))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts[:3] == ["Our cover", "SOP · ACME", "Text"]
    assert texts.count("Section 6") == 1
    assert document.element.body[-1].tag == qn("w:sectPr")
    assert any("TOC" in (code.text or "") for code in document.element.iter(qn("w:instrText")))


def test_its_own_styles_are_used_and_ours_added_once(tmp_path):
    made = template("{{ body }}")
    made.styles["Heading 1"].font.name = "Impact"
    made.styles.add_style("svc Bullet", 1)
    before = {style.name for style in made.styles}
    document = opened(filled(made, tmp_path))
    assert document.styles["Heading 1"].font.name == "Impact"
    names = [style.name for style in document.styles]
    assert len(names) == len(set(names))
    assert before < set(names)
    heading = next(paragraph for paragraph in document.paragraphs if paragraph.text == "Section 0")
    assert heading.style.name == "Heading 1"
    ids = [style.style_id for style in document.styles]
    assert len(ids) == len(set(ids))


def test_chinese_names_of_headings_are_known(tmp_path):
    made = template("{{ body }}")
    made.styles["Heading 1"]._element.find(qn("w:name")).set(qn("w:val"), "标题 1")
    document = opened(filled(made, tmp_path))
    heading = next(paragraph for paragraph in document.paragraphs if paragraph.text == "Section 0")
    assert heading.style.name == "标题 1"


def test_lists_are_added_to_those_of_the_template(tmp_path):
    made = template("{{ body }}")
    before = len(made.part.numbering_part.element.findall(qn("w:num")))
    document = opened(filled(made, tmp_path))
    all_ = document.part.numbering_part.element
    numbers = [one.get(qn("w:numId")) for one in all_.findall(qn("w:num"))]
    assert len(numbers) == len(set(numbers)) > before
    used = {one.get(qn("w:val")) for one in document.element.iter(qn("w:numId"))}
    assert used <= set(numbers)
    tags = [one.tag for one in all_]
    assert tags == sorted(tags, key=lambda tag: tag == qn("w:num"))  # abstract ones come first


def test_a_template_without_lists(tmp_path):
    made = template("{{ body }}")
    relation = next(id for id, one in made.part.rels.items() if one.reltype.endswith("/numbering"))
    made.part.drop_rel(relation)
    assert list(opened(filled(made, tmp_path)).element.iter(qn("w:numId")))


def test_hostile_text_is_never_executed(tmp_path):
    made = template("{{ title }}", "{{ control }}", "{{ body }}", header="{{ title }}")
    data = filled(made, tmp_path, outline(HOSTILE))
    said = read_text(data)
    assert said.count(HOSTILE) == 2 + 2 * 7
    assert "49" not in said
    assert opened(data).sections[0].header.paragraphs[0].text == HOSTILE


def test_the_same_bytes_and_our_name_in_it(tmp_path):
    made = template("{{ title }}", "{{ body }}")
    first = filled(made, tmp_path)
    assert first == to_docx(outline(), {}, Look(templates=tmp_path))
    assert b"<Application>svcflow</Application>" in first[:4096]


def test_wide_documents_turn_its_paper(tmp_path):
    document = opened(filled(template(), tmp_path, outline(page=Page.LANDSCAPE)))
    assert document.sections[0].orientation == WD_ORIENT.LANDSCAPE


def test_its_own_table_of_contents_is_enough(tmp_path):
    made = template("Contents")
    code = made.paragraphs[0].add_run()._element.makeelement(qn("w:instrText"))
    code.text = ' TOC \\o "1-3" '
    made.paragraphs[0].runs[0]._element.append(code)
    document = opened(filled(made, tmp_path, outline(sections=7)))
    assert len(list(document.element.iter(qn("w:instrText")))) == 1


@pytest.mark.parametrize(
    ("texts", "reason"),
    [
        (["{{ titel }}"], "'titel' is undefined"),
        (["{% if title %}"], "Unexpected end of template"),
        (["{{ title.__class__.__mro__ }}"], "access to attribute '__class__'"),
        (["{{ 1 / 0 }}"], "division by zero"),
        (["see {{ body }}"], "in a paragraph of its own"),
        (["{{ body }}", "{{ body }}"], "stands in it more than once"),
    ],
)
def test_what_is_wrong_with_a_template_is_told(tmp_path, texts, reason):
    with pytest.raises(CannotDo) as caught:
        filled(template(*texts), tmp_path)
    said = str(caught.value.message)
    assert "the Word template document.docx cannot be used" in said
    assert reason in said
    assert "title, kind, organization" in str(caught.value.help)


def test_a_mark_in_a_table_is_told_of(tmp_path):
    made = template()
    made.add_table(1, 1).cell(0, 0).text = "{{ body }}"
    with pytest.raises(CannotDo, match="in no table"):
        filled(made, tmp_path)


@pytest.mark.parametrize("content", [b"", b"no ZIP file", b"PK\x03\x04 broken"])
def test_what_is_no_word_file_is_told_of(tmp_path, content):
    (tmp_path / "document.docx").write_bytes(content)
    with pytest.raises(CannotDo, match="cannot be used"):
        to_docx(outline(), {}, Look(templates=tmp_path))


def test_a_link_out_of_the_folder_is_told_of(tmp_path):
    folder = tmp_path / "templates"
    folder.mkdir()
    (tmp_path / "other.docx").write_bytes(b"")
    (folder / "document.docx").symlink_to(tmp_path / "other.docx")
    with pytest.raises(CannotDo, match="outside of the folder"):
        to_docx(outline(), {}, Look(templates=folder))


def test_a_folder_without_a_template(tmp_path):
    assert to_docx(outline(), {}, Look(templates=tmp_path)) == to_docx(outline())
