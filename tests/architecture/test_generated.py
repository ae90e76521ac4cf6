"""What is generated from the code, or compiled from other files of the repository, is up to date."""

from __future__ import annotations

import pytest

from svcflow.i18n import LANGUAGES
from tools.catalogues import check, extract, po

TRANSLATED = [language for language in LANGUAGES if language != "en"]


def test_every_language_has_its_catalogue() -> None:
    assert po.languages() == sorted(TRANSLATED)


@pytest.mark.parametrize("language", TRANSLATED)
def test_catalogue_is_complete_and_right(language: str) -> None:
    found = list(check.problems(language, extract.extract(), po.merged(language)))
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", TRANSLATED)
def test_catalogue_is_compiled(language: str) -> None:
    compiled = po.LOCALES / language.replace("-", "_") / "svcflow.mo"
    assert compiled.read_bytes() == po.compiled(language), "run: python -m tools.catalogues compile"
