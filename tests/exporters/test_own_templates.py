"""Templates of a workspace: each in the place of ours, in a sandbox; file and line are told when they fail."""

from __future__ import annotations

from pathlib import Path

import pytest

from svcflow.documents.outline import Bullets, Facts, Outline, Paragraph, Section
from svcflow.exporters.html import to_html
from svcflow.exporters.look import Look
from svcflow.exporters.markdown import to_markdown
from svcflow.exporters.own_templates import our_template, template_names
from svcflow.finding import CannotDo

HOSTILE = "{{ 7*7 }} {% raw %} <b>&"
DOCUMENT = Outline(
    "Title", "SOP", "en", Facts((("Owner", "Ann"),)),
    (
        Section("purpose", "Purpose", (Paragraph(HOSTILE),)),
        Section("risks", "Risks", (Bullets(("fire",)),)),
    ),
)  # fmt: skip


def own(folder: Path, **templates: str) -> Look:
    for name, text in templates.items():
        file = folder / "templates" / f"{name.replace('__', '/').replace('_', '-')}.jinja"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return Look(folder / "templates")


def test_one_part_in_the_place_of_ours(tmp_path: Path) -> None:
    look = own(
        tmp_path, html__paragraph="<p class=mine>{{ block.text }}</p>", md__paragraph="=> {{ block.text }}\n"
    )
    html = to_html(DOCUMENT, look=look)
    assert "<p class=mine>{{ 7*7 }} {% raw %} &lt;b&gt;&amp;</p>" in html
    assert "<ul><li>fire</li></ul>" in html
    assert "=> {{ 7\\*7 }} {% raw %} \\<b\\>&\n" in to_markdown(DOCUMENT, look=look)


def test_one_section_in_the_place_of_ours(tmp_path: Path) -> None:
    look = own(
        tmp_path,
        html__section_risks="<h2>Mine: {{ section.title }}</h2>{% for b in section.blocks %}{{ show(b) }}{% endfor %}",
    )
    html = to_html(DOCUMENT, look=look)
    assert "<h2>Mine: Risks</h2>" in html
    assert "<h2>Purpose</h2>" in html


def test_the_style_sheet_in_the_place_of_ours(tmp_path: Path) -> None:
    look = own(tmp_path, html__gap="x")
    (tmp_path / "templates" / "html" / "document.css").write_text("p { color: teal }", "utf-8")
    assert "p { color: teal }" in to_html(DOCUMENT, look=look)
    assert ":root" not in to_html(DOCUMENT, look=look)


def test_whoever_replaces_everything_still_has_the_mark(tmp_path: Path) -> None:
    assert to_markdown(DOCUMENT, look=own(tmp_path, md__document="mine")).startswith("<!-- svcflow sha256:")


@pytest.mark.parametrize("name", template_names())
def test_ours_to_start_from_makes_the_same(tmp_path: Path, name: str) -> None:
    look = own(tmp_path, **{name.replace("/", "__"): our_template(name)})
    assert to_html(DOCUMENT, look=look) == to_html(DOCUMENT)
    assert to_markdown(DOCUMENT, look=look) == to_markdown(DOCUMENT)


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("<p>\n{% if %}", 2, "Expected an expression, got 'end of statement block'"),
        ("<p>\n\n{{ block.txt }}", 3, "has no attribute 'txt'"),
        ("{{ nothing }}", 1, "'nothing' is undefined"),
        ("{{ 1 / 0 }}", 1, "division by zero"),
        ("{{ block.__class__.__mro__ }}", 1, "access to attribute '__class__' of 'Paragraph' object is unsafe"),
        ("{{ show.__globals__ }}", 1, "access to attribute '__globals__'"),
        ("{{ t.__init__.__globals__ }}", 1, "access to attribute '__init__'"),
        ("{% include '../../secret' %}", 1, "../../secret"),
        ("{% for x in range(10 ** 9) %}{% endfor %}", 1, "Range too big"),
        ("{{ show(block) }}", 1, "maximum recursion depth"),
        ("{{ part('nothing') }}", 1, "nothing"),
    ],
)  # fmt: skip
def test_broken_and_hostile_templates(tmp_path: Path, text: str, line: int, reason: str) -> None:
    (tmp_path / "secret").write_text("SECRET", "utf-8")
    look = own(tmp_path, html__paragraph=text)
    with pytest.raises(CannotDo) as caught:
        to_html(DOCUMENT, look=look)
    message = str(caught.value.message)
    assert message.startswith(
        f"the template {tmp_path / 'templates/html/paragraph.jinja'} fails in line {line}: "
    )
    assert reason in message
    assert str(caught.value.help) == "mend it, or take it away: then svcflow's own takes its place"


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("SECRET", "utf-8")
    look = own(tmp_path, html__gap="x")
    (tmp_path / "templates" / "html" / "paragraph.jinja").symlink_to(tmp_path / "secret")
    (tmp_path / "templates" / "html" / "document.css").symlink_to(tmp_path / "secret")
    assert "SECRET" not in to_html(DOCUMENT, look=look)


def test_a_template_that_nothing_would_use(tmp_path: Path) -> None:
    with pytest.raises(CannotDo, match="there is no template `html/stepp`; did you mean `html/step`"):
        to_html(DOCUMENT, look=own(tmp_path, html__stepp="x"))
    with pytest.raises(CannotDo, match=r"there is no folder .*nowhere with templates"):
        to_html(DOCUMENT, look=Look(tmp_path / "nowhere"))
    with pytest.raises(CannotDo, match="there is no template `pdf/step`"):
        our_template("pdf/step")


def test_a_template_that_is_no_text(tmp_path: Path) -> None:
    look = own(tmp_path, html__gap="x")
    (tmp_path / "templates" / "html" / "paragraph.jinja").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CannotDo, match=r"paragraph\.jinja cannot be read"):
        to_html(DOCUMENT, look=look)
