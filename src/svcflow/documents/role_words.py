"""Roles as whoever asks for a document names them."""

from __future__ import annotations

from collections.abc import Sequence

from svcflow.documents.sop_context import SopContext
from svcflow.finding import CannotDo
from svcflow.i18n import msg
from svcflow.text.nearest import nearest

__all__ = ["acting_roles", "check_role"]


def acting_roles(sops: Sequence[SopContext]) -> tuple[str, ...]:
    """Return the ids of the roles that act in steps, customers left out, in the order of the files."""
    found = dict.fromkeys(
        role
        for sop in sops
        for node in sop.context.graph.nodes.values()
        for role in node.step.role
        if not sop.context.is_customer(role)
    )
    return tuple(found)


def check_role(sops: Sequence[SopContext], role: str | None) -> None:
    """Raise `CannotDo` when nobody of this role acts in any of the processes; None is nobody asked for."""
    known = dict.fromkeys(
        id for sop in sops for node in sop.context.graph.nodes.values() for id in node.step.role
    )
    if role is None or role in known:
        return
    guess = nearest(role, known)
    help = msg("roles that act in steps: {names}", names=tuple(known) or ("–",))
    if guess:
        raise CannotDo(
            msg("no step is done by a role `{role}`; did you mean `{guess}`?", role=role, guess=guess), help
        )
    raise CannotDo(msg("no step is done by a role `{role}`", role=role), help)
