"""The seal shows that a document was edited."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from svcflow.exporters.seal import is_edited, seal

TEXT = st.text(st.characters(exclude_characters="\r", exclude_categories=["Cs"]))


@given(TEXT)
def test_what_was_sealed_is_not_edited(text: str) -> None:
    sealed = seal(text)
    assert sealed.startswith("<!-- svcflow sha256:")
    assert not is_edited(sealed.encode())
    assert not is_edited(b"\xef\xbb\xbf" + sealed.replace("\n", "\r\n").encode())


@given(TEXT, TEXT)
def test_another_text_under_the_seal_is_an_edit(text: str, other: str) -> None:
    assume(text != other)
    mark = seal(text).split("\n", 1)[0]
    assert is_edited(f"{mark}\n{other}".encode())


def test_what_has_no_seal_is_not_called_edited() -> None:
    for content in (b"", b"# Notes", b"<!-- svcflow -->\nold", b"\xff\xfe", b"x\n<!-- svcflow sha256:0 -->"):
        assert not is_edited(content)
