"""What the findings about wording say, in three languages, and the places they show."""

from __future__ import annotations

from pathlib import Path

from svcflow.finding import Finding
from svcflow.i18n import translator
from svcflow.lint import choose, lint_workspace
from svcflow.load import open_workspace


def _findings(folder: Path, text: str, settings: str = "language: zh-Hans\n") -> list[Finding]:
    (folder / "svcflow.yaml").write_text(settings, "utf-8")
    (folder / "process.yaml").write_text(text, "utf-8")
    workspace = open_workspace(folder)
    return list(lint_workspace(workspace, [], choose(workspace.settings.lint, select=("wording",))).findings)


def test_a_vague_text_is_one_finding_whatever_it_leaves_open(tmp_path: Path) -> None:
    process = "process: a\nname: 甲\nsteps:\n  - {id: b, name: 通知客户, instructions: 及时通知相关人员}\n"
    (finding,) = _findings(tmp_path, process)
    assert str(finding.message) == "‘及时, 相关人员’ can be understood in several ways"
    assert finding.message.render(translator("zh-Hans")) == "“及时、相关人员”可以有几种理解"
    assert finding.message.render(translator("zh-Hant")) == "「及时、相关人员」可以有好幾種解讀"


def test_each_language_of_a_text_is_read_with_its_own_words(tmp_path: Path) -> None:
    process = (
        "process: a\nname: {en: Refund, zh-Hant: 退款}\nsteps:\n  - id: b\n    name:\n"
        "      en: Answer promptly\n      zh-Hant: 儘速回覆\n"
    )
    places = [(str(f.message), f.place.span.line) for f in _findings(tmp_path, process) if f.place.span]
    assert places == [("‘promptly’ does not say by when", 6), ("‘儘速’ does not say by when", 7)]


def test_chinese_is_recognised_where_nobody_said_the_language(tmp_path: Path) -> None:
    process = "process: a\nname: 甲\nsteps:\n  - {id: b, name: 尽快通知客户}\n  - {id: c, name: 儘快通知}\n"
    found = _findings(tmp_path, process, "lint: {profile: standard}\n")
    assert [finding.rule for finding in found] == ["vague-wording", "vague-wording"]


def test_translations_that_miss_in_one_step_are_one_finding_with_all_places(tmp_path: Path) -> None:
    process = (
        "process: a\nname: {en: Refund, zh-Hans: 退款}\nsteps:\n  - id: b\n"
        "    name: {en: Pay, zh-Hans: 付款}\n    instructions:\n      - 核对金额\n      - 打印凭证\n"
    )
    (finding,) = _findings(tmp_path, process)
    assert str(finding.message) == "‘核对金额’ is not there in en; further texts here: 1"
    assert [related.place.route for related in finding.related] == [("steps", 0, "instructions", 1)]


def test_languages_can_be_demanded(tmp_path: Path) -> None:
    process = "process: a\nname: 退款\nsteps:\n  - {id: b, name: {en: Pay, zh-Hans: 付款}}\n"
    settings = "language: zh-Hans\nlint: {rules: {missing-translation: {languages: [en, zh-Hans]}}}\n"
    (finding,) = _findings(tmp_path, process, settings)
    assert str(finding.message) == "‘退款’ is not there in en"


def test_the_rarer_spelling_gives_way_and_shows_the_other(tmp_path: Path) -> None:
    process = (
        "process: a\nname: 甲\nsteps:\n  - {id: b, name: 核对帐户}\n"
        "  - {id: c, name: 冻结账户}\n  - {id: d, name: 解冻账户}\n"
    )
    (finding,) = _findings(tmp_path, process)
    assert finding.place.route == ("steps", 0, "name")
    assert finding.message.render(translator("zh-Hans")) == "“帐户”在本流程中又写作“账户”"
    assert [related.place.route for related in finding.related] == [("steps", 1, "name")]
