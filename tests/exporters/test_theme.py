from __future__ import annotations

import re

from svcflow.exporters.theme import style_sheet

_QUIET = (
    *(".lane", ".group", ".halo", ".cell", ".header"),
    *(
        ".journey-sheet",
        ".journey-rule",
        ".journey-level",
        ".timeline-sheet",
        ".timeline-rule",
        ".tick",
        ".work",
    ),
)
"""What parts areas that texts tell apart anyhow."""
RULE = re.compile(r"^\.svcflow ([^{]+)\{([^}]*)\}", re.MULTILINE)


def luminance(color: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    whole = color.lstrip("#")
    whole = "".join(c * 2 for c in whole) if len(whole) == 3 else whole
    parts = [int(whole[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def styles(name: str) -> dict[str, str]:
    """Return the properties of all rules about a class, by ``class property``."""
    found = {}
    for selectors, body in RULE.findall(style_sheet()):
        for selector in selectors.split(",.svcflow "):
            for declaration in filter(None, body.split(";")):
                key, value = declaration.split(":")
                if key == name:
                    found[selector] = value
    return found


def test_every_rule_is_for_pictures_alone() -> None:
    for selectors in re.findall(r"^([^{]+)\{", style_sheet(), re.MULTILINE):
        assert all(selector.strip().startswith(".svcflow ") for selector in selectors.split(","))


def test_texts_can_be_read() -> None:
    fills = styles("fill")
    grounds = [
        "#fff",
        "#f8fafc",
        *(fills[f".{shape} .outline"] for shape in ("start", "end", "decision", "wait", "call")),
    ]
    texts = [
        value for name, value in fills.items() if name.split()[-1].startswith(("text", ".title", ".note"))
    ]
    assert len(texts) >= 5
    assert min(contrast(text, ground) for text in texts if text != "#fff" for ground in grounds) >= 4.5
    assert contrast(fills[".group text"], fills[".group rect"]) >= 4.5


def test_lines_can_be_seen() -> None:
    for name, color in styles("stroke").items():
        if color.startswith("#") and not name.startswith(_QUIET):
            assert contrast(color, "#fff") >= 3, name
