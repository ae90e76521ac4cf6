"""Documents as plain text: columns stand under each other, in Chinese too, and nothing runs over the width."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from svcflow.documents.outline import Bullets, Facts, Outline, Paragraph, Section, StepCard, Table
from svcflow.exporters.plain import to_text
from svcflow.text.cells import cells

WORDS = st.lists(
    st.sampled_from(["投", "受", "a", "step", "15m", "，", "（x）", "\x1b[31m"]), max_size=12
).map(" ".join)


def outline(*blocks: object) -> Outline:
    return Outline("T", "Analysis", "en", Facts(()), (Section("s", "S", blocks),))


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=5), st.integers(40, 100))
def test_tables_fit_and_keep_every_word(rows: list[tuple[str, str, str]], width: int) -> None:
    table = Table(("one", "二", "three"), tuple(rows))
    said = to_text(outline(table), width)
    assert max(cells(line) for line in said.splitlines()) <= width
    assert "\x1b" not in said
    for row in rows:
        for word in " ".join(row).replace("\x1b[31m", "").split():
            assert word in said


def test_columns_stand_under_each_other() -> None:
    said = to_text(outline(Table(("角色", "n"), (("客服专员", "12"), ("a", "3")))), 60)
    assert said.splitlines()[-4:] == ["角色      n", "────────  ──", "客服专员  12", "a         3"]


def test_every_block() -> None:
    card = StepCard("1", "a", "Do it", "Step", (("Role", "R"),))
    said = to_text(outline(Paragraph("text"), Bullets(("x",)), Facts((("Label", "v"),)), card))
    assert said == "T\nAnalysis\n\nS\n─\ntext\n\n- x\n\nLabel  v\n\n1 Do it\nRole  R\n"
