"""Words of an organisation's own, from the file they start with to the documents that say them."""

from __future__ import annotations

from pathlib import Path

import pytest

from svcflow import api
from svcflow.load.po import read_po
from svcflow.load.words import known_words

PROCESS = """process: lost-key
name: Lost key
purpose: A guest gets in again
roles: {guest: {name: Guest, line: customer}, desk: {name: Desk}}
steps:
  - {id: report, name: Reports it, role: guest}
  - {id: reissue, name: Issue a new key, role: desk, sla: 2m}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "svcflow.yaml").write_text("words: words\nlanguage: en\n", "utf-8")
    (tmp_path / "words").mkdir()
    (tmp_path / "key.yaml").write_text(PROCESS, "utf-8")
    return tmp_path


def french(root: Path) -> Path:
    place, text = api.eject(root, "words/fr")
    said = text.replace('msgid "Purpose"\nmsgstr ""', 'msgid "Purpose"\nmsgstr "Objet"')
    assert said != text
    place.write_text(said, "utf-8")
    return place


def test_the_file_to_start_with(root: Path) -> None:
    place, text = api.eject(root, "words/fr")
    assert place.name == "fr.po"
    header, *entries = read_po(text, "fr.po")
    assert "Language: fr" in header.text
    assert [entry.key for entry in entries] == [key for key, _ in known_words()]
    assert not any(entry.text for entry in entries)
    assert "#. 目的\n" in api.eject(root, "words/zh-Hant")[1]


@pytest.mark.parametrize("form", ["md", "html"])
def test_documents_say_them(root: Path, form: str) -> None:
    french(root)
    (made,) = api.publish(root / "key.yaml", api.Order(format=form, language="fr"))
    assert "Objet" in made.data.decode()
    assert "Purpose" not in made.data.decode()
    (ours,) = api.publish(root / "key.yaml", api.Order(format=form))
    assert "Purpose" in ours.data.decode()


def test_a_process_in_the_language(root: Path) -> None:
    french(root)
    (root / "key.yaml").write_text(f"language: fr\n{PROCESS}", "utf-8")
    (made,) = api.publish(root / "key.yaml", api.Order(format="md"))
    assert "Objet" in made.data.decode()


def test_all_documents_know_when_words_change(root: Path) -> None:
    place = french(root)
    folder = root / "documents"
    order = api.Order(format="md", language="fr")
    built = api.build_all(root, order, folder)
    for one in built.made:
        for name, data in {one.name: one.data, **one.beside}.items():
            (folder / name).parent.mkdir(exist_ok=True, parents=True)
            (folder / name).write_bytes(data)
    (folder / api.MANIFEST).write_bytes(built.manifest)
    assert not api.build_all(root, order, folder).made
    place.write_text(place.read_text("utf-8").replace("Objet", "But"), "utf-8")
    assert api.build_all(root, order, folder).made


def test_pictures_say_them(root: Path) -> None:
    place = french(root)
    text = place.read_text("utf-8")
    said = text.replace('msgid "Start"\nmsgstr ""', 'msgid "Start"\nmsgstr "Début"')
    assert said != text
    place.write_text(said, "utf-8")
    (made,) = api.render(root / "key.yaml", language="fr")
    assert "Début" in made.data.decode()


def test_messages_are_said_in_another_language(root: Path) -> None:
    french(root)
    assert api.message_language("fr", root) == "en"
    with pytest.raises(api.CannotDo, match="svcflow does not speak `it`"):
        api.message_language("it", root)
    with pytest.raises(api.CannotDo, match="svcflow does not speak `it`"):
        list(api.publish(root / "key.yaml", api.Order(language="it")))


def test_they_are_named_with_the_templates(root: Path) -> None:
    place = french(root)
    assert api.TemplateInfo("words/fr", place) in api.templates(root)
    with pytest.raises(api.CannotDo, match="is there already"):
        api.eject(root, "words/fr")


def test_what_cannot_be_started(root: Path) -> None:
    with pytest.raises(api.CannotDo, match=r"`\.\./x` is no tag of a language"):
        api.eject(root, "words/../x")
    (root / "svcflow.yaml").write_text("language: en\n", "utf-8")
    with pytest.raises(api.CannotDo, match="the workspace has no folder for words of its own"):
        api.eject(root, "words/fr")
