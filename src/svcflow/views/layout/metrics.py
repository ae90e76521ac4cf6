"""How large things must be to hold their text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from svcflow.text import is_whole, width, wrap
from svcflow.views.diagram import PART, Badge, DEdge, DNode, Shape
from svcflow.views.layout.picture import TextRole

__all__ = [
    "BADGE_HEIGHT",
    "CAPTION_SIZE",
    "CONNECTOR_SIZE",
    "ENVELOPE",
    "LABEL_SIZE",
    "LABEL_STEP",
    "LINE_HEIGHT",
    "NAME_SIZE",
    "SHEET_FOOT",
    "SHEET_GAP",
    "SHEET_SIZE",
    "SHEET_WIDTH",
    "LabelSize",
    "NodeSize",
    "badge_width",
    "corner_badges",
    "footer_height",
    "header_height",
    "label_size",
    "node_size",
    "sheet_height",
]

NAME_SIZE = 13.0  # font sizes, in pixels
CAPTION_SIZE = 10.0
LABEL_SIZE = 11.0
CONNECTOR_SIZE = 10.0  # of the number in it
SHEET_SIZE = 11.5  # on evidence and systems
SHEET_GAP = 7.0  # between two things on one
SHEET_FOOT = 6.0  # a sheet ends in a wave
SHEET_WIDTH = 150.0
LABEL_STEP = 1.28  # the same for labels of edges, in font sizes
LINE_HEIGHT = 1.32  # in font sizes
BADGE_HEIGHT = 15.0
ENVELOPE = 17.0  # width of the sign for a handoff with the space behind it

_TASK_WIDTHS = (
    (150.0, 3),
    (178.0, 5),
    (216.0, 7),
)  # width, and how many lines until the next wider one is tried
_GATEWAYS = {Shape.DECISION, Shape.PARALLEL, Shape.INCLUSIVE}
_DIAMOND_MEASURES = (5.0, 6.0, 7.0, 8.0, 9.0, 10.5, 12.0)  # em
_DIAMOND_HEIGHTS = (60.0, 68.0, 76.0, 84.0, 92.0, 104.0, 116.0, 128.0)
_DIAMOND_LINES = 4
_LABEL_MEASURES = (6.5, 8.0, 9.5)  # em: as narrow as goes with few lines
_LABEL_LINES = 4
_SHEET_LINES = 4  # of one thing


@dataclass(frozen=True, slots=True)
class NodeSize:
    """Outline of a node, and its texts as they are broken to fit; ``room`` is kept free around its middle."""

    width: float
    height: float
    lines: tuple[str, ...]
    caption: str = ""
    room: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class LabelSize:
    """Size of the text of an edge, and its lines."""

    width: float
    height: float
    lines: tuple[tuple[TextRole, str], ...]
    envelope: bool


def node_size(node: DNode) -> NodeSize:
    """Measure a node."""
    if node.extent:
        return NodeSize(node.extent.width, node.extent.height, (), room=node.extent.room)
    if node.shape in _GATEWAYS:
        return _diamond(node)
    if node.shape in {Shape.START, Shape.END}:
        return _terminal(node)
    if node.shape in {Shape.EVIDENCE, Shape.SYSTEM}:
        return _sheet(node)
    return _task(node)


def header_height(node: DNode) -> float:
    """Return the room above a task's name for its number and badges, and the clock of a wait."""
    if node.badges or node.shape is Shape.WAIT:
        return BADGE_HEIGHT + 3
    return 8.0 if node.number else 0.0  # a lone number stands in its corner


def footer_height(node: DNode) -> float:
    """Return the room below a task's name for its caption."""
    return CAPTION_SIZE * LINE_HEIGHT + 2 if node.caption else 0.0


def badge_width(badge: Badge) -> float:
    """Return the width of a badge: a sign, and its text if it has one."""
    return BADGE_HEIGHT if not badge.text else BADGE_HEIGHT + 4 + width(badge.text) * CAPTION_SIZE


def corner_badges(node: DNode) -> tuple[list[Badge], list[Badge]]:
    """Return the badges beside a diamond's upper tip: those without a text on the left, behind the number."""
    return [badge for badge in node.badges if not badge.text], [badge for badge in node.badges if badge.text]


def _row_width(badges: Sequence[Badge]) -> float:
    return sum(badge_width(badge) + 3 for badge in badges)


def _task(node: DNode) -> NodeSize:
    box, lines = _TASK_WIDTHS[-1][0], [""]
    for box, limit in _TASK_WIDTHS:
        lines = wrap(node.label, (box - 16) / NAME_SIZE, _TASK_WIDTHS[-1][1])
        if len(lines) <= limit and is_whole(node.label, lines):
            break
    box = max(box, _row_width(node.badges) + width(node.number) * CAPTION_SIZE + 30)
    caption = "".join(wrap(node.caption, (box - 16) / CAPTION_SIZE, 1))
    height = 18 + header_height(node) + len(lines) * NAME_SIZE * LINE_HEIGHT + footer_height(node)
    return NodeSize(box, max(54.0, round(height)), tuple(lines), caption)


def _sheet(node: DNode) -> NodeSize:
    """Measure a list of things: each begins a line of its own; an empty line parts one from the next."""
    lines: list[str] = []
    for item in filter(None, map(str.strip, node.label.split("\n"))):
        lines += [*([""] if lines else []), *wrap(item, (SHEET_WIDTH - 22) / SHEET_SIZE, _SHEET_LINES)]
    more = SHEET_FOOT if node.shape is Shape.EVIDENCE else 0.0
    return NodeSize(SHEET_WIDTH, max(34.0, round(14 + sheet_height(lines) + more)), tuple(lines))


def sheet_height(lines: Sequence[str]) -> float:
    """Return the height of the texts on a sheet."""
    gaps = sum(not line for line in lines)
    return (len(lines) - gaps) * SHEET_SIZE * LINE_HEIGHT + gaps * SHEET_GAP


def _terminal(node: DNode) -> NodeSize:
    lines = wrap(node.label, 10, 4)
    text = max(map(width, lines), default=0) * NAME_SIZE
    height = max(36.0, 16 + len(lines) * NAME_SIZE * LINE_HEIGHT)
    return NodeSize(max(64.0, round(text + height * 0.8)), round(height), tuple(lines))


def _diamond(node: DNode) -> NodeSize:
    """Find the flattest diamond around the label; each line must fit where the diamond has that width."""
    sign = 0 if node.shape is Shape.DECISION else 1
    left, right = corner_badges(node)
    corner = max(_row_width(right), _row_width(left) + width(node.number) * CAPTION_SIZE + 6)
    if not node.label.strip():
        side = 48.0
        return NodeSize(max(side, 2 * corner + 30 if corner > 10 else side), side, ())
    best: tuple[float, NodeSize] | None = None
    for measure in _DIAMOND_MEASURES:
        lines = wrap(node.label, measure, _DIAMOND_LINES)
        whole = is_whole(node.label, lines)
        rows = [16.0] * sign + [width(line) * (LABEL_SIZE + 1) + 8 for line in lines]
        for height in _DIAMOND_HEIGHTS:
            wide = _diamond_width(rows, height)
            if wide is None:
                continue
            wide = max(110.0, wide, 2 * corner / (1 - 2 * BADGE_HEIGHT / height))
            cost = wide + 1.3 * height + (0 if whole else 400)
            if best is None or cost < best[0]:
                best = (cost, NodeSize(round(wide), height, tuple(lines)))
        if len(lines) == 1 and whole:
            break  # no wider measure changes anything
    assert best is not None, "the highest diamond holds four lines"
    return best[1]


def _diamond_width(rows: list[float], height: float) -> float | None:
    """Return the width at which a diamond of this height holds rows of these widths, None when it cannot."""
    step = LABEL_SIZE * LINE_HEIGHT + 1
    wide = 0.0
    for place, row in enumerate(rows):
        middle = (place - (len(rows) - 1) / 2) * step
        reach = abs(middle) + step * 0.42
        if reach >= height / 2 - 4:
            return None
        wide = max(wide, row / (1 - 2 * reach / height))
    return wide


def label_size(edge: DEdge) -> LabelSize | None:
    """Measure the text of an edge; None when it has none and marks nothing."""
    if not (edge.label or edge.note or edge.handoff):
        return None
    lines: list[tuple[TextRole, str]] = []
    for measure in _LABEL_MEASURES:
        lines = [(TextRole.CONDITION, line) for line in _in_parts(edge.label, measure, _LABEL_LINES)]
        lines += [(TextRole.NOTE, line) for line in _in_parts(edge.note, measure, _LABEL_LINES - 1)]
        if len(lines) < _LABEL_LINES and _is_shown(edge, lines):
            break
    envelope = ENVELOPE if edge.handoff else 0.0
    text = max((width(line) * LABEL_SIZE for _, line in lines), default=0.0)
    height = max(1, len(lines)) * LABEL_SIZE * LABEL_STEP + 4
    return LabelSize(round(text + envelope + 6), round(height), tuple(lines), edge.handoff)


def _in_parts(text: str, measure: float, most: int) -> list[str]:
    """Break a text of several parts ("condition · 8%"), at best between the parts: a new line needs no dot."""
    if width(text) <= measure:
        return wrap(text, measure, most)
    lines: list[str] = []
    for part in text.split(PART):
        more = wrap(part, measure)
        if lines and more and width(f"{lines[-1]} · {more[0]}") <= measure:
            lines[-1] += f" · {more.pop(0)}"
        lines += more
    return lines if len(lines) <= most else wrap(text, measure, most)


def _is_shown(edge: DEdge, lines: Sequence[tuple[TextRole, str]]) -> bool:
    """Tell whether the lines hold the whole text of an edge."""
    return not any(line.endswith(("…", "...")) for _, line in lines) or edge.label.endswith(("…", "..."))
