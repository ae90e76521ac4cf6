from __future__ import annotations

import pytest

from svcflow import api


@pytest.mark.parametrize(
    ("asked", "spoken"), [("zh", "zh-Hans"), ("zh_TW.UTF-8", "zh-Hant"), ("en-GB", "en")]
)
def test_asked(asked, spoken):
    assert api.message_language(asked) == spoken


def test_the_order(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert api.message_language() == "en"
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert api.message_language() == "zh-Hans"
    monkeypatch.setenv("SVCFLOW_LANG", "en")
    assert api.message_language() == "en"
    (tmp_path / "svcflow.yaml").write_text("language: zh-Hant\nlint: [broken\n", "utf-8")
    assert api.message_language() in {"en", "zh-Hant"}  # a broken file need not tell
    (tmp_path / "svcflow.yaml").write_text("language: zh-Hant\nlnt: broken\n", "utf-8")
    assert api.message_language() == "zh-Hant"
    assert api.message_language("zh-Hans") == "zh-Hans"


def test_a_workspace_in_a_language_svcflow_does_not_speak(tmp_path, monkeypatch):
    (tmp_path / "svcflow.yaml").write_text("language: de\n", "utf-8")
    assert api.message_language(None, tmp_path) == "en"


def test_not_spoken():
    with pytest.raises(api.CannotDo, match="svcflow does not speak `fr`"):
        api.message_language("fr")
