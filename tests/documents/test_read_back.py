"""The procedure as people get it, read back: every step, time, exception and approval, once in its place, in order."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html
from markdown_it import MarkdownIt

from svcflow import api
from svcflow.model.text import say

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "services" / "processes").glob("*.yaml"))


def page(path: Path, format: str) -> html.HtmlElement:
    """Return the document as a tree: HTML as it is, Markdown as a parser shows it."""
    (made,) = api.publish(path, api.Order(format=format, pictures=False))
    if format == "html":
        return html.document_fromstring(made.data)
    said = MarkdownIt("gfm-like", {"linkify": False, "html": True}).render(made.data.decode())
    return html.document_fromstring(f"<body>{said}</body>")


def words(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("format", ["html", "md"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_everything_is_there_once_and_in_order(path: Path, format: str) -> None:
    context = api.load_process(path)
    process, language = context.process, context.language
    tree = page(path, format)
    rows = [[words(cell.text_content()) for cell in row.xpath("./td")] for row in tree.xpath("//tr")]
    heads = [words(head.text_content()) for head in tree.xpath("//h3")]
    assert len(heads) == len(process.steps)
    for number, (head, step) in enumerate(zip(heads, process.steps, strict=True), 1):
        assert head.startswith(f"{number}{words(say(step.name, language))}")

    signed = [
        row for row in rows if len(row) == 4 and row[2] in {words(one.by or "-") for one in process.approvals}
    ]
    assert [row[2] for row in signed] == [words(one.by or "") for one in process.approvals]

    wanted = [
        (f"{number}{words(say(step.name, language))}", words(say(case.when, language)))
        for number, step in enumerate(process.steps, 1)
        for case in step.exceptions
        if not case.after
    ]
    pairs = [(row[0], row[1]) for row in rows if len(row) == 5]
    assert [pair for pair in pairs if pair in wanted] == wanted

    text = words(tree.text_content())
    for step in process.steps:
        if step.sla and step.sla.completion:
            assert words(step.sla.completion.say(language)) in text


def test_a_signature_under_something_else_is_marked(tmp_path: Path) -> None:
    file = tmp_path / "key.yaml"
    text = "process: key\nname: Key\nroles: {clerk: Clerk}\nsteps: [{id: a, name: Give it, role: clerk}]\n"
    file.write_text(text, "utf-8")
    signed = api.approve(file, "approved", by="Ann").after
    file.write_text(signed, "utf-8")
    assert "stale" not in page(file, "html").text_content()
    file.write_text(signed.replace("Give it", "Give it twice"), "utf-8")
    assert "(stale: changed since)" in page(file, "html").text_content()


def test_periods_in_the_words_of_the_reader(tmp_path: Path) -> None:
    file = tmp_path / "key.yaml"
    file.write_text(
        "process: key\nname: Key\nsteps: [{id: a, name: Give it}]\nreview: yearly\n"
        "records: [{what: book, kept_for: 3年}, {what: deed, kept_for: permanent}]\n"
        "inspection: [{what: book, every: 2 months}]\n",
        "utf-8",
    )
    for language, said in {
        "en": ["yearly, not yet reviewed", "3 years", "permanently", "every 2 months"],
        "zh-Hans": ["每年评审一次，尚未评审", "3 年", "永久", "每 2 个月"],
        "zh-Hant": ["每年檢討一次，尚未檢討", "3 年", "永久", "每 2 個月"],
    }.items():
        (made,) = api.publish(file, api.Order(format="html", language=language))
        assert all(words in made.data.decode() for words in said)
