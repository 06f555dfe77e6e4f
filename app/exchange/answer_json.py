"""The answers in an assessment.json, read and written."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from app.exchange import readers
from app.exchange.faults import FaultCollector, child_path
from app.exchange.readers import ABSENT
from app.maturity.answers import COMMENT_LIMIT, Answer
from app.maturity.clean_text import clean
from app.maturity.questionnaire import NOT_APPLICABLE, UNKNOWN, Question, Questionnaire
from app.translations import N_

CHOICES = ("level", UNKNOWN, NOT_APPLICABLE)
KEYS = (*CHOICES, "comment", "evidence", "evidence_date")
# An answer of the last round that is not confirmed in this one; since format_version 2.
CARRIED = "carried"
KEYS_WITH_CARRIED = (*KEYS, CARRIED)

_LEVELS = ("0", "1", "2", "3", "4")


@dataclass(frozen=True, slots=True)
class AnswerReader:
    """Reads the answers at a path of a file, and notes every fault.

    ``variant`` is empty if the file names no existing one; then all questions are allowed. No evidence may be
    dated after ``latest``. ``may_carry`` allows answers that are carried from an earlier round.
    """

    path: str
    questionnaire: Questionnaire
    variant: str
    latest: date
    faults: FaultCollector
    may_carry: bool = False

    def read(self, value: object) -> dict[str, Answer]:
        """Return the answers by question id."""
        questions = {question.id: question for question in self.questionnaire.questions_in("full")}
        allowed = self.questionnaire.variants[self.variant].questions if self.variant else questions
        answers = {}
        for id, answer in readers.read_members(value, self.path, self.faults).items():
            where = child_path(self.path, id)
            if id not in questions:
                self.faults.add(where, N_("%(where)s is not a question of this questionnaire."))
            elif id not in allowed:
                sentence = N_("%(where)s is not asked in the variant %(variant)s.")
                self.faults.add(where, sentence, variant=readers.quote(self.variant))
            else:
                answers[id] = self._answer(answer, questions[id], where)
        return {id: answer for id, answer in answers.items() if not answer.is_blank}

    def _answer(self, value: object, question: Question, where: str) -> Answer:
        faults = self.faults
        known = KEYS_WITH_CARRIED if self.may_carry else KEYS
        members = readers.read_object(value, where, faults, known=known)
        if value == {}:
            faults.add(where, N_("%(where)s is empty; a question without an answer is left out."))
        choice = _choice(members, question, where, faults)
        if len(members) == 1 and choice is not None:
            return Answer(choice)
        place = child_path(where, "evidence_date")
        return Answer(
            choice=choice,
            comment=_note(members, "comment", where, faults),
            evidence=_note(members, "evidence", where, faults),
            evidence_date=readers.read_past_date(
                members.get("evidence_date", ABSENT), place, faults, self.latest
            ),
            carried=self.may_carry and _carried(members, where, faults),
        )


def _carried(members: dict[str, object], where: str, faults: FaultCollector) -> bool:
    if CARRIED not in members:
        return False
    if not any(key in members for key in CHOICES):
        faults.add(where, N_("%(where)s is carried, but has no level, unknown or not_applicable."))
    return _flag(members[CARRIED], CARRIED, child_path(where, CARRIED), faults) is not None


def _note(members: dict[str, object], key: str, where: str, faults: FaultCollector) -> str:
    place = child_path(where, key)
    note = clean(readers.read_text(members.get(key, ABSENT), place, faults))
    return readers.check_length(note, place, faults, COMMENT_LIMIT)


def _choice(members: dict[str, object], question: Question, where: str, faults: FaultCollector) -> str | None:
    chosen = [key for key in CHOICES if key in members]
    if len(chosen) > 1:
        faults.add(where, N_("%(where)s may hold only one of level, unknown and not_applicable."))
    choices = [_CHOICE[key](members[key], question, child_path(where, key), faults) for key in chosen]
    return choices[0] if choices else None


def _level(value: object, question: Question, where: str, faults: FaultCollector) -> str | None:
    if type(value) is int and 0 <= value < len(_LEVELS):
        return _LEVELS[value]
    sentence = N_("%(where)s must be a whole number from 0 to 4, not %(value)s.")
    faults.add(where, sentence, value=readers.quote(value))
    return None


def _unknown(value: object, question: Question, where: str, faults: FaultCollector) -> str | None:
    return _flag(value, UNKNOWN, where, faults)


def _not_applicable(value: object, question: Question, where: str, faults: FaultCollector) -> str | None:
    if question.not_applicable is None:
        faults.add(where, N_("%(where)s is not allowed: this question applies to every organisation."))
        return None
    return _flag(value, NOT_APPLICABLE, where, faults)


def _flag(value: object, choice: str, where: str, faults: FaultCollector) -> str | None:
    if value is True:
        return choice
    faults.add(where, N_("%(where)s must be true or left out, not %(value)s."), value=readers.quote(value))
    return None


_CHOICE: dict[str, Callable[[object, Question, str, FaultCollector], str | None]] = {
    "level": _level,
    UNKNOWN: _unknown,
    NOT_APPLICABLE: _not_applicable,
}


def as_dict(answer: Answer) -> dict[str, object]:
    """Return an answer as the file holds it, without empty members."""
    members: dict[str, object] = {}
    if answer.choice in (UNKNOWN, NOT_APPLICABLE):
        members[answer.choice] = True
    elif answer.choice is not None:
        members["level"] = answer.points
    if answer.comment:
        members["comment"] = answer.comment
    if answer.evidence:
        members["evidence"] = answer.evidence
    if answer.evidence_date:
        members["evidence_date"] = answer.evidence_date.isoformat()
    if answer.carried:
        members[CARRIED] = True
    return members
