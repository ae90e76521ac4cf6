"""A document with every kind of block in it, for the exporters: each has to bring every text through."""

from __future__ import annotations

from svcflow.documents.outline import (
    Bullets,
    Checks,
    Facts,
    Gap,
    Outline,
    Page,
    Paragraph,
    Picture,
    Section,
    Signatures,
    StepCard,
    Table,
)

__all__ = ["everything"]


def everything(text: str = "text", page: Page = Page.PORTRAIT, language: str = "en") -> Outline:
    """Return a document that says one text in every place where a document can say something."""
    card = StepCard("1", "a", text, "Step", (("Role", text),), (text, text), (("Note", (text,)),), True)
    sections = (
        Section("p", text, (Paragraph(text), Bullets((text, text)), Bullets((text, text), numbered=True))),
        Section("f", "Facts", (Facts(((text, text), ("", text))), Gap(text))),
        Section("t", "Table", (Table(("No.", text), (("1", text), ("2", text))),)),
        Section("u", "Two", (Table(("A",), ((text,),)), Table(("B",), ((text,),)))),
        Section("c", "Checks", (Checks((text, text)), Signatures(("Who", "Sign"), ((text, ""),)))),
        Section("o", "Overview", (Picture("swimlane", text),)),
        Section("s", "Procedure", (card,)),
    )
    return Outline(text, "SOP", language, Facts((("Owner", text),)), sections, text, (text, "v1"), page)
