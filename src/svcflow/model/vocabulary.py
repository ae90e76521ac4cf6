"""The closed lists of words of the format. A member's docstring is its description in the JSON Schema."""

from __future__ import annotations

from enum import StrEnum

__all__ = [
    "Automation",
    "ChangeKind",
    "ImprovementState",
    "Join",
    "Kano",
    "Level",
    "Line",
    "RiskLevel",
    "RiskResponse",
    "RoleKind",
    "Servqual",
    "Signature",
    "State",
    "Status",
    "StepKind",
    "Tier",
    "Value",
]


class Status(StrEnum):
    """Where a process is in its life."""

    DRAFT = "draft"
    """Being written."""
    IN_REVIEW = "in-review"
    """Complete, under review."""
    PILOTING = "piloting"
    """On trial at some places."""
    APPROVED = "approved"
    """Approved, not yet in force."""
    EFFECTIVE = "effective"
    """In force."""
    RETIRED = "retired"
    """No longer in force."""


class State(StrEnum):
    """Whether a process is described as it is or as it shall be."""

    AS_IS = "as-is"
    """As it is done today."""
    TO_BE = "to-be"
    """As it shall be done."""


class Line(StrEnum):
    """On which side of the service blueprint's lines a role works."""

    CUSTOMER = "customer"
    """The one served."""
    FRONTSTAGE = "frontstage"
    """In contact with the customer, and seen."""
    BACKSTAGE = "backstage"
    """Serving the customer unseen."""
    SUPPORT = "support"
    """Serving those who serve."""


class RoleKind(StrEnum):
    """What fills a role."""

    PERSON = "person"
    """People."""
    SYSTEM = "system"
    """A machine or software acting on its own."""
    PARTNER = "partner"
    """Another organisation."""


class StepKind(StrEnum):
    """What a step does to the flow."""

    TASK = "task"
    """Work that somebody does (the default)."""
    DECISION = "decision"
    """A question: exactly one branch is taken."""
    PARALLEL = "parallel"
    """All branches start together."""
    INCLUSIVE = "inclusive"
    """Every branch whose condition holds is started."""
    WAIT = "wait"
    """Nothing is done until a time has passed or an event has come."""
    CALL = "call"
    """Another process of the workspace is run."""
    END = "end"
    """The process ends here, with a named outcome."""


class Join(StrEnum):
    """How a step awaits several flows that lead to it."""

    ALL = "all"
    """It starts when all that were started have arrived."""
    ANY = "any"
    """It starts with the first to arrive; the later ones are ignored."""


class Tier(StrEnum):
    """How far the standard binds the front line."""

    FIXED = "fixed"
    """The same for every customer, no deviation."""
    OPTIONS = "options"
    """A choice among set options."""
    BESPOKE = "bespoke"
    """Shaped to the customer, within limits."""


class Automation(StrEnum):
    """Who does the work of a step."""

    MANUAL = "manual"
    """People, by hand."""
    ASSISTED = "assisted"
    """People, with a system's help."""
    AUTOMATIC = "automatic"
    """A system alone."""


class Value(StrEnum):
    """For whom a step creates value."""

    CUSTOMER = "customer"
    """The customer would pay for it."""
    BUSINESS = "business"
    """The organisation or the law needs it."""
    WASTE = "waste"
    """Nobody needs it."""


class Kano(StrEnum):
    """What meeting a need does to the customer's satisfaction (Kano model)."""

    BASIC = "basic"
    """Taken for granted: its absence angers."""
    PERFORMANCE = "performance"
    """The more, the better."""
    EXCITEMENT = "excitement"
    """Not expected: its presence delights."""


class Servqual(StrEnum):
    """The dimension of service quality that a standard serves (SERVQUAL)."""

    TANGIBLES = "tangibles"
    """What the customer sees and touches."""
    RELIABILITY = "reliability"
    """The promise kept, right the first time."""
    RESPONSIVENESS = "responsiveness"
    """Help, promptly."""
    ASSURANCE = "assurance"
    """Knowledge and courtesy that inspire trust."""
    EMPATHY = "empathy"
    """Care for the individual."""


class RiskLevel(StrEnum):
    """How much a risk weighs, by its likelihood and impact."""

    LOW = "low"
    """Can be borne; nothing needs to be done."""
    MEDIUM = "medium"
    """To be kept down by a control and watched."""
    HIGH = "high"
    """Needs a response that management knows of."""
    EXTREME = "extreme"
    """Must not be run as it is."""

    @property
    def rank(self) -> int:
        """0 for low, rising with the weight."""
        return list(RiskLevel).index(self)


class RiskResponse(StrEnum):
    """What is done about a risk."""

    AVOID = "avoid"
    """What causes it is not done."""
    REDUCE = "reduce"
    """Its likelihood or impact is brought down by a control."""
    TRANSFER = "transfer"
    """Somebody else bears it (insurance, contract)."""
    ACCEPT = "accept"
    """It is borne, knowingly."""


class ChangeKind(StrEnum):
    """How far a revision goes."""

    MAJOR = "major"
    """The procedure changed."""
    MINOR = "minor"
    """Something was added or refined."""
    PATCH = "patch"
    """Wording or layout only; needs no new approval."""


class Signature(StrEnum):
    """What an approval certifies."""

    PREPARED = "prepared"
    """Wrote it."""
    REVIEWED = "reviewed"
    """Checked it."""
    APPROVED = "approved"
    """Put it in force."""


class Level(StrEnum):
    """How severe a problem is."""

    LOW = "low"
    """A nuisance."""
    MEDIUM = "medium"
    """Felt by customers."""
    HIGH = "high"
    """Customers are lost or promises broken."""
    CRITICAL = "critical"
    """Harm to people, money or the law."""


class ImprovementState(StrEnum):
    """Where an improvement stands."""

    PROPOSED = "proposed"
    """An idea, not yet decided."""
    ACCEPTED = "accepted"
    """Decided, not begun."""
    IN_PROGRESS = "in-progress"
    """Under way."""
    DONE = "done"
    """Carried out."""
    REJECTED = "rejected"
    """Decided against."""
