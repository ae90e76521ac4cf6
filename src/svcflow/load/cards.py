"""What there is to explain about each format check: why it matters, how to mend it, a bad and a good file."""

from __future__ import annotations

from typing import NamedTuple

from svcflow.i18n import Message, msg

__all__ = ["FORMAT_CARDS", "FormatCard"]


class FormatCard(NamedTuple):
    """The explanation of a format check; ``bad`` and ``good`` are whole files, empty where no text can show it."""

    why: Message
    fix: Message
    bad: str = ""
    good: str = ""


_GOOD = """\
process: lost-key
name: Replacing a lost room key
steps:
  - {id: verify, name: Verify the guest's identity, role: receptionist}
"""

FORMAT_CARDS: dict[str, FormatCard] = {
    "unreadable-file": FormatCard(
        msg("Nothing can be said about a file that is missing, too large, not UTF-8 or closed to you."),
        msg("The message names the reason. Save text files as UTF-8, and keep one process in a file."),
    ),
    "yaml-syntax": FormatCard(
        msg("Where the text is not YAML, nobody can tell what belongs to what; the rest of the file is not checked."),
        msg(
            "Look at the marked place and the line above it: most often an indentation, a quotation mark or the "
            "blank after a colon is missing."
        ),
        _GOOD.replace("name: Verify the guest's identity", 'name: "Verify the guest'),
        _GOOD,
    ),
    "unknown-file": FormatCard(
        msg("svcflow tells by the first key what a file is; a file without it is not checked at all."),
        msg("Start a process with `process: ID` and a catalogue with `catalog: ID`."),
        _GOOD.replace("process:", "proces:"),
        _GOOD,
    ),
    "duplicate-key": FormatCard(
        msg("Only one of the two values can count, and a reader does not see which."),
        msg("Keep one of the two, or rename the other."),
        _GOOD + "name: Lost key\n",
        _GOOD,
    ),
    "unknown-key": FormatCard(
        msg("A misspelt key would be ignored in silence, and with it what you wanted to say."),
        msg("Take the key that the message proposes, or put what you want to say where the format has a place for it."),
        _GOOD.replace("role:", "rol:"),
        _GOOD,
    ),
    "missing-key": FormatCard(
        msg("Without it the entry has no meaning: a step, for instance, needs an id and a name."),
        msg("Write the key and its value."),
        _GOOD.replace("id: verify, ", ""),
        _GOOD,
    ),
    "wrong-value": FormatCard(
        msg("A value of another kind than the key expects cannot be computed with, drawn or printed."),
        msg("The message says what is expected; `svcflow schema` describes every key."),
        _GOOD.replace("role: receptionist", "role: receptionist, sla: soon"),
        _GOOD.replace("role: receptionist", "role: receptionist, sla: 3m"),
    ),
    "empty-value": FormatCard(
        msg("A key without a value looks as if it had been filled in, and says nothing."),
        msg("Fill it in, or take it out."),
        _GOOD + "purpose:\n",
        _GOOD + "purpose: Guests get back into their rooms within ten minutes\n",
    ),
    "duplicate-entry": FormatCard(
        msg("Only one of the two definitions counts, and readers of the other file do not know."),
        msg("Keep one definition, or give the other an id of its own."),
    ),
    "foreign-unreadable": FormatCard(
        msg("Nothing can be said about a file that is cut off, is no BPMN, or could load other files."),
        msg("Export it once more, as BPMN 2.0 XML, from the program that it comes from."),
    ),
    "foreign-broken": FormatCard(
        msg("Where a flow leads nowhere or an id stands twice, the file shows another process than was meant."),
        msg("Mend it in the program that it comes from; the message names the element and its id."),
    ),
    "foreign-changed": FormatCard(
        msg("Some things have to be said in another way here; a person should look whether they still mean the same."),
        msg("Compare the step with the drawing; nothing needs to be done where both say the same."),
    ),
    "foreign-lost": FormatCard(
        msg("What has no place in the format is checked by no rule and stands in no document."),
        msg("If it matters to people, say it in an instruction; what is kept stands under `x-bpmn`."),
    ),
    "foreign-unclear": FormatCard(
        msg(
            "Where a file leaves open how flows split, meet or end, readers and engines each take it in their own way."
        ),
        msg("Draw the gateway, the event or the name that is missing; the message names the element and its id."),
    ),
    "unused-ignore": FormatCard(
        msg("A comment that silences nothing misleads: the fault was mended, or the comment is in the wrong place."),
        msg("Take the comment out, or move it to the element it speaks of."),
        _GOOD.replace("receptionist}", "receptionist}  # svcflow: ignore[deadlock]"),
        _GOOD,
    ),
    "unknown-rule": FormatCard(
        msg("A misspelt rule is not switched off, and one that no longer exists needs no switching off."),
        msg("Write the name or code of a rule as `svcflow rules` lists it."),
        _GOOD.replace("receptionist}", "receptionist}  # svcflow: ignore[mising-sla] waiting for the new system"),
        _GOOD.replace("receptionist}", "receptionist}  # svcflow: ignore[missing-sla] waiting for the new system"),
    ),
}  # fmt: skip
"""The cards by the name of the check."""
