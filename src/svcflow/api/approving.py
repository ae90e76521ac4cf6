"""Signing processes: an approval with its date and the digest of what was signed, written into the file."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import Any

from svcflow import source
from svcflow.analyzers.governance.digest import digest
from svcflow.api.choices import chosen
from svcflow.api.processes import Opened, open_processes
from svcflow.api.repairing import Repair
from svcflow.finding import CannotDo, Edit
from svcflow.i18n import msg
from svcflow.load.files import shown_path
from svcflow.model.vocabulary import Signature
from svcflow.text.nearest import nearest

__all__ = ["approve"]


def approve(
    path: str | os.PathLike[str], kind: str, *, role: str | None = None, by: str, on: dt.date | None = None
) -> Repair:
    """Sign the process at a path as ``prepared``, ``reviewed`` or ``approved``; nothing is written.

    ``role`` is the one in which it is signed, ``by`` the name, ``on`` the day (default: today). An approval of this
    kind that is open, or was given before by the same person in the same role, is filled in anew; else one is added.
    Returns the file before and after. Raises `CannotDo` for a file that is no sound process, an unknown kind or role,
    no name, and a file that cannot be edited without changing something else.
    """
    from svcflow.source.edit import EditError, apply

    if not by.strip():
        raise CannotDo(msg("the name of who signs is empty"), msg('write it as `--by "Ann Lee"`'))
    chosen(kind, tuple(Signature), lambda name: msg("there is no signature `{name}`", name=name))
    file = Path(path)
    if file.is_dir():
        raise CannotDo(
            msg("{path} is a folder, not a process", path=shown_path(file)), msg("name a file in it")
        )
    (opened,) = open_processes(file)
    if role is not None and opened.context.role(role) is None:
        raise _no_role(role, opened)
    document = source.read(file)
    day = on or dt.datetime.now().astimezone().date()
    signed = {
        "as": kind,
        "role": role,
        "by": by,
        "on": day.isoformat(),
        "digest": digest(opened.context.process),
    }
    try:
        after = apply(document, [_edit(opened, {key: value for key, value in signed.items() if value})])
    except EditError as error:
        raise CannotDo(
            msg("{path} cannot be signed: {reason}", path=shown_path(file), reason=error.message),
            msg("add the approval by hand: {approval}", approval=_line(signed)),
        ) from None
    return Repair(str(file), ("\ufeff" if document.bom else "") + document.text, after, ())


def _no_role(role: str, opened: Opened) -> CannotDo:
    guess = nearest(role, opened.context.roles)
    help = msg("define it under `roles`, here or in a catalogue")
    if guess:
        return CannotDo(
            msg("there is no role `{role}`; did you mean `{guess}`?", role=role, guess=guess), help
        )
    return CannotDo(msg("there is no role `{role}`", role=role), help)


def _edit(opened: Opened, signed: dict[str, Any]) -> Edit:
    approvals = opened.context.process.approvals
    if not approvals:
        return Edit(("approvals",), [signed])
    for index, known in enumerate(approvals):
        mine = known.as_ == signed["as"] and known.role in {None, signed.get("role")}
        if mine and (known.on is None or known.by == signed["by"]) and known.by in {None, signed["by"]}:
            return Edit(("approvals", index), signed)
    return Edit(("approvals", len(approvals)), signed)


def _line(signed: dict[str, Any]) -> str:
    return "{" + ", ".join(f"{key}: {value}" for key, value in signed.items() if value) + "}"
