"""The words that a file leaves out and a process needs, in its own language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from svcflow.i18n import Message, msg, translator
from svcflow.interchange.bpmn.model import EventDefinition, FlowNode
from svcflow.interchange.bpmn.times import length_of
from svcflow.model.duration import Duration

__all__ = ["Words", "language_of"]

_WIDE = re.compile("[\u4e00-\u9fff]")
_KANA_HANGUL = re.compile("[\u3040-\u30ff\uac00-\ud7af]")
_ONLY_HANS = set(
    "务员检请单确认处户办发开关报审资质量号银账费钱买卖责门级项场应动态进过这说话书证领导医疗护诊药师诉调结续"
)
_ONLY_HANT = set(
    "務員檢請單確認處戶辦發開關報審資質號銀帳費錢買賣責門級項場應動態進過這說話書證領導醫療護診藥師訴調結續"
)
_MOST = 3


def language_of(texts: Iterable[str]) -> str | None:
    """Return zh-Hans or zh-Hant where texts are Chinese, None for any other language."""
    text = "".join(texts)
    if not _WIDE.search(text) or _KANA_HANGUL.search(text):
        return None
    hans, hant = (sum(character in only for character in text) for only in (_ONLY_HANS, _ONLY_HANT))
    return "zh-Hant" if hant > hans else "zh-Hans"


@dataclass(frozen=True, slots=True)
class Words:
    """Says things in one language."""

    language: str

    def say(self, message: Message) -> str:
        """Return a message as text."""
        return message.render(translator(self.language))

    def several(self, names: list[str]) -> str:
        """Return a few names one after the other, the rest as an ellipsis."""
        shown = (*names[:_MOST], "…") if len(names) > _MOST else tuple(names)
        return self.say(msg("{names}", names=shown))

    def name_of(self, node: FlowNode, following: list[str]) -> str:
        """Return the name of a node, or one made from what it is and from what follows."""
        if node.name:
            return node.name
        if node.kind == "eventBasedGateway":
            return self.say(msg("What happens first?"))
        if node.kind == "exclusiveGateway" and len(following) < 2:
            return self.say(msg("Either of them is done"))
        if node.kind == "parallelGateway" or (node.kind.endswith("Gateway") and len(following) < 2):
            if len(following) > 1:
                return self.say(msg("At the same time: {names}", names=self.several(following)))
            return (
                self.say(msg("Everything before is done"))
                if following
                else self.say(msg("Everything is done"))
            )
        if node.kind == "inclusiveGateway":
            return self.say(msg("Which of these apply: {names}?", names=self.several(following)))
        if node.kind.endswith("Gateway"):
            return self.say(msg("Which way?"))
        return self._event_name(node) or self.say(msg("Step without a name"))

    def _event_name(self, node: FlowNode) -> str:
        if node.kind == "endEvent" and not node.events:
            return self.say(msg("End"))
        return self.event(node) if node.events or node.kind.endswith("Event") else node.message

    def event(self, node: FlowNode) -> str:
        """Return what an event is called: its name, what it is about, or its kind."""
        if node.name:
            return node.name
        for event in node.events:
            time = length_of(event.what) if event.kind == "timer" else None
            if time:
                said = Duration.parse(time).say(self.language)
                often = event.time == "cycle"
                return self.say(msg("Every {time}", time=said) if often else msg("After {time}", time=said))
            if event.what or event.code:
                return event.what or event.code
        return node.message or self.say(self._kind(node.events[0] if node.events else None))

    def _kind(self, event: EventDefinition | None) -> Message:
        return _KINDS.get(event.kind if event else "", msg("An event"))


_KINDS = {
    "message": msg("A message"),
    "timer": msg("A time"),
    "error": msg("An error"),
    "escalation": msg("An escalation"),
    "signal": msg("A signal"),
    "conditional": msg("A condition"),
    "compensation": msg("What was done is undone"),
    "cancel": msg("It is cancelled"),
    "terminate": msg("Everything ends"),
}
