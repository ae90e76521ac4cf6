"""A workspace's own words for documents and pictures: the file that who translates them starts from."""

from __future__ import annotations

from pathlib import Path

from svcflow.finding import CannotDo
from svcflow.i18n import Translator, msg, nearest_language
from svcflow.load import Workspace
from svcflow.load.words import OwnWords, known_words

__all__ = ["PREFIX", "words_file", "words_names"]

_HEAD = r"""msgid ""
msgstr ""
"Language: {tag}\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"""
PREFIX = "words/"
"""How the names of files of words begin, where templates are named."""


def words_names(workspace: Workspace) -> dict[str, Path]:
    """Return the names of the workspace's files of words, and where they are."""
    words = workspace.words()
    return {f"{PREFIX}{tag}": file for tag, file in words.files.items()} if words else {}


def words_file(workspace: Workspace, tag: str) -> tuple[Path, str]:
    """Return where the words of a language belong and a ``.po`` file with all there are, none of them translated.

    For a language of svcflow's own, comments tell what it says. Raises `CannotDo` when the settings name no folder, and
    for what is no tag of a language.
    """
    if not workspace.settings.words:
        raise CannotDo(
            msg("the workspace has no folder for words of its own"),
            msg("name one in svcflow.yaml: `words: words`"),
        )
    OwnWords.check_tag(tag)
    ours = nearest_language(tag)
    spoken = Translator(ours) if ours else None
    parts = [_HEAD.format(tag=tag)]
    for (context, msgid), files in known_words():
        said = (spoken.term(msgid) if context else spoken(msgid)) if spoken and ours != "en" else ""
        lines = [f"#. {line}" for line in said.split("\n") if line]
        lines += [f"#: {files}", *([f"msgctxt {_quoted(context)}"] if context else [])]
        parts.append("\n".join([*lines, f"msgid {_quoted(msgid)}", 'msgstr ""', ""]))
    return workspace.root / workspace.settings.words / f"{tag}.po", "\n".join(parts)


def _quoted(text: str) -> str:
    signs = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
    return f'"{"".join(signs.get(sign, sign) for sign in text)}"'
