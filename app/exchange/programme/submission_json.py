"""A submission as it is sealed to a programme, read strictly; comments and evidence are a file by themselves.

``write`` holds everything but comments and evidence, so that a comparison of many organisations opens none.
"""

import json
import re
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import Any

from app.exchange import answer_json, canonical_json
from app.exchange.faults import FaultCollector, FaultyAssessmentError
from app.maturity.answers import (
    ORGANISATION_LIMIT,
    ORGANISATION_TYPES,
    REGIONS,
    SIZE_BANDS,
    TARGETS,
    Answer,
)
from app.maturity.clean_text import clean_line
from app.maturity.errors import MaturityError
from app.maturity.iso_dates import parse_iso_day
from app.maturity.level import Level
from app.maturity.programme.submission import LEVELS, Submission, SubmittedLevels
from app.maturity.questionnaire import NOT_APPLICABLE, UNKNOWN, Questionnaire
from app.maturity.rounds.round import LABEL_LIMIT, PrintedDomain, PrintedScores, Round
from app.maturity.score import Score

FORMAT, FORMAT_VERSION = "muster-submission", 1
TEXTS_FORMAT = "muster-submission-texts"

_FAULTS = (
    *(ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError),
    MaturityError,
)
_LEVELS: dict[str | None, Level | None] = {None: None, **{level.key: level for level in Level}}
_KEYS = {level: key for key, level in _LEVELS.items() if level is not None}
# Fractions of any length would take any time.
_EXACT = re.compile(r"[0-9]{1,20}(?:/[0-9]{1,20})?")


class FaultySubmissionError(Exception):
    """This module did not write the file, or wrote it for another questionnaire or variant."""


def write(submission: Submission) -> bytes:
    """Write a submission without comments and evidence; equal submissions give equal bytes."""
    return canonical_json.write_line(as_dict(submission))


def as_dict(submission: Submission) -> dict[str, object]:
    """Return what leaves the assessment, without comments and evidence."""
    content: dict[str, object] = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "depth": submission.depth,
        "texts": submission.has_texts,
        "submitted_on": submission.submitted_on.isoformat(),
        "organisation": submission.organisation,
        "organisation_type": submission.organisation_type,
        "size_band": submission.size_band,
        "region": submission.region,
        "round": _round_entry(submission.round),
    }
    if submission.levels is not None:
        answers = submission.levels.answers
        content["answers"] = {id: _choice(answer) for id, answer in answers.items()}
        content["targets"] = dict(submission.levels.targets)
    return content


def _round_entry(summary: Round) -> dict[str, object]:
    scores = summary.scores
    return {
        "number": summary.number,
        "label": summary.label,
        "completed_on": summary.completed_on.isoformat(),
        "questionnaire": [summary.questionnaire_id, summary.version, summary.variant],
        "overall": [_exact(scores.overall), _key(scores.level), _key(scores.uncapped_level)],
        "gates": list(scores.failing_gates),
        # Without names for the four values: a coordinator’s page reads thousands of them.
        "domains": {
            letter: [_exact(each.score), _key(each.level), each.applicable, each.asked]
            for letter, each in scores.domains.items()
        },
    }


def _exact(score: Score | None) -> str | None:
    return None if score is None else str(score.exact)


def _key(level: Level | None) -> str | None:
    return None if level is None else _KEYS[level]


def _choice(answer: Answer) -> int | str | None:
    return int(answer.choice) if answer.choice and answer.choice.isdigit() else answer.choice


@dataclass(frozen=True)
class SubmissionReader:
    """Reads the submissions of one programme; equal parts of many submissions are kept once."""

    questionnaire: Questionnaire
    variant: str
    _domains: dict[tuple[object, ...], PrintedDomain] = field(default_factory=dict)
    _scores: dict[str, Score] = field(default_factory=dict)

    def read(self, content: bytes) -> Submission:
        """Return a submission, or raise FaultySubmissionError for anything that ``write`` did not write."""
        try:
            submission = self._submission(json.loads(content))
        except _FAULTS as error:
            raise FaultySubmissionError from error
        if write(submission) != content:
            raise FaultySubmissionError
        return submission

    def _submission(self, stored: dict[str, Any]) -> Submission:
        return Submission(
            organisation=_line(stored["organisation"], ORGANISATION_LIMIT),
            organisation_type=_one_of(stored["organisation_type"], ORGANISATION_TYPES),
            size_band=_one_of(stored["size_band"], SIZE_BANDS),
            region=_one_of(stored["region"], REGIONS),
            round=self._round(stored["round"]),
            submitted_on=parse_iso_day(stored["submitted_on"]),
            levels=self._levels(stored) if stored["depth"] == LEVELS else None,
            has_texts=_flag(stored["texts"], allowed=stored["depth"] == LEVELS),
        )

    def _round(self, entry: dict[str, Any]) -> Round:
        followed = (self.questionnaire.id, self.questionnaire.version, self.variant)
        if tuple(entry["questionnaire"]) != followed:
            raise ValueError("another questionnaire or variant")
        exact, level, uncapped_level = entry["overall"]
        gates = tuple(entry["gates"])
        if not self.questionnaire.ids >= set(gates):
            raise ValueError("an unknown gate")
        domains = {letter: self._domain(each) for letter, each in entry["domains"].items()}
        if list(domains) != self._letters:
            raise ValueError("other domains")
        return Round(
            _number(entry["number"], 1),
            _line(entry["label"], LABEL_LIMIT),
            parse_iso_day(entry["completed_on"]),
            *followed,
            PrintedScores(self._score(exact), _LEVELS[level], _LEVELS[uncapped_level], gates, domains),
        )

    def _domain(self, entry: list[Any]) -> PrintedDomain:
        exact, level, applicable, asked = entry
        found = self._domains.get((exact, level, applicable, asked))
        if found is None:
            score = self._score(exact)
            found = PrintedDomain(score, _LEVELS[level], _number(applicable, 0), _number(asked, 0))
            self._domains[exact, level, applicable, asked] = found
        return found

    def _score(self, exact: str | None) -> Score | None:
        if exact is None:
            return None
        found = self._scores.get(exact)
        if found is None:
            if not _EXACT.fullmatch(exact) or not 0 <= Fraction(exact) <= 100:
                raise ValueError("no score")
            found = self._scores[exact] = Score(Fraction(exact))
        return found

    def _levels(self, stored: dict[str, Any]) -> SubmittedLevels:
        answers = {id: _ANSWERS[choice] for id, choice in stored["answers"].items()}
        if list(answers) != self._ids:
            raise ValueError("other questions than those of the variant")
        if any(answers[id].choice == NOT_APPLICABLE for id in self._always_apply):
            raise ValueError("a practice always applies")
        targets = stored["targets"]
        if list(targets) != self._letters or not all(each in TARGETS for each in targets.values()):
            raise ValueError("other targets than those of the domains")
        return SubmittedLevels(answers, targets)

    @cached_property
    def _letters(self) -> list[str]:
        return [each.letter for each in self.questionnaire.domains]

    @cached_property
    def _ids(self) -> list[str]:
        return [each.id for each in self.questionnaire.questions_in(self.variant)]

    @cached_property
    def _always_apply(self) -> list[str]:
        questions = self.questionnaire.questions_in(self.variant)
        return [each.id for each in questions if not each.not_applicable]


_ANSWERS: dict[int | str, Answer] = {
    **{int(level): Answer(str(int(level))) for level in Level},
    UNKNOWN: Answer(UNKNOWN),
    NOT_APPLICABLE: Answer(NOT_APPLICABLE),
}


def _line(text: str, limit: int) -> str:
    if len(text) > limit or clean_line(text) != text:
        raise ValueError("a text that no form accepts")
    return text


def _one_of(text: str, allowed: tuple[str, ...]) -> str:
    if text and text not in allowed:
        raise ValueError(text)
    return text


def _number(value: int, least: int) -> int:
    if type(value) is not int or value < least:
        raise ValueError("no whole number")
    return value


def _flag(value: object, *, allowed: bool) -> bool:
    if not isinstance(value, bool) or (value and not allowed):
        raise ValueError("no flag")
    return value


def write_texts(texts: dict[str, Answer]) -> bytes:
    """Write the comments and the evidence of a submission, by question."""
    content = {id: answer_json.as_dict(answer) for id, answer in texts.items()}
    return canonical_json.write_line({"format": TEXTS_FORMAT, "format_version": 1, "texts": content})


def read_texts(content: bytes, questionnaire: Questionnaire, variant: str) -> dict[str, Answer]:
    """Return comments and evidence by question, or raise FaultySubmissionError."""
    faults = FaultCollector()
    reader = answer_json.AnswerReader("texts", questionnaire, variant, date.max, faults)
    try:
        texts = reader.read(json.loads(content)["texts"])
        faults.raise_if_any()
    except (*_FAULTS, FaultyAssessmentError) as error:
        raise FaultySubmissionError from error
    if any(each.is_given for each in texts.values()) or write_texts(texts) != content:
        raise FaultySubmissionError
    return texts
