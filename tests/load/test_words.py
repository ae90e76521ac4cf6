"""Words of an organisation's own: which file counts for which language, and what is wrong with one."""

from __future__ import annotations

import copy
import pickle
from pathlib import Path

import pytest

from svcflow.finding import CannotDo
from svcflow.i18n import OwnLanguage, translator
from svcflow.load import open_workspace
from svcflow.load.words import known_words

SCOPE = 'msgid "Scope"\nmsgstr "{}"\n'


def workspace(tmp_path: Path, **files: str) -> Path:
    (tmp_path / "svcflow.yaml").write_text("words: words\n", "utf-8")
    (tmp_path / "words").mkdir()
    for name, text in files.items():
        (tmp_path / "words" / f"{name}.po").write_text(text, "utf-8")
    return tmp_path


def said(root: Path, tag: str, word: str = "Scope") -> str:
    return translator(open_workspace(root).spoken(tag))(word)


def test_every_word_of_documents_is_known() -> None:
    known = dict(known_words())
    assert known[None, "Scope"].startswith("documents/")
    assert ("term", "moment of truth") in known
    assert (None, "there is no {path}") not in known


def test_the_nearest_file_counts(tmp_path: Path) -> None:
    root = workspace(
        tmp_path, fr=SCOPE.format("Périmètre"), fr_CA=SCOPE.format("Portée"), zh_Hant=SCOPE.format("本院範圍")
    )
    assert said(root, "fr") == said(root, "fr-BE") == "Périmètre"
    assert said(root, "fr-CA") == said(root, "fr-ca") == "Portée"
    assert said(root, "zh-TW") == "本院範圍"
    assert said(root, "zh-Hans") == "范围"
    assert said(root, "it") == said(root, "en") == "Scope"


def test_what_is_not_said_is_said_as_svcflow_says_it(tmp_path: Path) -> None:
    root = workspace(
        tmp_path,
        fr='msgid "Scope"\nmsgstr ""\n#, fuzzy\nmsgid "Purpose"\nmsgstr "But"\n',
        zh=SCOPE.format("范围"),
    )
    assert said(root, "fr") == "Scope"
    assert said(root, "fr", "Purpose") == "Purpose"
    assert said(root, "zh-Hans", "Purpose") == "目的"


def test_terms(tmp_path: Path) -> None:
    text = 'msgctxt "term"\nmsgid "moment of truth"\nmsgstr "moment de vérité"\n'
    spoken = open_workspace(workspace(tmp_path, fr=text)).spoken("fr")
    assert translator(spoken).term("moment of truth") == "moment de vérité"
    assert translator(spoken).language == "fr"


def test_a_language_with_words_is_its_tag(tmp_path: Path) -> None:
    spoken = open_workspace(workspace(tmp_path, fr=SCOPE.format("Périmètre"))).spoken("fr")
    assert spoken == "fr"
    assert {"fr": 1}[spoken] == 1
    assert translator("fr")("Scope") == "Scope"  # the tag alone brings nothing along
    for copied in (copy.deepcopy(spoken), pickle.loads(pickle.dumps(spoken))):
        assert isinstance(copied, OwnLanguage)
        assert translator(copied)("Scope") == "Périmètre"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('msgid "Scopee"\nmsgstr "x"\n', "line 1: svcflow says “Scopee” nowhere; did you mean “Scope”?"),
        ('msgid "Zzzzzz"\nmsgstr "x"\n', "line 1: svcflow says “Zzzzzz” nowhere"),
        ('\nmsgid "moment of truth"\nmsgstr "x"\n', 'line 2: “moment of truth” is a term: it needs `msgctxt "term"`'),
        ('msgctxt "term"\nmsgid "Scope"\nmsgstr "x"\n', "line 2: “Scope” is no term: it stands without msgctxt"),
        ('msgid "Version {version}"\nmsgstr "Version"\n', "line 2: the place `{version}` is missing"),
        ('msgid "Version {version}"\nmsgstr "{version} {x}"\n', "line 2: the English has no place `{x}`"),
        ('msgid "Version {version}"\nmsgstr "{version.__class__}"\n', "line 2: the place `{version}` is missing"),
        ('msgid "Version {version}"\nmsgstr "{version} {"\n', "line 2: a `{` or `}` stands alone"),
        ('msgid "Scope"\nmsgstr "{0}"\n', "line 2: the English has no place `{0}`"),
        ('msgid ""\nmsgstr "charset=ISO-8859-1\\n"\n', "line 1: only UTF-8 is read, and this says ISO-8859-1"),
    ],
)  # fmt: skip
def test_wrong_words(tmp_path: Path, text: str, problem: str) -> None:
    opened = open_workspace(workspace(tmp_path, fr=text))
    with pytest.raises(CannotDo) as raised:
        opened.spoken("fr")
    assert str(raised.value.message).endswith(f"fr.po, {problem}")


def test_no_utf_8(tmp_path: Path) -> None:
    root = workspace(tmp_path)
    (root / "words" / "fr.po").write_bytes(b'msgid "Scope"\nmsgstr "P\xe9rim\xe8tre"\n')
    with pytest.raises(CannotDo, match="line 2: this is no UTF-8"):
        open_workspace(root).spoken("fr")


def test_a_name_that_is_no_language(tmp_path: Path) -> None:
    with pytest.raises(CannotDo, match=r"french\.po is named after no language"):
        open_workspace(workspace(tmp_path, french=SCOPE)).spoken("fr")


@pytest.mark.parametrize(
    ("name", "problem"),
    [("lost", "there is no folder .*lost with words"), ("..", "lies outside of the workspace")],
)
def test_the_folder(tmp_path: Path, name: str, problem: str) -> None:
    (tmp_path / "svcflow.yaml").write_text(f"words: {name}\n", "utf-8")
    with pytest.raises(CannotDo, match=problem):
        open_workspace(tmp_path).spoken("fr")
