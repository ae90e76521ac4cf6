"""English words by which the name of a step is told to be an action, or none."""

from __future__ import annotations

__all__ = ["DETERMINERS", "NOUNS", "OPENING", "PREPOSITIONS", "VERBS"]

VERBS = frozenset((
    "accept", "accompany", "acknowledge", "activate", "add", "address", "adjust", "administer", "admit", "advise",
    "agree", "alert", "align", "allocate", "allow", "analyse", "analyze", "announce", "answer", "apologise",
    "apologize", "appeal", "apply", "appoint", "appraise", "approve", "archive", "arrange", "arrive", "ask",
    "assemble", "assess", "assign", "assist", "attach", "attend", "audit", "authorise", "authorize", "award",
    "back", "bake", "balance", "bandage", "bill", "blend", "block", "board", "book", "brew", "brief", "bring",
    "browse", "build", "buy", "calculate", "calibrate", "call", "calm", "cancel", "capture", "care", "carry",
    "cash", "catch", "certify", "change", "charge", "chase", "check", "choose", "chop", "claim", "clarify",
    "classify", "clean", "clear", "close", "co-ordinate", "coach", "collect", "come", "comfort", "communicate",
    "compare", "compensate", "compile", "complain", "complete", "compute", "conduct", "configure", "confirm",
    "connect", "consent", "consider", "consolidate", "consult", "contact", "continue", "control", "convene",
    "convert", "cook", "cool", "coordinate", "copy", "correct", "count", "cover", "create", "credit",
    "cross-check", "cut", "deal", "debit", "decide", "declare", "decline", "deduct", "defer", "define", "deliver",
    "demonstrate", "deny", "depart", "deploy", "deposit", "describe", "design", "destroy", "determine", "develop",
    "diagnose", "dial", "digitise", "digitize", "dilute", "direct", "disburse", "discard", "discharge", "disclose",
    "discuss", "disinfect", "dispatch", "dispense", "display", "dispose", "distribute", "document", "double",
    "double-check", "download", "draft", "drain", "draw", "dress", "drill", "drive", "drop", "dry", "dust",
    "e-mail", "educate", "email", "empty", "enable", "encash", "end", "endorse", "enforce", "engage", "enquire",
    "enrol", "enroll", "ensure", "enter", "escalate", "escort", "establish", "estimate", "evaluate", "examine",
    "exchange", "execute", "expect", "explain", "export", "extend", "extract", "fasten", "fax", "feed", "fetch",
    "file", "fill", "filter", "finalise", "finalize", "find", "finish", "fit", "fix", "flag", "fold", "follow",
    "forward", "freeze", "fry", "fuel", "fulfil", "fulfill", "furnish", "garnish", "gather", "generate", "get",
    "give", "go", "grant", "greet", "grill", "grind", "group", "guide", "hand", "handle", "have", "hear", "heat",
    "help", "hold", "host", "identify", "implement", "import", "improve", "inform", "infuse", "initiate", "inject",
    "inquire", "insert", "inspect", "install", "instruct", "insure", "interview", "introduce", "invalidate",
    "inventory", "investigate", "invite", "invoice", "involve", "iron", "isolate", "issue", "join", "judge",
    "keep", "label", "launch", "lay", "lead", "learn", "leave", "lend", "let", "level", "liaise", "lift", "link",
    "list", "listen", "load", "locate", "lock", "log", "look", "lower", "mail", "maintain", "make", "manage",
    "mark", "match", "measure", "mediate", "meet", "mend", "merge", "migrate", "mix", "modify", "monitor", "mop",
    "mount", "move", "name", "negotiate", "note", "notify", "number", "observe", "obtain", "offer", "onboard",
    "open", "operate", "order", "organise", "organize", "orient", "outline", "oversee", "pack", "page", "paint",
    "park", "participate", "pass", "patrol", "pause", "pay", "peel", "perform", "phone", "pick", "place", "plan",
    "plate", "play", "polish", "portion", "post", "pour", "practice", "practise", "pre-authorise", "pre-authorize",
    "prepare", "present", "press", "prevent", "price", "print", "prioritise", "prioritize", "process", "procure",
    "produce", "prolong", "promise", "propose", "protect", "prove", "provide", "provision", "publish", "pull",
    "pump", "purchase", "push", "put", "qualify", "quarantine", "query", "question", "queue", "quote", "raise",
    "rank", "rate", "reach", "reactivate", "read", "reassign", "reassure", "rebook", "reboot", "recall", "receive",
    "recheck", "recommend", "reconcile", "reconfigure", "record", "recover", "recruit", "rectify", "redirect",
    "redo", "reduce", "refer", "refill", "refund", "refuse", "regenerate", "register", "reimburse", "reissue",
    "reject", "release", "remind", "remit", "remove", "renew", "rent", "reorder", "repair", "repeat", "replace",
    "reply", "report", "represent", "request", "reschedule", "research", "reserve", "reset", "resolve", "respond",
    "restart", "restock", "restore", "retain", "retest", "retrieve", "return", "reveal", "reverse", "review",
    "revise", "revoke", "reward", "ring", "rinse", "roast", "roll", "rotate", "route", "run", "sample", "sanitise",
    "sanitize", "save", "say", "scan", "schedule", "score", "screen", "seal", "search", "seat", "secure", "see",
    "select", "sell", "send", "separate", "serve", "service", "set", "settle", "sew", "share", "ship", "show",
    "shut", "sign", "simulate", "sit", "slice", "solve", "sort", "speak", "specify", "split", "spray", "squeeze",
    "staff", "stamp", "start", "state", "stay", "steer", "sterilise", "sterilize", "stir", "stock", "stop",
    "store", "study", "submit", "summarise", "summarize", "supervise", "supply", "support", "survey", "suspend",
    "swab", "swap", "sweep", "switch", "tag", "take", "talk", "tell", "terminate", "test", "thank", "tick",
    "toast", "top", "tow", "trace", "track", "train", "transcribe", "transfer", "translate", "transmit",
    "transport", "treat", "triage", "try", "tune", "turn", "type", "unblock", "unload", "unlock", "unpack",
    "update", "upgrade", "upload", "use", "vacate", "vaccinate", "vacuum", "validate", "value", "ventilate",
    "verify", "view", "visit", "void", "wait", "walk", "warn", "wash", "watch", "weigh", "welcome", "weld", "wipe",
    "withdraw", "withhold", "witness", "work", "wrap", "write",
))  # fmt: skip
"""What people do in services, in the imperative."""

OPENING = frozenset((
    "after", "again", "also", "are", "as", "at", "be", "before", "both", "by", "do", "don't", "either", "finally",
    "first", "for", "from", "if", "in", "is", "jointly", "next", "not", "now", "on", "once", "out", "per",
    "please", "re", "then", "to", "together", "unless", "until", "upon", "via", "when", "while", "with", "within",
))  # fmt: skip
"""Words after which an action may still come."""

DETERMINERS = frozenset((
    "a", "an", "her", "his", "its", "our", "that", "the", "their", "these", "this", "those", "your",
))  # fmt: skip
"""Words that begin the name of a thing."""

PREPOSITIONS = frozenset((
    "about", "after", "and", "at", "before", "by", "for", "from", "in", "of", "on", "or", "per", "to", "under",
    "via", "with", "within",
))  # fmt: skip
"""Words that end the head of a name: ‘payment’ in ‘payment of the fee’."""

NOUNS = frozenset((
    "agent", "applicant", "application", "applications", "appraisal", "approval", "arrival", "case", "cashier",
    "citizen", "clerk", "client", "closure", "complaint", "complaints", "contract", "counter", "customer", "data",
    "department", "departure", "desk", "details", "disbursal", "dismissal", "disposal", "doctor", "documents",
    "enquiry", "file", "files", "form", "front-desk", "guest", "handover", "hotline", "information", "inquiry",
    "invoice", "kitchen", "manager", "nurse", "office", "officer", "papers", "patient", "procedure", "proposal",
    "receipt", "reception", "receptionist", "referral", "refusal", "removal", "renewal", "result", "results",
    "signature", "staff", "status", "supervisor", "system", "team", "ticket", "warehouse", "withdrawal",
))  # fmt: skip
"""Things, persons and places that are the head of a name."""
