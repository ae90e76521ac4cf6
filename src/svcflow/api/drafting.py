"""From processes to documents that are ready to be written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from svcflow.api.choices import chosen
from svcflow.api.languages import shared_language
from svcflow.api.looks import paper_theme_of
from svcflow.api.order import Order
from svcflow.api.pictures import diagram_of
from svcflow.api.processes import Opened
from svcflow.api.writers.draft import Draft
from svcflow.finding import CannotDo
from svcflow.i18n import msg
from svcflow.model.text import say
from svcflow.model.vocabulary import Status

if TYPE_CHECKING:
    from svcflow.documents.asked import Asked
    from svcflow.documents.kind import Kind, Named
    from svcflow.documents.outline import Outline
    from svcflow.documents.sop_context import SopContext

__all__ = ["context_of", "drafts", "kind_of_document"]


def kind_of_document(order: Order) -> Kind:
    """Return the kind that is ordered; raises `CannotDo` for an unknown one and for wishes that it does not take."""
    from svcflow.documents.kinds import KINDS

    chosen(order.kind, KINDS, lambda name: msg("there is no kind of document `{name}`", name=name))
    kind = KINDS[order.kind]
    wishes = {"gaps": order.gaps, "role": order.role, "between": order.between, "before": order.against}
    options = {"gaps": "--gaps", "role": "--role", "between": "--between", "before": "--against"}
    for name, wish in wishes.items():
        if wish and name not in kind.takes:
            takers = tuple(other.name for other in KINDS.values() if name in other.takes)
            raise CannotDo(
                msg(
                    "`{option}` says nothing to a document of kind `{kind}`",
                    option=options[name],
                    kind=kind.name,
                ),
                msg("kinds that take it: {names}", names=takers),
            )
    return kind


def drafts(opened: Sequence[Opened], order: Order, language: str | None) -> Iterator[Draft]:
    """Yield the documents of one kind about processes of one workspace, at least one.

    A kind about processes together makes one round of documents of all of them, retired ones left out; others make
    theirs of each process.
    ``language`` is None for that of each process.
    """
    kind = kind_of_document(order)
    if kind.together:
        spoken = language or _common_language(opened)
        yield from _drafted(kind, _in_use(opened), order, spoken)
    else:
        for one in opened:
            yield from _drafted(kind, [one], order, language or one.context.language)


def _in_use(opened: Sequence[Opened]) -> Sequence[Opened]:
    """Return the processes that people work by; retired ones only where there are no others."""
    return [one for one in opened if one.context.process.status is not Status.RETIRED] or opened


def _common_language(opened: Sequence[Opened]) -> str:
    """Return the language of one process, or of the workspace of several."""
    if len(opened) == 1:
        return opened[0].context.language
    return shared_language(opened[0].workspace)


def _drafted(kind: Kind, opened: Sequence[Opened], order: Order, language: str) -> Iterator[Draft]:
    sops = [context_of(one, language) for one in opened]
    for named in kind.make(sops, _asked(opened[0], order, language)):
        yield _draft(named, opened, order)


def context_of(opened: Opened, language: str) -> SopContext:
    """Return a process as documents in a language are made from it, with what its workspace knows of others."""
    from svcflow.documents.sop_context import SopContext

    others = opened.workspace.others()
    return SopContext(opened.context, language, others, others.number(opened.file))


def _asked(opened: Opened, order: Order, language: str) -> Asked:
    from svcflow.api.against import version_before
    from svcflow.documents.asked import Asked

    name = opened.workspace.settings.organization
    return Asked(
        organization=say(name, language) if name else "",
        gaps=order.gaps,
        role=order.role,
        between=order.between,
        before=version_before(opened, order.against) if order.against else None,
    )


def _draft(named: Named, opened: Sequence[Opened], order: Order) -> Draft:
    from svcflow.documents.identity import dated

    first, outline = opened[0], named.outline
    views = _views(outline) if order.pictures else []
    return Draft(
        named.name,
        outline,
        {view: diagram_of(first.context, view, outline.language) for view in views},
        first.workspace.settings.documents,
        first.workspace.root,
        date=max(filter(None, (dated(one.context.process) for one in opened)), default=None),
        standard=order.standard,
        theme=paper_theme_of(first.workspace),
        links={id: f"{id}.{order.format}" for id in order.beside},
    )


def _views(outline: Outline) -> list[str]:
    """Return the views whose pictures a document asks for."""
    from svcflow.documents.outline import Picture

    blocks = (block for section in outline.sections for block in section.blocks)
    return sorted({block.view for block in blocks if isinstance(block, Picture)})
