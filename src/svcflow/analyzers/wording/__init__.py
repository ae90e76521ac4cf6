"""Rules about how the texts are worded."""

from __future__ import annotations

from svcflow.analyzers.rule import Rule
from svcflow.analyzers.wording.decision_not_a_question import DecisionNotAQuestion
from svcflow.analyzers.wording.long_instruction import LongInstruction
from svcflow.analyzers.wording.missing_translation import MissingTranslation
from svcflow.analyzers.wording.name_too_long import NameTooLong
from svcflow.analyzers.wording.not_an_action import NotAnAction
from svcflow.analyzers.wording.placeholder_left import PlaceholderLeft
from svcflow.analyzers.wording.two_words_one_thing import TwoWordsOneThing
from svcflow.analyzers.wording.undefined_abbreviation import UndefinedAbbreviation
from svcflow.analyzers.wording.vague_wording import VagueWording

__all__ = ["RULES"]

RULES: tuple[type[Rule], ...] = (
    VagueWording,
    LongInstruction,
    NameTooLong,
    PlaceholderLeft,
    NotAnAction,
    DecisionNotAQuestion,
    UndefinedAbbreviation,
    TwoWordsOneThing,
    MissingTranslation,
)
