from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from svcflow.exporters.pdf.typesetting import fonts_for, sheet_of, typeset
from svcflow.finding import CannotDo

EXAMPLE = Path(__file__).parents[3] / "examples" / "services" / "processes" / "hotel-check-in.yaml"
NOT_INSTALLED = (
    "error: PDF, and pictures in Word files, need typst, which is not installed\n"
    "help: install it: pip install 'svcflow[documents]'\n"
)
WITHOUT = """
import sys

class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "typst":
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Missing())
from svcflow.cli import main
main()
"""


@pytest.mark.parametrize(
    "arguments",
    [["sop", "--format", "pdf"], ["render", "-f", "pdf"], ["render", "-f", "pdf", "--paper", "a3"]],
)
def test_without_typst_it_says_what_to_install(arguments: list[str], tmp_path: Path) -> None:
    command, *options = arguments
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT, command, EXAMPLE, *options, "--lang", "en"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (
        2,
        "",
        NOT_INSTALLED,
    )
    assert list(tmp_path.iterdir()) == []


def test_what_typst_refuses_is_told() -> None:
    with pytest.raises(CannotDo) as caught:
        typeset("document.typ", {}, "")
    assert str(caught.value.message).startswith("the PDF cannot be set: ")


@pytest.mark.parametrize(
    ("language", "first", "region"),
    [("zh-Hant", "Noto Sans TC", "TW"), ("zh-HK", "Noto Sans TC", "TW"), ("zh", "Noto Sans SC", "CN")],
)
def test_chinese_is_set_in_the_shapes_its_readers_expect(language: str, first: str, region: str) -> None:
    told = fonts_for(language)
    assert (told["fonts"][0], told["region"], told["lang"]) == (first, region, "zh")


def test_other_languages_keep_their_name() -> None:
    assert fonts_for("fr-CA")["lang"] == "fr"


def test_a_drawing_says_how_large_it_is() -> None:
    svg = '<?xml version="1.0"?>\n<svg xmlns="x" class="svcflow" width="10.5" height="20" viewBox="0 0 1 1"></svg>'
    assert sheet_of(svg) == {"svg": svg, "width": 10.5, "height": 20.0}
