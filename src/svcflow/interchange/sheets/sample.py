"""The example rows of the empty template."""

from __future__ import annotations

from typing import Any

from svcflow.i18n import Message, msg, translator
from svcflow.interchange.sheets.fill import fill

__all__ = ["sample"]


def sample(language: str) -> dict[tuple[str, ...], list[tuple[str, ...]]]:
    """Return, by the sections of their sheets, the rows of a small process in a language: to be written over."""
    t = translator(language)

    def say(message: Message) -> str:
        return message.render(t)

    data: dict[str, Any] = {
        "process": "lost-key",
        "name": say(msg("Replacing a lost room key")),
        "version": "0.1.0",
        "status": "draft",
        "language": language,
        "owner": "front-office-manager",
        "purpose": say(msg("A guest who lost a key is back in the room within ten minutes")),
        "sla": {"resolution": "10m"},
        "roles": {
            "guest": {"name": say(msg("Guest")), "line": "customer"},
            "receptionist": {"name": say(msg("Receptionist")), "line": "frontstage"},
            "front-office-manager": {"name": say(msg("Front office manager")), "line": "backstage"},
        },
        "steps": [
            {"id": "report", "name": say(msg("Reports the lost key")), "role": ["guest"]},
            {
                "id": "verify", "name": say(msg("Can the guest show who they are?")), "kind": "decision",
                "role": ["receptionist"], "sla": {"completion": "3m"},
                "next": [
                    {"when": say(msg("document shown")), "to": "reissue", "share": "95%"},
                    {"otherwise": "ask", "share": "5%"},
                ],
            },
            {
                "id": "reissue", "name": say(msg("Issue a new key and void the old one")), "role": ["receptionist"],
                "instructions": [
                    say(msg("Void the lost key in the lock system")),
                    say(msg("Code and test the new key")),
                ],
                "sla": {"completion": "2m"}, "work": {"likely": "1m"}, "next": [{"to": "end"}],
                "touchpoint": {"customer": say(msg("Receives the new key")), "moment_of_truth": True},
            },
            {
                "id": "ask", "name": say(msg("Ask the control question")), "role": ["front-office-manager"],
                "sla": {"completion": "5m"}, "next": [{"to": "reissue"}],
            },
        ],
    }  # fmt: skip
    return {one.sheet.section: list(one.rows) for one in fill(data, language) if not one.sheet.inside}
