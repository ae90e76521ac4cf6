"""Who does what: lanes and pools as roles and departments."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from svcflow.finding import Span
from svcflow.i18n import msg
from svcflow.interchange.bpmn.model import Lane, Process
from svcflow.interchange.bpmn.net import Notes, shown
from svcflow.interchange.ids import Ids
from svcflow.interchange.result import Loss

__all__ = ["People", "is_customer", "people_of"]

_CUSTOMERS = re.compile(
    r"\b(customer|client|patient|guest|citizen|passenger|buyer|shopper|student|applicant|policy ?holder|consumer"
    r"|kunde|cliente)s?$|(客户|客戶|顾客|顧客|患者|病人|旅客|乘客|市民|民眾|民众|申请人|申請人|住客|宾客|賓客|学员|學員|会员|會員|买家|買家)$",
    re.IGNORECASE,
)

_NOBODY = re.compile(
    r"pool([ _-]?participant)?[ _-]?\d*|participant[ _-]?\d*|泳池 ?\d*|参与者 ?\d*", re.IGNORECASE
)
"""What programs call a pool that has no name."""


def is_customer(name: str) -> bool:
    """Tell whether a name is that of those whom a service serves: `Corporate customer`, but not `Customer service`."""
    return bool(_CUSTOMERS.search(re.sub(r"[(\[（【].*", "", name).strip()))


@dataclass(slots=True)
class People:
    """The roles of a process, by id, where they stand, and who does what."""

    roles: dict[str, dict[str, Any]] = field(default_factory=dict)
    spans: dict[str, Span] = field(default_factory=dict)
    of_node: dict[str, str] = field(default_factory=dict)
    """The lane of each node, where it lies in one."""
    pool: str = ""
    """The role of all that lies in no lane, and that the file gives to nobody."""
    ids: Ids = field(default_factory=Ids)
    _by_name: dict[tuple[str, str], str] = field(default_factory=dict)

    def add(self, name: str, span: Span, department: str = "") -> str:
        """Return the id of the role of this name, a new one if there is none yet."""
        key = name, department
        if key not in self._by_name:
            id = self.ids.give(name, otherwise="role")
            self._by_name[key] = id
            role: dict[str, Any] = {"name": name}
            if department:
                role["department"] = department
            if is_customer(name):
                role["line"] = "customer"
            self.roles[id], self.spans[id] = role, span
        return self._by_name[key]

    def know(self, roles: Any, span: Span) -> None:
        """Take in roles of which the ids are known already."""
        for id, role in roles.items() if isinstance(roles, dict) else ():
            name = role.get("name") if isinstance(role, dict) else role
            department = role.get("department", "") if isinstance(role, dict) else ""
            for said in name.values() if isinstance(name, dict) else (name,):
                self._by_name[str(said), str(department)] = self._by_name[str(said), ""] = id
            self.ids.give_exactly(id)
            self.roles[id], self.spans[id] = role, span


def people_of(process: Process, pool: str, notes: Notes) -> People:
    """Return the roles of a process: its lanes, or where it has none, its pool."""
    people = People()
    people.know((process.svcflow or {}).get("roles"), process.span)
    if len(process.scope.lanes) == 1 and not process.scope.lanes[0].name and not process.scope.lanes[0].lanes:
        process.scope.lanes = []  # a lane that only fills the pool
    known = {
        thing.id
        for scope in process.scope.all()
        for thing in (*scope.nodes, *scope.flows, *scope.data, *scope.annotations)
    }
    for lane in process.scope.lanes:
        _add(lane, people, "", pool, known, notes)
    if not process.scope.lanes and pool and not _NOBODY.fullmatch(pool):
        people.pool = people.add(pool, process.span)
    return people


def _add(lane: Lane, people: People, department: str, pool: str, known: set[str], notes: Notes) -> None:
    name = lane.name or pool
    if not lane.name:
        notes.add(Loss.BROKEN, lane, msg("the lane has no name"))
    missing = tuple(node or "?" for node in lane.nodes if node not in known)
    if missing:
        message = msg("the lane ‘{lane}’ names what is not there: {ids}", lane=shown(lane), ids=missing[:5])
        notes.add(Loss.BROKEN, lane, message)
    own = [node for node in lane.nodes if node not in people.of_node]
    for inner in lane.lanes:
        _add(inner, people, name, pool, known, notes)
    left = [node for node in own if node not in people.of_node]
    if name and (left or not lane.lanes):
        role = people.add(name, lane.span, department)
        people.of_node |= dict.fromkeys(left, role)
