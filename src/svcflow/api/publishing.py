"""Documents of processes: standard operating procedures, and what else is made from them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from svcflow.api.choices import chosen
from svcflow.api.drafting import drafts, kind_of_document
from svcflow.api.languages import document_language
from svcflow.api.order import Order
from svcflow.api.processes import open_processes
from svcflow.api.writers import DOCUMENT_FORMATS, write_document
from svcflow.finding import CannotDo
from svcflow.i18n import msg
from svcflow.load import open_workspace

if TYPE_CHECKING:
    from svcflow.api.made import Made
    from svcflow.documents.kind import Kind

__all__ = ["check_order", "publish", "sop"]


def sop(
    path: str | os.PathLike[str],
    format: str = "html",
    *,
    language: str | None = None,
    pictures: bool = True,
    standard: str = "",
) -> Iterator[Made]:
    """Publish the process at a path, or all processes of a folder, as standard operating procedures.

    The options are those of `Order`; raises as `publish` does.
    """
    return publish(path, Order(format=format, language=language, pictures=pictures, standard=standard))


def publish(path: str | os.PathLike[str], order: Order) -> Iterator[Made]:
    """Make the documents ordered, of the process at a path or of all processes of a folder.

    Markdown refers to its pictures as files beside it, other formats hold them. Raises `CannotDo` for a file that
    cannot be used, for an unknown kind, format, language, role or standard, for wishes that the kind does not take, and
    for a format whose packages are not installed.
    """
    kind = check_order(order)
    workspace = open_workspace(Path(path))
    language = document_language(order.language, workspace) if order.language else None
    processes = open_processes(path, workspace)
    for some in [list(processes)] if kind.together else ([one] for one in processes):
        for draft in drafts(some, order, language):
            yield write_document(draft, order.format)


def check_order(order: Order) -> Kind:
    """Return the kind that is ordered; raises `CannotDo` when the order cannot be, whatever the processes say."""
    chosen(order.format, DOCUMENT_FORMATS, lambda name: msg("there is no format `{name}`", name=name))
    _check_standard(order.standard, order.format)
    return kind_of_document(order)


def _check_standard(standard: str, format: str) -> None:
    if not standard:
        return
    if format != "pdf":
        raise CannotDo(msg("only PDF can keep a PDF standard"), msg("use `--format pdf`"))
    from svcflow.exporters.pdf import PDF_STANDARDS

    chosen(standard, PDF_STANDARDS, lambda name: msg("there is no PDF standard `{name}`", name=name))
