"""What the site has to know of a process to speak of it on pages about all processes.

Records are small plain data in the words of one reader's language, so that they can be kept between two builds: a page
about all processes is made without reading those again that did not change.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from svcflow.documents.outline import StepCard

__all__ = [
    "FindingRecord", "HandoffRecord", "InspectionRecord", "KpiRecord", "PaperRecord", "Record", "ReviewRecord",
    "RevisionRecord", "RiskRecord", "RoleRecord", "SearchText", "StepRecord", "TermRecord", "Told",
    "TrainingRecord",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class RoleRecord:
    """A role that a process names: ``department`` is the key of its department, ``acts`` says that it does steps."""

    id: str
    name: str
    department: str
    department_name: str
    customer: bool
    acts: bool


@dataclass(frozen=True, slots=True)
class StepRecord:
    """A step: its card, and the ids of who and what takes part. ``parts`` are (role, word) of those not acting."""

    card: StepCard
    roles: tuple[str, ...]
    parts: tuple[tuple[str, str], ...]
    called: tuple[tuple[str, str], ...]
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    tools: tuple[str, ...]
    time: str


@dataclass(frozen=True, slots=True)
class RiskRecord:
    """A risk; levels are words of the format (``low`` …), ``level_word`` says them. Steps are (id, name)."""

    id: str
    what: str
    steps: tuple[tuple[str, str], ...]
    likelihood: int
    impact: int
    level: str
    level_word: str
    response: str
    controls: tuple[str, ...]
    owner: str
    owner_name: str
    indicator: str
    residual_level: str
    residual: str


@dataclass(frozen=True, slots=True)
class HandoffRecord:
    """A change of hands; sides are (step id, step name, names of roles, key of the department, its name)."""

    source: tuple[str, str, str, str, str]
    target: tuple[str, str, str, str, str]
    agreed: bool
    passes: str
    via: str
    within: str
    accepted: str


@dataclass(frozen=True, slots=True)
class KpiRecord:
    """A KPI that a process defines or uses; ``uses`` say for what."""

    id: str
    name: str
    formula: str
    unit: str
    source: str
    every: str
    target: str
    alarm: str
    benchmark: str
    uses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PaperRecord:
    """A record that a process leaves."""

    what: str
    form: str
    kept_for: str
    where: str


@dataclass(frozen=True, slots=True)
class TermRecord:
    """A word and what it means."""

    word: str
    means: str
    avoid: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TrainingRecord:
    """What roles have to learn."""

    roles: tuple[str, ...]
    topic: str
    method: str
    hours: str
    assessment: str
    every: str


@dataclass(frozen=True, slots=True)
class InspectionRecord:
    """What is inspected, by which role."""

    what: str
    method: str
    sample: str
    every: str
    by: str
    by_name: str
    evidence: str


@dataclass(frozen=True, slots=True)
class ReviewRecord:
    """How often a process is reviewed, when it was, when it is due (ISO days, empty for never)."""

    every: str
    last: str
    due: str


@dataclass(frozen=True, slots=True)
class RevisionRecord:
    """An entry of the revision history."""

    version: str
    date: str
    change: str
    by: str
    what: str


@dataclass(frozen=True, slots=True)
class FindingRecord:
    """What lint found; ``severity`` is its word in the format, ``step`` the id of the step it lies in."""

    code: str
    rule: str
    severity: str
    message: str
    help: str
    path: str
    line: int
    step: str


@dataclass(frozen=True, slots=True)
class SearchText:
    """Something to be found: what it is (``process``, ``step`` …), where, and the texts it is found by."""

    kind: str
    url: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of a process in the language of the site, whichever language its own texts are in."""

    status_word: str
    state: str
    findings: tuple[FindingRecord, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """A process; ``language`` is that of its texts, and ``status`` and ``line`` are words of the format.

    Its representation as a text is what pages about something else show of it: where it is the same, so are they.
    """

    id: str
    slug: str = field(repr=False)
    language: str
    name: str
    number: str = field(repr=False)
    version: str = field(repr=False)
    status: str = field(repr=False)
    status_word: str = field(repr=False)
    state: str = field(repr=False)
    line: str = field(repr=False)
    owner: str = field(repr=False)
    owner_name: str = field(repr=False)
    function: str = field(repr=False)
    stage: str = field(repr=False)
    purpose: str = field(repr=False)
    effective: str = field(repr=False)
    roles: tuple[RoleRecord, ...] = field(repr=False)
    steps: tuple[StepRecord, ...] = field(repr=False)
    risks: tuple[RiskRecord, ...] = field(repr=False)
    handoffs: tuple[HandoffRecord, ...] = field(repr=False)
    kpis: tuple[KpiRecord, ...] = field(repr=False)
    papers: tuple[PaperRecord, ...] = field(repr=False)
    terms: tuple[TermRecord, ...] = field(repr=False)
    training: tuple[TrainingRecord, ...] = field(repr=False)
    inspections: tuple[InspectionRecord, ...] = field(repr=False)
    review: ReviewRecord = field(repr=False)
    revisions: tuple[RevisionRecord, ...] = field(repr=False)
    findings: tuple[FindingRecord, ...] = field(repr=False)
    search: tuple[SearchText, ...] = field(repr=False)

    def told(self, told: Told) -> Record:
        """Return the record with what is said in the language of the site."""
        return replace(self, status_word=told.status_word, state=told.state, findings=told.findings)

    @property
    def role_names(self) -> dict[str, str]:
        """The names of the roles by id."""
        return {role.id: role.name for role in self.roles}

    @property
    def acting(self) -> tuple[str, ...]:
        """The ids of the roles that do steps."""
        return tuple(role.id for role in self.roles if role.acts)
