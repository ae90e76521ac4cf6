"""What the rules about wording know of English."""

from __future__ import annotations

from svcflow.analyzers.wording.words import Vague, Words

__all__ = ["ENGLISH"]

ENGLISH = Words(
    vague={
        Vague.WHEN: (
            "as soon as possible", "as soon as practicable", "as soon as practical", "as soon as we can",
            "as soon as they can", "as quickly as possible", "as fast as possible", "as early as possible", "asap",
            "promptly", "timely", "in a timely manner", "in due course", "in due time", "in good time",
            "without delay", "without undue delay", "without unnecessary delay", "at the earliest", "quickly",
            "speedily", "swiftly", "soon", "shortly", "before long", "within a reasonable time",
            "within reasonable time", "in a reasonable time", "at a later date", "at a later time",
            "when convenient", "at the earliest convenience", "at your earliest convenience",
            "at the earliest opportunity", "regularly", "at regular intervals", "on a regular basis",
            "periodically", "from time to time", "occasionally", "frequently", "every so often",
            "when time allows", "when time permits",
        ),
        Vague.HOW_MUCH: (
            "appropriate", "appropriately", "adequate", "adequately", "reasonable", "reasonably", "suitable",
            "suitably", "proper", "properly", "satisfactory", "satisfactorily", "acceptable", "efficiently",
            "as much as possible", "as little as possible", "as far as possible", "as well as possible",
            "as carefully as possible", "as few as possible", "as many as possible", "to the extent possible",
            "to the extent practicable", "to the best of their ability", "best effort", "best efforts",
            "user-friendly", "user friendly", "high quality", "high-quality", "several", "a few", "a number of",
            "a lot of", "lots of", "roughly", "more or less", "some kind of", "to some extent", "significantly",
            "state of the art",
        ),
        Vague.WHO: (
            "relevant staff", "relevant person", "relevant persons", "relevant people", "relevant personnel",
            "relevant department", "relevant departments", "relevant team", "relevant teams", "relevant party",
            "relevant parties", "relevant colleague", "relevant colleagues", "relevant manager", "relevant unit",
            "relevant units", "relevant employee", "relevant employees", "relevant office", "relevant offices",
            "appropriate person", "appropriate persons", "appropriate people", "appropriate staff",
            "appropriate department", "appropriate team", "appropriate manager", "responsible person",
            "responsible persons", "responsible department", "concerned department", "concerned departments",
            "concerned staff", "departments concerned", "department concerned", "staff concerned",
            "persons concerned", "those concerned", "all concerned", "concerned officer", "concerned officers",
            "designated person", "competent person", "authorised person", "authorized person",
            "authorised personnel", "authorized personnel", "someone from", "somebody from", "someone in",
            "somebody in", "someone of", "somebody of", "higher-ups", "superiors",
        ),
        Vague.WHICH: (
            "relevant", "pertinent", "applicable rules", "applicable regulations", "applicable requirements",
            "certain cases", "concerned documents", "various",
        ),
        Vague.CASES: (
            "where necessary", "if necessary", "when necessary", "whenever necessary", "wherever necessary",
            "as necessary", "if needed", "where needed", "when needed", "whenever needed", "as needed",
            "as and when needed", "as and when required", "if need be", "if required", "where required",
            "when required", "whenever required", "as required", "where appropriate", "if appropriate",
            "when appropriate", "as appropriate", "where applicable", "if applicable", "as applicable",
            "where possible", "if possible", "when possible", "whenever possible", "wherever possible",
            "where practicable", "if practicable", "where feasible", "if feasible", "where suitable",
            "where relevant", "if relevant", "in special cases", "in special circumstances",
            "in exceptional cases", "in exceptional circumstances", "in certain cases", "in some cases",
            "under certain circumstances", "depending on the situation", "depending on the circumstances",
            "depending on the case", "case by case", "case-by-case", "on a case-by-case basis", "at discretion",
            "at their discretion", "at his discretion", "at her discretion", "at its discretion", "use judgement",
            "use judgment", "use common sense", "use discretion", "as the case may be",
        ),
        Vague.WHAT_ELSE: (
            "etc", "et cetera", "and so on", "and so forth", "and the like", "or the like", "and others",
            "among others", "and similar", "or similar", "or something similar", "including but not limited to",
            "including, but not limited to", "and other things", "and whatever else",
        ),
        Vague.OTHERWISE: (
            "in principle", "generally", "in general", "usually", "normally", "typically", "as a rule", "mostly",
            "in most cases", "ideally", "preferably", "under normal circumstances", "more often than not",
        ),
    },
    not_vague=(
        "as soon as", "how soon", "how quickly", "how frequently", "how regularly", "too soon", "as required by",
        "if required by", "where required by", "when required by", "as required in", "as required under",
        "if applicable law", "generally accepted", "normally open", "normally closed", "normally distributed",
        "reasonable accommodation", "reasonable doubt", "proper name", "proper names", "acceptable use policy",
        "someone else's", "somebody else's", "in general anaesthesia", "in general practice",
    ),
    spellings=(
        ("e-mail", "email"), ("e-mails", "emails"), ("check-in", "checkin"), ("check-out", "checkout"),
        ("on-line", "online"), ("web site", "website"), ("log-in", "login"), ("sign-up", "signup"),
        ("call-back", "callback"), ("pre-paid", "prepaid"), ("co-ordinator", "coordinator"),
        ("voice mail", "voicemail"), ("help desk", "helpdesk"), ("work flow", "workflow"),
        ("hand-over", "handover"), ("hand-off", "handoff"), ("follow-up", "followup"), ("back-up", "backup"),
        ("drop-off", "dropoff"), ("centre", "center"), ("organisation", "organization"),
        ("organisations", "organizations"), ("enrolment", "enrollment"), ("enrol", "enroll"),
        ("cancelled", "canceled"), ("cancelling", "canceling"), ("colour", "color"), ("authorise", "authorize"),
        ("authorised", "authorized"), ("authorisation", "authorization"),
        ("pre-authorisation", "pre-authorization"), ("apologise", "apologize"), ("recognise", "recognize"),
        ("prioritise", "prioritize"), ("minimise", "minimize"), ("labelled", "labeled"), ("catalogue", "catalog"),
        ("judgement", "judgment"), ("grey", "gray"), ("tyre", "tire"), ("tyres", "tires"),
    ),
    placeholders=(
        "to be defined", "to be determined", "to be decided", "to be confirmed", "to be completed", "to be added",
        "to be announced", "to be agreed", "to be specified", "to be filled in", "to be filled", "to be done",
        "to do", "tbd", "tbc", "tba", "tbs", "todo", "fixme", "placeholder", "lorem ipsum", "dummy", "new step",
        "step name", "enter text", "enter text here", "insert text here", "fill in", "fill me in", "coming soon",
        "under construction", "not yet defined", "not defined yet", "undefined", "n.n.", "asdf", "blah",
        "blah blah", "test test", "your name", "sample text",
    ),
    questions=(
        "is", "are", "was", "were", "am", "do", "does", "did", "has", "have", "had", "can", "could", "may",
        "might", "will", "would", "shall", "should", "must", "which", "what", "who", "whom", "whose", "where",
        "when", "why", "how", "any", "whether", "isn't", "aren't", "doesn't", "didn't", "hasn't", "haven't",
        "can't",
    ),
)  # fmt: skip
"""English."""
