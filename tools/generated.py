"""Files that are made from the code: JSON Schemas and the reference parts of the manual.

    python -m tools.generated

writes them anew; the tests compare them with the code.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from svcflow.analyzers.registry import FAMILIES
from svcflow.api import explain, render, rules, schemas
from svcflow.reporters.card import FORMAT_FAMILY, RuleCard
from tools import seeds

__all__ = ["ROOT", "generated", "main"]

ROOT = Path(__file__).parent.parent
_PICTURES: dict[str, tuple[str, str, dict[str, Any]]] = {
    "hotel-check-in": ("hotel-check-in", "swimlane", {}),
    "complaint-handling": ("complaint-handling", "flowchart", {}),
    "hotel-check-in-blueprint": ("hotel-check-in", "blueprint", {}),
    "hotel-check-in-journey": ("hotel-check-in", "journey", {}),
    "hotel-check-in-timeline": ("hotel-check-in", "timeline", {}),
    "hotel-check-in-raci": ("hotel-check-in", "raci", {}),
    "hotel-check-in-network": ("hotel-check-in", "network", {}),
    "hospital-outpatient-visit-handoffs": ("hospital-outpatient-visit", "handoffs", {}),
    "one-window-government-service-risk": ("one-window-government-service", "risk", {}),
    "complaint-handling-compare": ("complaint-handling", "compare", {}),
    "landscape": ("", "landscape", {"language": "en"}),
    "major-incident-light": ("major-incident", "flowchart", {"theme": "light", "overlays": ("times",)}),
    "major-incident-dark": ("major-incident", "flowchart", {"theme": "dark", "overlays": ("times",)}),
    "major-incident-mono": ("major-incident", "flowchart", {"theme": "mono", "overlays": ("times",)}),
}
"""By the name of the picture: the example (none: all of them), the view, and how it is drawn."""
_WIDTHS = dict.fromkeys(("swimlane", "blueprint", "journey", "timeline", "compare"), 1400)
_NOTE = "<!-- Made from the code by `python -m tools.generated`; do not edit. -->"


def generated() -> dict[Path, str]:
    """Return the text of every generated file."""
    files = {Path("schemas", f"{kind}.schema.json"): _json(schema) for kind, schema in schemas().items()}
    files[Path("docs", "rules.md")] = "\n".join(_rules_page()) + "\n"
    for family in (FORMAT_FAMILY, *FAMILIES):
        files[Path("docs", "rules", f"{family}.md")] = "\n".join(_family_page(family)) + "\n"
    files[Path("docs", "seeded.md")] = "\n".join((_NOTE, "", *seeds.page())) + "\n"
    files[Path("docs", "format.md")] = "\n".join(_format_page(schemas())) + "\n"
    files |= {Path("docs", "pictures", f"{name}.svg"): _picture(*shown) for name, shown in _PICTURES.items()}
    return {ROOT / name: text for name, text in files.items()}


def _picture(process: str, view: str, options: dict[str, Any]) -> str:
    services = ROOT / "examples" / "services"
    file = services / "processes" / f"{process}.yaml" if process else services
    made = next(render(file, view, width=_WIDTHS.get(view, 0), **options))
    return made.data.decode("utf-8")


def _json(schema: dict[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _rules_page() -> Iterator[str]:
    yield from (_NOTE, "", "# Rules", "")
    yield "What `svcflow lint` checks. `svcflow explain RULE` says the same in the terminal, in three languages."
    for family in (FORMAT_FAMILY, *FAMILIES):
        yield from ("", f"## {family}", "")
        yield from (
            "| code | rule | what is wrong | severity | from profile |",
            "| --- | --- | --- | --- | --- |",
        )
        for card in rules(family=family):
            link = f"[{card.name}](rules/{family}.md#{card.name})"
            yield f"| {card.code} | {link} | {_cell(card.summary)} | {card.severity} | {card.profile or 'always'} |"


def _family_page(family: str) -> Iterator[str]:
    yield from (_NOTE, "", f"# Rules: {family}")
    for card in rules(family=family):
        yield from _card(explain(card.name))


def _card(card: RuleCard) -> Iterator[str]:
    where = card.profile or "always"
    yield from ("", f"## {card.name}", "", f"**{card.code}** · {card.severity} · from profile {where}", "")
    yield from (card.summary, "")
    for paragraph in card.more:
        yield from (paragraph, "")
    if card.why:
        yield from (f"**Why it matters.** {card.why}", "")
    if card.fix:
        yield from (f"**What to do.** {card.fix}", "")
    for option in card.options:
        yield f"- Option `{option.name}` (default `{option.default}`): {option.meaning}"
    for heading, example in (("Bad", card.bad), ("Good", card.good)):
        if example:
            yield from ("", f"{heading}:", "", "```yaml", example.rstrip(), "```")


def _format_page(kinds: dict[str, dict[str, Any]]) -> Iterator[str]:
    yield from (_NOTE, "", "# The format", "")
    yield "Every key of the three kinds of files. Editors show the same from the JSON Schemas in `schemas/`."
    yield ""
    yield "Keys that begin with `x-` are left to other tools, in every mapping: they may hold anything and mean nothing"
    yield "to svcflow. What `svcflow import` cannot say in the format it keeps under `x-bpmn`."
    seen: set[str] = set()
    for kind, schema in kinds.items():
        yield from _keys(f"The {kind} file", schema, required=True)
        for name, definition in schema["$defs"].items():
            if name not in seen:
                seen.add(name)
                yield from _definition(name, definition)


def _definition(name: str, definition: dict[str, Any]) -> Iterator[str]:
    if "oneOf" in definition and all("const" in choice for choice in definition["oneOf"]):
        yield from ("", f"## {name}", "", definition.get("description", ""), "")
        for choice in definition["oneOf"]:
            yield f"- `{choice['const']}`: {choice.get('description', '')}"
        return
    whole = next((c for c in [definition, *definition.get("anyOf", [])] if c.get("properties")), None)
    if whole is not None:
        yield from _keys(name, whole, required=True)
    elif definition.get("description"):
        yield from ("", f"## {name}", "", definition["description"])


def _keys(title: str, schema: dict[str, Any], required: bool) -> Iterator[str]:
    yield from ("", f"## {title}", "")
    if schema.get("description"):
        yield from (schema["description"], "")
    must = set(schema.get("required", ())) if required else set()
    yield from ("| key | meaning |", "| --- | --- |")
    for key, value in schema["properties"].items():
        star = " (required)" if key in must else ""
        kinds = ", ".join(dict.fromkeys(_references(value)))
        more = f" *({kinds})*" if kinds else ""
        yield f"| `{key}`{star} | {_cell(value.get('description', ''))}{more} |"


def _references(value: Any) -> Iterator[str]:
    """Yield the names of the definitions that a value's schema refers to, as links."""
    if isinstance(value, dict):
        if "$ref" in value:
            name = value["$ref"].rsplit("/", 1)[-1]
            if name not in {"Text", "Id", "Label"}:
                yield f"[{name}](#{name.lower()})"
        for inner in value.values():
            yield from _references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _references(inner)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def main() -> None:
    """Write all generated files, and take out pages of families that are gone."""
    files = generated()
    for old in (ROOT / "docs" / "rules").glob("*.md"):
        if old not in files:
            old.unlink()
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
