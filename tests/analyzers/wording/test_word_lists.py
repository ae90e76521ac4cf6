"""The lists of words: what they find, what they must let pass, and that the clean examples have none of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from svcflow.analyzers.wording import RULES
from svcflow.analyzers.wording.languages import BY_LANGUAGE, language_of
from svcflow.analyzers.wording.vague_wording import VagueList
from svcflow.analyzers.wording.words import Finder, length_of
from svcflow.lint import choose, lint_workspace
from svcflow.load import open_workspace

SERVICES = Path(__file__).parents[3] / "examples" / "services"
LISTS = {language: VagueList(language) for language in BY_LANGUAGE}


def test_the_clean_examples_in_three_languages_raise_no_alarm() -> None:
    workspace = open_workspace(SERVICES)
    selection = choose(workspace.settings.lint, select=tuple(rule.name for rule in RULES))
    found = lint_workspace(workspace, [], selection).findings
    assert [f"{finding.place.path}: {finding.message}" for finding in found] == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh-Hans", "请顾客稍等"),
        ("zh-Hans", "等待材料审核"),
        ("zh-Hans", "查验高等、中等、初等教育证书"),
        ("zh-Hans", "打印凭证、递交窗口，等叫号"),
        ("zh-Hans", "盖章、签字后等客户取件"),
        ("zh-Hans", "评定服务等级、风险等级"),
        ("zh-Hans", "核对金额、户名等两项"),
        ("zh-Hans", "二等、三等奖品分开放"),
        ("zh-Hans", "确认真伪，登记时间以及时长"),
        ("zh-Hans", "涉及时限的事项写入工单"),
        ("zh-Hans", "办理定期存款"),
        ("zh-Hans", "补充分类说明"),
        ("zh-Hans", "按需求单领料"),
        ("zh-Hans", "在约定期限内取件"),
        ("zh-Hant", "請民眾稍候，等候叫號"),
        ("zh-Hant", "確認地點及時間、通知證人等三人"),
        ("zh-Hant", "辦理定期儲蓄、高等教育證明"),
        ("zh-Hant", "確認真偽"),
        ("en", "As soon as the guest signs, print the receipt"),
        ("en", "Ask how soon the part is needed"),
        ("en", "Do what is required by law, as required by section 4"),
        ("en", "Note the property and the insufficient balance"),
        ("en", "Reject untimely claims"),
    ],
)
def test_not_vague(language: str, text: str) -> None:
    assert LISTS[language].find(text) == {}


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("zh-Hans", "及时回复客户", "及时"),
        ("zh-Hans", "ASAP 回复", "asap"),
        ("zh-Hans", "收取身份证、户口本等", "等"),
        ("zh-Hans", "收取身份证、户口本等，当场复印", "等"),
        ("zh-Hans", "收取身份证等材料", "等"),
        ("zh-Hans", "核对电话、微信等联系方式", "等"),
        ("zh-Hans", "必要时上报", "必要时"),
        ("zh-Hans", "领导审批", "领导审批"),
        ("zh-Hant", "儘速處理", "儘速"),
        ("zh-Hant", "收取身分證、戶口名簿等", "等"),
        ("zh-Hant", "以當日辦結為原則", "為原則"),
        ("zh", "及時回覆", "及時"),
        ("zh", "尽快答复", "尽快"),
        ("en", "Answer As  Soon\nAs Possible.", "as soon as possible"),
        ("en", "Bring passport, ticket, etc.", "etc"),
        ("en", "Give an appropriate amount", "appropriate"),
        ("en", "At the manager’s earliest: promptly", "promptly"),
    ],
)
def test_vague(language: str, text: str, word: str) -> None:
    assert word in LISTS[language].find(text)


def test_the_longest_word_counts() -> None:
    assert list(LISTS["en"].find("where appropriate")) == ["where appropriate"]
    assert list(LISTS["zh-Hans"].find("视具体情况")) == ["视具体情况"]


def test_words_of_the_workspace_and_words_let_pass() -> None:
    own = VagueList("zh-Hans", ("机动", "Flexibly"), ("原则上", "及时雨"))
    assert list(own.find("机动安排，flexibly")) == ["flexibly", "机动"]
    assert own.find("原则上不退") == {}
    assert VagueList(None, ("zeitnah",)).find("Zeitnah antworten").keys() == {"zeitnah"}
    assert VagueList("zh-Hans", (), ("等",)).find("身份证、户口本等") == {}


def test_no_phrase_that_is_let_pass_is_idle() -> None:
    """Each exception contains a vague word, or it would do nothing."""
    for language in ("en", "zh-Hans", "zh-Hant"):
        for words in BY_LANGUAGE[language]:
            vague = [word for found in words.vague.values() for word in found]
            idle = [phrase for phrase in words.not_vague if not any(word in phrase for word in vague)]
            needed_later = [phrase for phrase in idle if not any(phrase[-1] == word[0] for word in vague)]
            assert needed_later == []


def test_no_word_stands_twice() -> None:
    for language in ("en", "zh-Hans", "zh-Hant"):
        for words in BY_LANGUAGE[language]:
            every = [word for found in words.vague.values() for word in found]
            assert sorted(every) == sorted(set(every))


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("及时", "en", "zh"),
        ("promptly", "en-GB", "en"),
        ("及时", "zh-CN", "zh-Hans"),
        ("及時", "zh-TW", "zh-Hant"),
        ("zeitnah", "de", None),
        ("适时に", "ja", None),
    ],
)
def test_language_of(text: str, language: str, expected: str | None) -> None:
    assert language_of(text, language) == expected


def test_finder_keeps_to_word_boundaries_and_order() -> None:
    finder = Finder(("soon", "a.b", "及时"), ("as soon as",))
    assert list(finder.find("sooner, a.b, axb, As soon as; soon! 及时及时")) == [
        "a.b",
        "soon",
        "及时",
        "及时",
    ]
    assert list(Finder(()).find("anything")) == []


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        ("Verify the guest’s identity", 4),
        ("在 CRM 登记工单", 6),
        ("1,000 元", 2),
        ("check-in, 3.5 h", 3),
    ],
)
def test_length(text: str, length: int) -> None:
    assert length_of(text) == length
