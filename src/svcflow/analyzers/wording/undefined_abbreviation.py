"""An abbreviation that nobody explains."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from svcflow.analyzers import rule
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.analyzers.wording.abbreviations import KNOWN
from svcflow.analyzers.wording.reading import texts
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.text import Label, Localized
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from collections.abc import Mapping

    from svcflow.analyzers.context import ProcessContext
    from svcflow.load.shared import Entry

__all__ = ["UndefinedAbbreviation"]

_SHORT = re.compile(r"(?<![A-Za-z0-9/_.&@#-])[A-Z][A-Z&]{0,4}[A-Z](?=s?(?![A-Za-z0-9/_&@-]))(?!\.\w)")
_EXPLAINED = re.compile(
    r"[(（]\s*([A-Z][A-Z&]{0,4}[A-Z])s?\s*[)）]|([A-Z][A-Z&]{0,4}[A-Z])s?\s*[(（][^)）]{4,}"
)
_SHOUTED = re.compile(r"[A-Z]{2,} +[A-Z]{2,}")
_WORD = re.compile(r"[A-Z][A-Z&]*[A-Z]")
_ROMAN = re.compile(r"[IVXLC]+")
_SKIPPED = (
    "references",
    "steps.knowledge",
    "problems.",
    "revisions.",
    "improvements.",
    "terms.",
    "needs.",
    "kpis.unit",
)
"""Titles of other documents, the history and the customer's own words are not the procedure."""


class UndefinedAbbreviation(ProcessRule):
    """An abbreviation is used and nowhere explained.

    Two to six capital letters count as an abbreviation. It is explained when it is among the `terms` of the process or
    of a catalogue, stands in the name of a tool, document, channel, role, department or KPI, or is written out once
    (‘know your customer (KYC)’). What everybody knows, such as PDF, SMS or VIP, is let pass.

    Why: What is short for those who wrote the procedure is a riddle for the new colleague, the customer and the
    auditor, and the same letters mean something else in the next department.

    Fix: Add it to `terms`: `KYC: know your customer, the check of identity and funds`, or write it out.
    """

    code = "W301"
    name = "undefined-abbreviation"
    severity = Severity.INFO
    profile = Profile.AUDIT
    bad = """
        process: account
        name: Opening an account
        steps:
          - id: check
            name: Check the customer
            instructions:
              - Fill in the EDD form  #!
              - Ask the PEP desk  #!
              - Scan the EDD form
        ---
        process: 转诊
        name: 患者转诊
        language: zh-Hans
        steps:
          - {id: 评估, name: 填写 MEWS 评分}  #!
    """
    good = """
        process: account
        name: Opening an account
        steps:
          - id: check
            name: Check the customer
            instructions: [Fill in the EDD form for a PEP]
        terms:
          EDD: enhanced due diligence, the deeper check of where money comes from
          PEP: politically exposed person
    """
    near = (
        """
        catalog: bank
        tools:
          crm: CRM
          scan: ID scanner (OCR)
        ---
        process: account
        name: Opening an account
        references: [EBA/GL/2021/02]
        steps:
          - id: check
            name: Check the customer
            description: Know your customer (KYC) comes first
            instructions:
              - Scan the ID card as PDF and file it in the CRM
              - Tick KYC on form F-CS-012, chapter III, at 9 AM
              - DO NOT give the PIN aloud
              - Read the number with OCR
        """,
        """
        process: 转诊
        name: 患者转诊
        language: zh-Hans
        steps:
          - {id: 评估, name: 填写 MEWS（改良早期预警评分）, instructions: [MEWS 达 5 分时呼叫医生, 拍摄 CT]}
        """,
    )

    class Options(rule.Options):
        """The options of the rule."""

        known: tuple[Label, ...] = ()
        """Abbreviations that everybody knows here, e.g. `[HIS, OPD]`."""

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield the first place of each abbreviation that is not explained."""
        used: dict[str, Problem] = {}
        explained = set(KNOWN).union(self.options.known)
        read = [said for said in texts(context) if not said.field.startswith(_SKIPPED)]
        if explained.issuperset(_SHORT.findall("\n".join(said.text for said in read))):
            return  # most processes: told by one look at all texts together
        for said in read:
            explained.update(found for pair in _EXPLAINED.findall(said.text) for found in pair)
            if _SHOUTED.search(said.text):
                continue
            for short in _SHORT.findall(said.text):
                if short not in used and not _ROMAN.fullmatch(short):
                    used[short] = Problem(
                        said.route,
                        msg("‘{short}’ is not explained", short=short),
                        msg("add it to `terms`, or write it out"),
                    )
        unknown = used.keys() - explained
        if unknown:
            unknown -= _named(context)
        yield from (problem for short, problem in used.items() if short in unknown)


def _named(context: ProcessContext) -> set[str]:
    """Return the words in capital letters in what the process and the catalogues define."""
    shared, process = context.shared, context.process
    kinds: tuple[Mapping[str, Entry[Any]], ...] = (
        shared.roles, shared.departments, shared.artifacts, shared.tools, shared.channels, shared.segments, shared.kpis,
    )  # fmt: skip
    names = [entry.value.name for entries in kinds for entry in entries.values()]
    names += [role.name for role in process.roles.values()] + [kpi.name for kpi in process.kpis]
    names += [*process.terms, *shared.terms]
    return {word for name in names for word in _WORD.findall(" ".join(_said(name)))}


def _said(name: str) -> Iterable[str]:
    return name.by_language.values() if isinstance(name, Localized) else (name,)
