"""Where voices disagree, question by question, and the proposed answer (docs/method.md section 10)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from app.maturity.answers import Answer
from app.maturity.questionnaire import NOT_APPLICABLE, UNKNOWN, Question
from app.maturity.voices.voice import Voice, VoiceRole, are_shown, counting_voices

# Levels that differ by less are no disagreement.
LEAST_SPREAD = 2


@dataclass(frozen=True, slots=True)
class Given:
    """What one voice says on a question: an answer, a comment or both."""

    role: VoiceRole
    answer: Answer


@dataclass(frozen=True, slots=True)
class QuestionVoices:
    """All that voices say on one question, in the order of their invitation.

    ``spread`` is the highest level given less the lowest, 0 to 4; None if fewer than two gave a level.
    ``proposed`` is the choice that the owner may take: the lowest level given, else ``UNKNOWN``, else
    ``NOT_APPLICABLE``; None if nobody answered.
    """

    question: Question
    heard: tuple[Given, ...]
    spread: int | None
    disagreement: bool
    proposed: str | None

    @property
    def given(self) -> tuple[Given, ...]:
        """Return what was answered, without comments that stand alone."""
        return tuple(each for each in self.heard if each.answer.is_given)

    @property
    def levels(self) -> tuple[int, ...]:
        """Return the levels that were given, each 0 to 4, without those who gave none."""
        return tuple(each.answer.points for each in self.given if _is_level(each.answer.choice))

    @property
    def comments(self) -> tuple[Given, ...]:
        """Return what was commented, with an answer or without."""
        return tuple(each for each in self.heard if each.answer.comment)


@dataclass(frozen=True, slots=True)
class Agreement:
    """On how many questions voices agree, of the one or more on which at least two gave a level."""

    agree: int
    of: int

    @property
    def share(self) -> Fraction:
        """Return the share of the questions on which voices agree, 0 to 1."""
        return Fraction(self.agree, self.of)


@dataclass(frozen=True)
class Voices:
    """What the voices of a round say together; nothing is averaged.

    ``roles`` are those of the voices that count. ``questions`` holds every question of the variant, the most
    disputed first: those in disagreement, gates before others, then by spread, the largest first, then in the
    order of the questionnaire; after them all others in that order. ``agreement`` is None if no question has
    two levels.
    """

    roles: tuple[VoiceRole, ...]
    questions: tuple[QuestionVoices, ...]
    agreement: Agreement | None

    @property
    def disputed(self) -> tuple[QuestionVoices, ...]:
        """Return the questions in disagreement."""
        return tuple(each for each in self.questions if each.disagreement)

    @property
    def undisputed(self) -> tuple[QuestionVoices, ...]:
        """Return the questions on which somebody says something and nobody disagrees."""
        return tuple(each for each in self.questions if each.heard and not each.disagreement)


def hear(questions: Sequence[Question], invited: Sequence[Voice], *, closed: bool) -> Voices | None:
    """Return what the voices that count say on the questions of a variant.

    ``invited`` holds all voices in the order of their invitation. None until they ``are_shown``, or if none
    counts.
    """
    counted = counting_voices(invited, closed=closed)
    return compare(questions, counted) if counted and are_shown(invited, closed=closed) else None


def compare(questions: Sequence[Question], voices: Sequence[Voice]) -> Voices:
    """Return what voices say on the questions of a variant; every voice passed in counts."""
    said = [_said(question, voices) for question in questions]
    disputed = sorted((each for each in said if each.disagreement), key=_rank)
    rest = [each for each in said if not each.disagreement]
    levelled = [each for each in said if each.spread is not None]
    agree = sum(not each.disagreement for each in levelled)
    return Voices(
        roles=tuple(voice.role for voice in voices),
        questions=(*disputed, *rest),
        agreement=Agreement(agree, len(levelled)) if levelled else None,
    )


def _rank(said: QuestionVoices) -> tuple[bool, int]:
    return not said.question.gate, -(said.spread or 0)


def _said(question: Question, voices: Iterable[Voice]) -> QuestionVoices:
    answers = [Given(voice.role, voice.answer(question)) for voice in voices]
    heard = tuple(each for each in answers if not each.answer.is_blank)
    choices = {each.answer.choice for each in heard if each.answer.choice}
    levels = [each.answer.points for each in heard if _is_level(each.answer.choice)]
    spread = max(levels) - min(levels) if len(levels) > 1 else None
    kinds = len(choices & {UNKNOWN, NOT_APPLICABLE}) + bool(levels)
    return QuestionVoices(
        question=question,
        heard=heard,
        spread=spread,
        disagreement=kinds > 1 or (spread or 0) >= LEAST_SPREAD,
        proposed=_propose(choices, levels),
    )


def _propose(choices: set[str], levels: list[int]) -> str | None:
    if levels:
        return str(min(levels))
    return next((each for each in (UNKNOWN, NOT_APPLICABLE) if each in choices), None)


def _is_level(choice: str | None) -> bool:
    return choice not in (None, UNKNOWN, NOT_APPLICABLE)
