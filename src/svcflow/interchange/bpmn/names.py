"""The names of BPMN 2.0: namespaces, elements, and what svcflow adds."""

from __future__ import annotations

__all__ = [
    "ACTIVITIES",
    "BPMN",
    "BPMNDI",
    "CALLS",
    "DATA",
    "DC",
    "DI",
    "EVENTS",
    "EVENT_DEFINITIONS",
    "FLOW_NODES",
    "GATEWAYS",
    "SUB_PROCESSES",
    "SVC",
    "SVC_CONTENT",
    "SVC_DATA",
    "SVC_PREFIX",
    "TASKS",
    "XSI",
]

BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"
"""The namespace of everything that BPMN 2.0 says about processes."""
BPMNDI = "http://www.omg.org/spec/BPMN/20100524/DI"
"""The namespace of the drawing: planes, shapes, edges, labels."""
DC = "http://www.omg.org/spec/DD/20100524/DC"
"""The namespace of bounds and fonts."""
DI = "http://www.omg.org/spec/DD/20100524/DI"
"""The namespace of way points."""
XSI = "http://www.w3.org/2001/XMLSchema-instance"

SVC = "urn:svcflow:bpmn:1"
"""The namespace of what svcflow writes into `extensionElements`."""
SVC_PREFIX = "svc"
SVC_DATA = "data"
"""``<svc:data>`` in the `extensionElements` of a process or a flow node: a JSON object with those fields of the process
or step, as YAML would hold them, that BPMN itself does not say. They win over what is derived from BPMN."""
SVC_CONTENT = "process"
"""``<svc:process>`` in those of a sub-process: the same of the process that stands in it; its steps have their own."""

TASKS = (
    "task", "userTask", "manualTask", "serviceTask", "scriptTask", "businessRuleTask", "sendTask", "receiveTask",
)  # fmt: skip
CALLS = ("callActivity",)
SUB_PROCESSES = ("subProcess", "transaction", "adHocSubProcess")
ACTIVITIES = (*TASKS, *CALLS, *SUB_PROCESSES)
GATEWAYS = ("exclusiveGateway", "parallelGateway", "inclusiveGateway", "eventBasedGateway", "complexGateway")
EVENTS = ("startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent")
FLOW_NODES = (*ACTIVITIES, *GATEWAYS, *EVENTS)
"""Everything a sequence flow may lead to or from."""

EVENT_DEFINITIONS = {
    "messageEventDefinition": "message",
    "timerEventDefinition": "timer",
    "errorEventDefinition": "error",
    "escalationEventDefinition": "escalation",
    "signalEventDefinition": "signal",
    "conditionalEventDefinition": "conditional",
    "compensateEventDefinition": "compensation",
    "cancelEventDefinition": "cancel",
    "terminateEventDefinition": "terminate",
    "linkEventDefinition": "link",
}
"""What an event waits for or causes, by the name of its definition."""

DATA = ("dataObject", "dataObjectReference", "dataStoreReference", "dataInput", "dataOutput")
"""The elements that stand for documents and data."""
