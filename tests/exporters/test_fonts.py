from __future__ import annotations

import pytest

from svcflow.exporters import fonts
from svcflow.exporters.fonts import covered, font_files, missing_characters, told_missing
from svcflow.i18n import translator


def test_the_fonts_come_along() -> None:
    assert [path.name for path in font_files()] == [
        "NotoSansSC-subset.otf",
        "NotoSansTC-subset.otf",
        "NotoSansSC-Bold-subset.otf",
        "NotoSansTC-Bold-subset.otf",
    ]
    assert sum(path.stat().st_size for path in font_files()) < 7_000_000
    assert (font_files()[0].parent / "OFL.txt").read_text("utf-8").count("SIL OPEN FONT LICENSE")


def test_bold_has_what_regular_has() -> None:
    regular_sc, regular_tc, bold_sc, bold_tc = (
        fonts._code_points(path.read_bytes()) for path in font_files()
    )
    assert bold_sc == regular_sc
    assert bold_tc == regular_tc
    assert covered() == regular_sc | regular_tc


@pytest.mark.parametrize("character", "aÉ 受诉體應饋瑄鈺“”，。·—①★✓→≥%℃￥")
def test_they_have_what_processes_are_written_in(character: str) -> None:
    assert ord(character) in covered()


@pytest.mark.parametrize("character", "😀ب한")
def test_they_have_not_everything(character: str) -> None:
    assert ord(character) not in covered()


def test_every_common_character_is_there() -> None:
    simplified = {
        bytes((a, b)).decode("gb2312", "ignore") for a in range(0xB0, 0xF8) for b in range(0xA1, 0xFF)
    }
    traditional = {
        bytes((a, b)).decode("big5", "ignore")
        for a in range(0xA4, 0xC6)
        for b in [*range(0x40, 0x7F), *range(0xA1, 0xFF)]
    }
    assert not [text for text in simplified | traditional if text and ord(text) not in covered()]


def test_missing_characters_are_named_once() -> None:
    svg = "<svg><title>ب</title><text x='1'>受理 😀&amp;</text><text><tspan x='2'>한 😀\u200d</tspan></text></svg>"
    assert missing_characters(svg) == ["😀", "한"]


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "the fonts of svcflow lack ب 😀:"), ("zh-Hans", "没有 ب 😀，"), ("zh-Hant", "沒有 ب 😀，")],
)
def test_missing_characters_are_told_in_every_language(language: str, said: str) -> None:
    (warning,) = told_missing(["ب", "😀"])
    assert said in warning.render(translator(language))
    assert told_missing([]) == ()


def test_of_many_missing_characters_it_says_that_there_are_more() -> None:
    (warning,) = told_missing([chr(0x1F600 + number) for number in range(30)])
    assert str(warning).count("\U0001f613") == 1
    assert "\U0001f614" not in str(warning)
    assert "\U0001f613 …:" in str(warning)
