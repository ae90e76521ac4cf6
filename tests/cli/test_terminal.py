from __future__ import annotations

import io

import pytest

from svcflow.cli.terminal import color_wanted, width


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("option", "environment", "terminal", "wanted"),
    [
        (None, {}, True, True),
        (None, {}, False, False),
        (True, {"NO_COLOR": "1"}, False, True),
        (False, {"FORCE_COLOR": "1"}, True, False),
        (None, {"NO_COLOR": "1"}, True, False),
        (None, {"NO_COLOR": ""}, True, True),
        (None, {"FORCE_COLOR": "1"}, False, True),
        (None, {"FORCE_COLOR": "0"}, False, False),
        (None, {"TERM": "dumb"}, True, False),
    ],
)
def test_color(monkeypatch, option, environment, terminal, wanted):
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert color_wanted(option, _Terminal() if terminal else io.StringIO()) is wanted


def test_width(monkeypatch):
    assert width(io.StringIO()) == 120
    monkeypatch.setenv("COLUMNS", "66")
    assert width(io.StringIO()) == 66


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "cp1252"])
def test_utf8_on_any_code_page(program, process, encoding):
    shown = program("lint", process, "--lang", "zh", PYTHONIOENCODING=encoding)
    assert "错误".encode() in shown.stdout
    failed = program("lint", "没有.yaml", "--lang", "zh", PYTHONIOENCODING=encoding)
    assert failed.stderr.decode("utf-8").startswith("错误：找不到 没有.yaml")
