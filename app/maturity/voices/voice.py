"""A colleague’s independent answers, and which of the voices count."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.maturity.answers import NO_ANSWER, Answer
from app.maturity.clean_text import fold
from app.maturity.questionnaire import Question

OTHER = "other"
# What a colleague speaks for; the owner gives ``OTHER`` a name.
VOICE_ROLES = ("communications", "security", "hr", "legal", "finance", "executive", "operations", OTHER)
# Code points of that name.
ROLE_NAME_LIMIT = 60
# Nobody sees the answers before so many voices have finished, unless the owner closes them.
LEAST_FINISHED = 2


@dataclass(frozen=True, slots=True)
class VoiceRole:
    """What a voice speaks for: one of ``VOICE_ROLES``.

    ``name`` is what the owner calls ``OTHER``, and empty for every other role. ``number`` counts the voices
    of one role from 1; it is None if there is only one.
    """

    id: str
    name: str = ""
    number: int | None = None

    @property
    def key(self) -> str:
        """Return the name that files use, such as ``security``, ``security 2``, ``other: Works council``."""
        named = f"{self.id}: {self.name}" if self.name else self.id
        return named if self.number is None else f"{named} {self.number}"


@dataclass(frozen=True, slots=True)
class Voice:
    """One colleague’s answers by question id, given without seeing anybody else’s.

    ``id`` is that of the link. ``domains`` holds the letters of the domains that were asked for. An answer
    has a choice, a comment or both, and no evidence. ``finished`` is what the colleague has declared.
    """

    id: str
    role: VoiceRole
    domains: tuple[str, ...]
    answers: Mapping[str, Answer] = field(default_factory=dict)
    finished: bool = False

    @property
    def has_begun(self) -> bool:
        """Return whether anything is answered or commented on."""
        return any(not answer.is_blank for answer in self.answers.values())

    def answer(self, question: Question) -> Answer:
        """Return the answer to a question; empty outside the domains, and no choice that it refuses."""
        if question.domain_letter not in self.domains:
            return NO_ANSWER
        answer = self.answers.get(question.id, NO_ANSWER)
        # An upgrade of the questionnaire may have taken a choice away.
        return answer if answer.choice in (None, *question.choices) else replace(answer, choice=None)


def asked_of(voice: Voice, questions: Iterable[Question]) -> tuple[Question, ...]:
    """Return those of the questions of a variant that a voice is asked."""
    return tuple(question for question in questions if question.domain_letter in voice.domains)


def still_unanswered(voice: Voice, questions: Iterable[Question]) -> tuple[Question, ...]:
    """Return the questions that a voice is asked and has not answered."""
    return tuple(each for each in asked_of(voice, questions) if not voice.answer(each).is_given)


def number_voices(invited: Sequence[Voice]) -> tuple[Voice, ...]:
    """Return all voices in the order of their invitation, those of one role numbered from 1."""
    alike = Counter(_sort_of(voice) for voice in invited)
    return tuple(
        replace(voice, role=replace(voice.role, number=number if alike[_sort_of(voice)] > 1 else None))
        for voice, number in _counted(invited)
    )


def counting_voices(invited: Sequence[Voice], *, closed: bool) -> tuple[Voice, ...]:
    """Return the voices that count, numbered among all invited.

    These are the finished ones; once the owner has closed the voices, also those that have begun.
    """
    numbered = number_voices(invited)
    return tuple(voice for voice in numbered if voice.finished or (closed and voice.has_begun))


def are_shown(invited: Iterable[Voice], *, closed: bool) -> bool:
    """Return whether the owner may see answers: two voices have finished, or the owner has closed them."""
    return closed or sum(voice.finished for voice in invited) >= LEAST_FINISHED


def _sort_of(voice: Voice) -> tuple[str, str]:
    # Two spellings of one name would look like one role to a reader.
    return voice.role.id, fold(voice.role.name)


def _counted(invited: Iterable[Voice]) -> Iterator[tuple[Voice, int]]:
    numbers: dict[tuple[str, str], int] = defaultdict(int)
    for voice in invited:
        numbers[_sort_of(voice)] += 1
        yield voice, numbers[_sort_of(voice)]
