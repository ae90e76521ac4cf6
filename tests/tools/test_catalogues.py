"""The catalogues' tool finds every text, and what is wrong with its translation."""

from __future__ import annotations

import gettext
import io
from pathlib import Path

import pytest

from tools.catalogues import check, extract, po
from tools.catalogues.extract import Text

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def _texts(code: str) -> list[tuple[str | None, str, bool]]:
    return [(text.context, text.msgid, text.literal) for text in extract.from_python(code, "x.py")]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("msg('step {step} has no ' 'SLA', step=1)", (None, "step {step} has no SLA", True)),
        ("t('Scope')", (None, "Scope", True)),
        ("self.t('Scope')", (None, "Scope", True)),
        ("t.term('handoff')", ("term", "handoff", True)),
        ("bad('day', 'no day: {value}', value=x)", (None, "no day: {value}", True)),
        ("worded(schema, 'day', 'no day')", (None, "no day", True)),
        ("msg(text)", (None, "text", False)),
        ("bad('day', f'no {x}')", (None, "f'no {x}'", False)),
    ],
)
def test_texts_in_code(code: str, expected: tuple[str | None, str, bool]) -> None:
    assert _texts(code) == [expected]


@pytest.mark.parametrize(
    "code", ["t(message.text)", "term('x')", "print('x')", "msg()", "msg(*x)", "bad('day')"]
)
def test_what_is_no_text(code: str) -> None:
    assert _texts(code) == []


def test_both_sides_of_a_choice_are_texts() -> None:
    assert [text for _, text, _ in _texts("t('one' if x else 'many')")] == ["one", "many"]


def test_texts_in_a_template() -> None:
    template = (
        "<h1>{{ t('Scope') }}</h1>\n{% if x %}{{ t.term('handoff')|title }}{{ t(step.name) }}{% endif %}"
    )
    found = {(text.context, text.msgid, text.line) for text in extract.from_template(template, "x.html")}
    assert found == {(None, "Scope", 1), ("term", "handoff", 2)}


def _problems(language: str, msgid: str, translation: str) -> list[str]:
    entry = po.Entry((None, msgid), translation, "x.po", 3)
    return list(check.problems(language, [Text(msgid, None, "x.py", 7)], {entry.key: entry}))


@pytest.mark.parametrize(
    ("msgid", "translation"),
    [("{a} before {b}", "{b}之前是{a}"), ("{n:.1f} days", "{n:.1f}天"), ("roles: {name: Guest}", "岗位")],
)
def test_right_translations(msgid: str, translation: str) -> None:
    assert _problems("zh-Hans", msgid, translation) == []


@pytest.mark.parametrize(
    ("language", "msgid", "translation", "problem"),
    [
        ("zh-Hans", "Scope", "", "zh-Hans: not translated: “Scope” (x.py:7)"),
        ("zh-Hans", "{a} days", "{b}天", "x.po:3: other {places} than in the English: a, b"),
        ("zh-Hans", "handoff", "這個", "x.po:3: not written in zh-Hans: 這個"),
        ("zh-Hant", "handoff", "这个", "x.po:3: not written in zh-Hant: 这个"),
    ],
)
def test_wrong_translations(language: str, msgid: str, translation: str, problem: str) -> None:
    assert _problems(language, msgid, translation) == [problem]


def test_a_translation_nobody_needs() -> None:
    entry = po.Entry((None, "old"), "旧", "x.po", 3)
    assert list(check.problems("zh-Hans", [], {entry.key: entry})) == [
        "x.po:3: nothing says this any more: “old”"
    ]


def test_a_text_that_cannot_be_extracted() -> None:
    texts = [Text("text", None, "x.py", 7, literal=False)]
    assert list(check.problems("zh-Hans", texts, {})) == [
        "x.py:7: the text must be a literal, to be found for translation: text"
    ]


@pytest.fixture
def locales(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(po, "LOCALES", tmp_path)
    (tmp_path / "zh_Hans").mkdir()
    return tmp_path / "zh_Hans"


def test_files_are_merged_and_compiled_for_gettext(locales: Path) -> None:
    (locales / "a.po").write_text(HEADER + 'msgid "Scope"\nmsgstr "范围"\n', "utf-8")
    (locales / "b.po").write_text(HEADER + 'msgctxt "term"\nmsgid "handoff"\nmsgstr "交接"\n', "utf-8")
    catalogue = gettext.GNUTranslations(io.BytesIO(po.compiled("zh-Hans")))
    assert catalogue.gettext("Scope") == "范围"
    assert catalogue.pgettext("term", "handoff") == "交接"
    assert catalogue.gettext("handoff") == "handoff"


def test_a_fuzzy_translation_is_none(locales: Path) -> None:
    (locales / "a.po").write_text(HEADER + '#, fuzzy\nmsgid "Scope"\nmsgstr "范围"\n', "utf-8")
    assert po.merged("zh-Hans")[None, "Scope"].translation == ""


@pytest.mark.parametrize(
    ("one", "other", "problem"),
    [
        ('msgid "a"\nmsgstr "甲"\n', 'msgid "a"\nmsgstr "乙"\n', "translate “a” differently: “甲”, “乙”"),
        ('msgid "a"\nmsgstr "甲"\n\nmsgid "a"\nmsgstr "甲"\n', "", "1 message ids stand twice"),
        ('msgid "a"\nrubbish\n', "", "a.po: "),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "甲"\n', "", "plural forms are not used"),
    ],
)
def test_catalogues_that_cannot_be_used(locales: Path, one: str, other: str, problem: str) -> None:
    (locales / "a.po").write_text(HEADER + one, "utf-8")
    (locales / "b.po").write_text(HEADER + other, "utf-8")
    with pytest.raises(po.CatalogueError) as raised:
        po.merged("zh-Hans")
    assert problem in str(raised.value)
