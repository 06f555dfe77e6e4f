"""The questionnaire: domains, questions with their levels, variants, opinions, the survey and guidance."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from app.maturity.errors import UnknownQuestionError
from app.maturity.opinions import OpinionQuestion
from app.maturity.policy.clause import PolicyBank
from app.maturity.survey import Survey
from app.maturity.text import Language, Text

# The two choices beside the levels; files, pages and the database hold them by these names.
UNKNOWN = "unknown"
NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Guidance:
    """A public document that a recommendation cites.

    ``requires`` says what to read in it. ``title_language`` is that of a title which has no translation.
    ``address`` is present only if the primary text was read at its issuer's own address.
    """

    id: str
    title: Text
    issuer: Text
    requires: Text
    year: str | None = None
    identifier: str | None = None
    address: str | None = None
    title_language: Language | None = None

    def foreign_title(self, reader: Language) -> Language | None:
        """Return the language of a title that is not in the reader's, or None."""
        return None if self.title_language == reader else self.title_language


@dataclass(frozen=True, slots=True)
class Question:
    """One practice, asked as a question with five level statements.

    ``actions[n]`` is the step from level n to n + 1. ``effort``, to reach level 3, is 1 (days), 2 (weeks) or
    4 (months). ``not_applicable`` is the only reason for which the question may be left out, or None.
    ``owner``, ``guidance`` and ``findings`` hold ids of the questionnaire's own entries. A ``foundation`` is
    recommended before other practices, and no practice before those that it ``builds_on``. ``decision`` is
    what a board is asked to decide, None only in versions that have none.
    """

    id: str
    domain_letter: str
    name: Text
    text: Text
    help: Text
    levels: tuple[Text, ...]
    evidence: tuple[Text, ...]
    actions: tuple[Text, ...]
    why: Text
    owner: str
    effort: int
    gate: bool
    not_applicable: Text | None
    guidance: tuple[str, ...]
    findings: tuple[str, ...]
    foundation: bool = False
    builds_on: tuple[str, ...] = ()
    decision: Text | None = None

    def __hash__(self) -> int:
        # Questions are keys of many mappings, and a hash over all their texts would be slow.
        return hash(self.id)

    @property
    def choices(self) -> tuple[str, ...]:
        """Return the choices that the question allows, in the order of the page: ``"0"`` to ``"4"`` first."""
        levels = tuple(str(level) for level in range(len(self.levels)))
        return (*levels, UNKNOWN, *((NOT_APPLICABLE,) if self.not_applicable else ()))


@dataclass(frozen=True, slots=True)
class Domain:
    """A group of practices that are scored together; every domain has the same weight."""

    letter: str
    name: Text
    intro: Text
    barrier: Text | None
    benefit: Text | None
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """The full assessment or the quick check; ``questions`` holds the ids of its questions."""

    id: str
    name: Text
    questions: frozenset[str]


@dataclass(frozen=True)
class Questionnaire:
    """One version of all questions, texts and figures.

    ``levels`` and ``level_meanings`` hold five texts each; ``guidance`` is held by id, ``owners`` by role and
    ``efforts`` by 1, 2 and 4. ``policy_questions`` are the second part of a staff pulse, and
    ``pulse_practice`` is the id of the practice that a closed pulse is evidence for, or None. ``published``
    is the day of the version. ``policy`` holds model clauses and what a policy text can show.
    """

    id: str
    version: str
    title: Text
    domains: tuple[Domain, ...]
    variants: Mapping[str, Variant]
    levels: tuple[Text, ...]
    level_meanings: tuple[Text, ...]
    glossary: tuple[tuple[Text, Text], ...]
    answering_rule: Text
    owners: Mapping[str, Text]
    efforts: Mapping[int, Text]
    opinions: tuple[OpinionQuestion, ...]
    survey: Survey
    guidance: Mapping[str, Guidance]
    policy_questions: tuple[OpinionQuestion, ...] = ()
    pulse_practice: str | None = None
    published: date | None = None
    policy: PolicyBank = field(default_factory=PolicyBank)

    def pulse_questions(self, *, policy: bool) -> tuple[OpinionQuestion, ...]:
        """Return the questions of a staff pulse: the survey's own, then with ``policy`` the second part."""
        return self.opinions + (self.policy_questions if policy else ())

    @cached_property
    def _questions(self) -> dict[str, Question]:
        return {question.id: question for domain in self.domains for question in domain.questions}

    @property
    def ids(self) -> Set[str]:
        """Return the ids of all questions, whatever the variant."""
        return self._questions.keys()

    def question(self, id: str) -> Question:
        """Return a question by its id, or raise UnknownQuestionError."""
        if id not in self._questions:
            raise UnknownQuestionError(id)
        return self._questions[id]

    def domain(self, letter: str) -> Domain:
        """Return a domain by its letter, or raise UnknownQuestionError."""
        for domain in self.domains:
            if domain.letter == letter:
                return domain
        raise UnknownQuestionError(letter)

    @cached_property
    def _questions_by_variant(self) -> dict[tuple[str, str | None], tuple[Question, ...]]:
        # Scoring ten thousand files looks this up a hundred thousand times.
        return {
            (variant.id, letter): tuple(
                question
                for question in self._questions.values()
                if question.id in variant.questions and letter in (None, question.domain_letter)
            )
            for variant in self.variants.values()
            for letter in (None, *(domain.letter for domain in self.domains))
        }

    def questions_in(self, variant: str, letter: str | None = None) -> tuple[Question, ...]:
        """Return the questions of a variant, or of one domain in it, in questionnaire order.

        Raises UnknownQuestionError for a variant or a domain that the questionnaire does not have.
        """
        try:
            return self._questions_by_variant[variant, letter]
        except KeyError:
            raise UnknownQuestionError(f"{variant}, {letter}") from None
