"""Jinja2 as the document formats use it: sandboxed, strict, one small template for each part of a document.

A workspace may have templates of its own, which take the place of ours one by one. They see the outline and what is
listed in `Templates.render`; they can neither call what Python keeps private nor read files outside of their folder.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from svcflow.documents.outline import Facts, Picture, Section
from svcflow.exporters.own_templates import OwnTemplates, broken_template
from svcflow.i18n import translator

if TYPE_CHECKING:
    from jinja2 import Environment, Template

    from svcflow.documents.outline import Block, Outline
    from svcflow.exporters.compiled import CompiledTemplates

__all__ = ["MARK", "Templates", "anchor", "worth_showing"]

MARK = "svcflow"
"""What a document says about who wrote it; by this svcflow knows its own files."""


def anchor(id: str) -> str:
    """Return the anchor of a step, the same in every format."""
    return "step-" + re.sub(r"[^\w.-]", "-", id)


def worth_showing(section: Section, pictures: Mapping[str, object]) -> bool:
    """Tell whether a section has content: one whose only block is a picture that was not drawn has none."""
    return any(not isinstance(block, Picture) or pictures.get(block.view) for block in section.blocks)


class Templates:
    """The templates of one format (``html`` or ``md``): ours, and before them those of a folder."""

    def __init__(
        self, format: str, folder: Path | None = None, finalize: Callable[[Any], Any] | None = None
    ) -> None:
        self._format = format
        self._own = OwnTemplates(format, folder) if folder else None
        self._finalize = finalize

    @cached_property
    def filters(self) -> dict[str, Callable[..., Any]]:
        """The filters of the templates; a format adds its own before it renders."""
        return {"anchor": anchor}

    @cached_property
    def _environment(self) -> Environment:
        from jinja2 import ChoiceLoader, PackageLoader, StrictUndefined
        from jinja2.sandbox import ImmutableSandboxedEnvironment

        ours = PackageLoader("svcflow.exporters", "templates")
        made = ImmutableSandboxedEnvironment(
            loader=ChoiceLoader([self._own.loader(), ours]) if self._own else ours,
            autoescape=self._finalize is None,
            undefined=StrictUndefined,
            keep_trailing_newline=True,
            finalize=self._finalize,
            bytecode_cache=_compiled(),
            auto_reload=False,  # it serves one document
        )
        made.filters |= self.filters
        return made

    def render(self, document: Outline, pictures: Mapping[str, object], **more: object) -> str:
        """Return the document as its templates write it.

        They see ``document``, ``sections`` (those worth showing), ``pictures`` by the name of their view, ``t`` (says a
        word in the document's language), ``mark``, ``show(block)``, ``show_section(section)``, ``show_facts(pairs)``,
        ``part(name)`` (another template), and what the format adds. Raises `CannotDo` when a template of the workspace
        fails, with its file and line.
        """
        from markupsafe import Markup

        shared: dict[str, object] = {
            "document": document,
            "sections": [one for one in document.sections if worth_showing(one, pictures)],
            "pictures": {view: pictures.get(view, "") for view in _views(document)},
            "t": translator(document.language),
            "mark": MARK,
            **more,
        }

        def filled(template: Template, **own: object) -> Markup:
            return Markup(template.render({**shared, **own}))  # noqa: S704 - templates escape what they are given

        def show(block: Block) -> Markup:
            return filled(self._template(block.kind), block=block)

        def show_section(section: Section) -> Markup:
            return filled(self._template(f"section-{section.id}", "section"), section=section)

        def part(name: str) -> Markup:
            return filled(self._template(name))

        shared |= {
            "show": show,
            "show_section": show_section,
            "show_facts": lambda pairs: show(Facts(tuple(pairs))),
            "part": part,
        }
        try:
            return str(part("document"))
        except Exception as error:
            problem = broken_template(error, self._own)
            if problem is None:
                raise
            raise problem from None

    def _template(self, *names: str) -> Template:
        return self._environment.select_template([f"{self._format}/{name}.jinja" for name in names])


@cache
def _compiled() -> CompiledTemplates:
    """Return the code of all templates met so far: names begin with the format, and each format compiles alike."""
    from svcflow.exporters.compiled import CompiledTemplates

    return CompiledTemplates()


def _views(document: Outline) -> set[str]:
    blocks = (block for section in document.sections for block in section.blocks)
    return {block.view for block in blocks if isinstance(block, Picture)}
