"""What a policy says on one practice, and what the person makes of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from app.maturity.answers import NO_ANSWER, Answer
from app.maturity.policy.cue import PolicyReading
from app.maturity.policy.matching import Quote, find_quotes
from app.maturity.policy.policy_text import TextBlock
from app.maturity.policy.sentences import split_sentences
from app.maturity.policy.suggestion import suggested_level
from app.maturity.questionnaire import Question, Questionnaire
from app.maturity.text import Language
from app.web.forms.reading_controls import MOST_QUOTES


@dataclass(frozen=True)
class PracticeReading:
    """A practice with the quotes that speak to it, the best first, and the person’s ticks.

    ``kept`` holds the places of the kept quotes, from 1; ``is_confirmed`` is the person’s word for what no
    text can show, ``is_used`` says to answer with the level that both suggest.
    """

    question: Question
    reading: PolicyReading
    quotes: tuple[Quote, ...] = ()
    kept: frozenset[int] = frozenset()
    is_confirmed: bool = False
    is_used: bool = False

    @property
    def is_readable(self) -> bool:
        """Return whether a policy can show anything of the practice."""
        return self.reading.is_readable

    @cached_property
    def kept_quotes(self) -> tuple[Quote, ...]:
        """Return the quotes that the person keeps."""
        return tuple(quote for place, quote in enumerate(self.quotes, start=1) if place in self.kept)

    @property
    def is_touched(self) -> bool:
        """Return whether the person ticked anything."""
        return bool(self.kept or self.is_confirmed or self.is_used)

    def level(self, answer: Answer) -> int | None:
        """Return the level that the ticks suggest in place of an answer, or None."""
        return self._level(answer, self.kept_quotes, confirmed=self.is_confirmed)

    def possible_level(self, answer: Answer, *, confirmed: bool) -> int | None:
        """Return the level that all quotes would suggest, with or without the person’s word."""
        return self._level(answer, self.quotes, confirmed=confirmed)

    def language_of(self, quote: Quote) -> Language:
        """Return the language of a quote."""
        return next(cue.language for cue in self.reading.cues if cue.id == quote.cue)

    def _level(self, answer: Answer, quotes: Sequence[Quote], *, confirmed: bool) -> int | None:
        # Whether a practice applies is not for a text to say.
        if answer.is_given and not answer.applies:
            return None
        return suggested_level(
            self.reading,
            kept=bool(quotes),
            confirmed=confirmed,
            current=None if answer.is_unknown or not answer.is_given else answer.points,
            matters=self.reading.matters_of({quote.cue for quote in quotes}),
        )


def read_practices(
    blocks: Sequence[TextBlock], questionnaire: Questionnaire, questions: Iterable[Question]
) -> tuple[PracticeReading, ...]:
    """Return what a document says on each of some practices, with its best quotes."""
    found = find_quotes(split_sentences(blocks), questionnaire.policy.cues)
    return tuple(
        PracticeReading(question, reading, found.get(question.id, ())[:MOST_QUOTES])
        for question, reading in readings_of(questionnaire, questions)
    )


def readings_of(
    questionnaire: Questionnaire, questions: Iterable[Question]
) -> Iterator[tuple[Question, PolicyReading]]:
    """Yield practices with what a policy can show of each."""
    return ((each, questionnaire.policy.reading_of(each.id)) for each in questions)


def answer_to(question: Question, answers: Mapping[str, Answer]) -> Answer:
    """Return the stored answer to a question."""
    return answers.get(question.id, NO_ANSWER)
