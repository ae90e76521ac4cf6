from __future__ import annotations

import pytest

from svcflow.views.diagram import DEdge, Diagram, DNode, Lane


def test_nodes_are_found_by_id() -> None:
    node = DNode("a", "A")
    assert Diagram("D", (node,)).index == {"a": node}


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (lambda: Diagram("D", (DNode("a", "A"), DNode("a", "B"))), "unique"),
        (lambda: Diagram("D", (DNode("a", "A"),), (DEdge("a", "b"),)), "a -> b"),
        (lambda: Diagram("D", (DNode("a", "A"),), lanes=(Lane("x", "X"),)), "no lane"),
        (lambda: Diagram("D", (), lanes=(Lane("x", "X"), Lane("x", "Y"))), "unique"),
    ],
)
def test_what_does_not_hang_together_is_refused(made, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        made()
