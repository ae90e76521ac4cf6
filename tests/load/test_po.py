"""Files of words are read as Babel reads them, and refused with their line."""

from __future__ import annotations

import contextlib
import io

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from hypothesis import given
from hypothesis import strategies as st

from svcflow.finding import CannotDo
from svcflow.load.po import read_po

TEXTS = st.text(
    st.characters(codec="utf-8", exclude_characters="\x85\u2028\u2029", exclude_categories=("Cc", "Cs"))
    | st.sampled_from('\n\t"\\{}%')
)


@given(
    st.dictionaries(
        st.tuples(st.none() | st.just("term"), TEXTS.filter(bool)),
        st.tuples(TEXTS, st.booleans()),
        max_size=6,
    )
)
def test_what_babel_writes_is_read(texts: dict[tuple[str | None, str], tuple[str, bool]]) -> None:
    catalog = Catalog(locale="fr")
    for (context, msgid), (said, fuzzy) in texts.items():
        catalog.add(msgid, said, context=context, flags=["fuzzy"] if fuzzy else [])
    written = io.BytesIO()
    write_po(written, catalog, width=40)
    header, *read = read_po(written.getvalue().decode(), "fr.po")
    assert "charset=utf-8" in header.text
    assert {entry.key: (entry.text, entry.fuzzy) for entry in read} == texts


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_comments_obsolete_entries_and_ends_of_lines(ends: str) -> None:
    text = '\ufeff# by hand\nmsgid "A"\nmsgstr ""\n"b"\n\n#~ msgid "Old"\n#~ msgstr "alt"\n'
    text += '#, fuzzy\nmsgid "C"\nmsgstr "d"\n'
    read = read_po(text.replace("\n", ends), "x.po")
    assert [(entry.key, entry.text, entry.fuzzy, entry.line) for entry in read] == [
        ((None, "A"), "b", False, 2),
        ((None, "C"), "d", True, 9),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            'msgid "A"\nmsgstr "b\n',
            "line 2: this is neither a comment nor msgctxt, msgid or msgstr with a text",
        ),
        ("scope: b\n", "line 1: this is neither a comment nor msgctxt, msgid or msgstr with a text"),
        ('msgid "A"\nmsgid_plural "As"\n', "line 2: plural forms are not used here"),
        ('msgid "A"\nmsgstr[0] "b"\n', "line 2: plural forms are not used here"),
        ('"A"\n', "line 1: this text belongs to nothing"),
        ('msgstr "A"\n', "line 1: `msgstr` does not belong here"),
        ('msgctxt "term"\nmsgstr "A"\n', "line 2: `msgstr` does not belong here"),
        ('msgid "A"\nmsgid "B"\n', "line 2: `msgid` does not belong here"),
        ('msgid "A"\nmsgstr "b"\nmsgstr "c"\n', "line 3: `msgstr` does not belong here"),
        ('msgid "A"\n\nmsgid "A"\nmsgstr "b"\n', "line 3: `msgid` does not belong here"),
        ('msgid "A"\nmsgstr "b"\nmsgid "A"\nmsgstr "c"\n', "line 3: this msgid stands in line 1 already"),
        ('msgid "A"\nmsgstr "b"\nmsgid "C"', "line 3: this entry has no msgstr"),
        ('msgid "A\\q"\nmsgstr ""\n', "line 1: `\\q` is no escape that is known here"),
    ],
)
def test_refused(text: str, said: str) -> None:
    with pytest.raises(CannotDo) as raised:
        read_po(text, "x.po")
    assert str(raised.value.message) == f"x.po, {said}"


@given(st.text())
def test_whatever_stands_in_it(text: str) -> None:
    with contextlib.suppress(CannotDo):
        assert isinstance(read_po(text, "x.po"), list)
