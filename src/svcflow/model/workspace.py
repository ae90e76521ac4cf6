"""The workspace's own file, `svcflow.yaml`: the organisation, where the files are, and settings."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, ClassVar

from pydantic import Field

from svcflow.model.base import Model, OneOrMany, ShortModel
from svcflow.model.risk import RiskSettings
from svcflow.model.text import Label, Text
from svcflow.model.values import HexColor, Language

__all__ = [
    "DocumentSettings",
    "LintLevel",
    "LintSettings",
    "Look",
    "Profile",
    "RenderSettings",
    "RuleChoice",
    "RuleSettings",
    "SheetSize",
    "WorkspaceFile",
]


class Profile(StrEnum):
    """How much is asked of a process; each profile includes the ones before it."""

    STARTER = "starter"
    """It can run at all."""
    STANDARD = "standard"
    """Who, when and what is clear (the default)."""
    STRICT = "strict"
    """The service is designed."""
    AUDIT = "audit"
    """Everything a quality auditor asks."""

    @property
    def rank(self) -> int:
        """0 for starter, rising with what is asked."""
        return list(Profile).index(self)


class LintLevel(StrEnum):
    """The severity a rule may be given."""

    ERROR = "error"
    """It fails the check."""
    WARNING = "warning"
    """It is shown."""
    INFO = "info"
    """It is mentioned."""


class RuleSettings(ShortModel):
    """Settings of one rule: its severity and its own options. A bare word is the severity."""

    __pydantic_extra__: dict[str, Any]

    other_keys: ClassVar[str] = ""
    shorthand: ClassVar[str] = "severity"

    severity: LintLevel | None = None
    """The severity of its findings here."""

    @property
    def options(self) -> dict[str, Any]:
        """The rule's own options, as written."""
        return dict(self.model_extra or {})


class RuleChoice(Model):
    """Which rules count at some files or elements."""

    select: OneOrMany[Label] = ()
    """Rules to add: names, codes or families, e.g. `[timing, R103]`."""
    ignore: OneOrMany[Label] = ()
    """Rules to leave out."""


class LintSettings(Model):
    """What `svcflow lint` checks."""

    profile: Profile = Profile.STANDARD
    """How much is asked."""
    select: OneOrMany[Label] = ()
    """Rules to add to the profile: names, codes or families (`missing-sla`, `T101`, `timing`, `T`)."""
    ignore: OneOrMany[Label] = ()
    """Rules to leave out."""
    fail_on: LintLevel = LintLevel.ERROR
    """The mildest severity that fails the check."""
    per_file: dict[Label, RuleChoice] = Field(default_factory=dict)
    """Choices for files by pattern: `{"legacy/*.yaml": {ignore: [missing-sla]}}`."""
    per_element: dict[Label, RuleChoice] = Field(default_factory=dict)
    """Choices for elements, as process/step or process: `{complaint-handling/receive: {ignore: [missing-sla]}}`."""
    rules: dict[Label, RuleSettings] = Field(default_factory=dict)
    """Severity and options by rule: `{too-complex: {severity: info, steps: 60}}`."""


class SheetSize(StrEnum):
    """The paper of documents."""

    A4 = "a4"
    """210 by 297 mm, as nearly everywhere (the default)."""
    LETTER = "letter"
    """8.5 by 11 inches, as in North America."""


class DocumentSettings(Model):
    """How documents look."""

    templates: Label | None = None
    """The folder with templates of your own, from the workspace's root."""
    numbering: Label | None = None
    """How documents are numbered when the process gives no number, e.g. `SOP-{index:03}`."""
    logo: Label | None = None
    """The picture file of your logo (PNG, JPEG or SVG), from the workspace's root."""
    paper: SheetSize = SheetSize.A4
    """The paper that documents are printed on."""


class Look(StrEnum):
    """The themes of pictures."""

    DEFAULT = "default"
    """Light; an SVG picture turns dark on a screen that is set to dark."""
    LIGHT = "light"
    """Light everywhere."""
    DARK = "dark"
    """Dark everywhere."""
    MONO = "mono"
    """Greys only, for print."""
    CONTRAST = "contrast"
    """Black lines and strong texts, for weak eyes and weak projectors."""


class RenderSettings(Model):
    """How pictures look."""

    theme: Look | None = None
    """The theme; left out: `default`."""
    color: HexColor | None = None
    """Your own colour in place of svcflow's blue, e.g. `"#7a1f5c"`; how light or dark each part is stays, so that texts
    can be read."""
    logo: Label | None = None
    """The picture file of your logo (SVG, PNG or JPEG) for the corner of pictures, from the workspace's root."""


class WorkspaceFile(Model):
    """The workspace's own file."""

    organization: Text | None = None
    """The organisation's name, as documents show it."""
    language: Language | None = None
    """The language of the texts, and of svcflow's messages here; left out: that of your computer."""
    words: Label | None = None
    """The folder with words of your own for documents and pictures, from here: `fr.po` for French, `en.po` to say in
    your way what svcflow says in English."""
    processes: OneOrMany[Label] = ("**/*.yaml", "**/*.yml")
    """Where processes are: folders or patterns from here, e.g. `processes/`."""
    catalogs: OneOrMany[Label] = ("**/*.yaml", "**/*.yml")
    """Where catalogues are: folders, files or patterns from here, e.g. `catalog.yaml`."""
    exclude: OneOrMany[Label] = ()
    """Folders, files or patterns that are none of ours."""
    lint: LintSettings = Field(default_factory=LintSettings)
    """What `svcflow lint` checks."""
    risk: RiskSettings = Field(default_factory=RiskSettings)
    """How risks are graded."""
    documents: DocumentSettings = Field(default_factory=DocumentSettings)
    """How documents look."""
    render: RenderSettings = Field(default_factory=RenderSettings)
    """How pictures look."""
