"""What the site says of lint besides the findings in processes: those in catalogues, and what the rules ask."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from svcflow.analyzers.context import WorkspaceContext
from svcflow.exporters.site.findings import finding_record
from svcflow.exporters.site.register_pages import Check, RuleText
from svcflow.i18n import translator
from svcflow.lint import choose
from svcflow.lint.check import check_workspace
from svcflow.lint.suppress import apply_suppressions, suppressions_of
from svcflow.load.files import shown_path
from svcflow.load.read import located
from svcflow.reporters.cards import find_cards

if TYPE_CHECKING:
    from svcflow.api.site_outside import Outside
    from svcflow.exporters.site.record import FindingRecord
    from svcflow.finding import Finding
    from svcflow.load import Workspace

__all__ = ["catalog_findings", "check_of"]


def catalog_findings(workspace: Workspace, outsides: Iterable[Outside]) -> list[Finding]:
    """Return what the rules find in the catalogues, as the settings of the workspace leave it."""
    from dataclasses import replace

    documents = {shown_path(path): document for path, document in workspace.catalogs.items()}
    context = WorkspaceContext(tuple(one.summary() for one in outsides), workspace.shared)
    found: dict[str, list[Finding]] = {}
    for finding in (
        *workspace.findings,
        *check_workspace(context, workspace, choose(workspace.settings.lint)),
    ):
        document = documents.get(finding.place.path)
        if document:
            place = finding.place if finding.place.span else located(finding.place, document)
            found.setdefault(finding.place.path, []).append(replace(finding, place=place))
    return [
        one
        for path in sorted(found)
        for one in apply_suppressions(found[path], suppressions_of(documents[path]))
    ]


def check_of(
    workspace: Workspace, elsewhere: Sequence[Finding], inside: Iterable[FindingRecord], language: str
) -> Check:
    """Return all that the page of findings needs in a language; ``inside`` are the findings in processes."""
    t = translator(language)
    by_file: dict[str, list[FindingRecord]] = {}
    for finding in elsewhere:
        record = finding_record(finding, None, t)
        by_file.setdefault(record.path, []).append(record)
    rules = {one.rule for one in inside} | {finding.rule for finding in elsewhere}
    cards = [card.translated(t) for rule in rules for card in find_cards(rule)[:1]]
    texts = tuple(
        RuleText(card.code, card.name, card.summary, card.why, card.fix)
        for card in sorted(cards, key=lambda card: card.code)
    )
    profile = str(workspace.settings.lint.profile)
    return Check(profile, texts, tuple((name, tuple(found)) for name, found in by_file.items()))
