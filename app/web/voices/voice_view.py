"""What the pages of a voice say before its first question: for whom, what, how long, who sees it."""

from dataclasses import dataclass
from datetime import date

from app.maturity import wizard
from app.maturity.questionnaire import Domain, Question, Questionnaire
from app.storage.assessments import deletion, introduction
from app.storage.sealing.access_key import AccessKey
from app.storage.voices import own_answers
from app.storage.voices.own_answers import OwnVoice
from app.translations.voice_words import role_words
from app.web.request import database, language
from app.web.request.services import services


@dataclass(frozen=True, slots=True)
class VoiceView:
    """A voice with the domains that it is asked, and what is said of them.

    ``role`` is in words; ``organisation`` is empty unless the owner lets it be shown; ``due_on`` is the day
    on which the assessment is deleted if nobody changes it before, or None.
    """

    own: OwnVoice
    questionnaire: Questionnaire
    role: str
    organisation: str
    domains: tuple[Domain, ...]
    questions: tuple[Question, ...]
    minutes: int
    due_on: date | None

    def asked(self, letter: str) -> tuple[Question, ...]:
        """Return the questions of a domain."""
        return tuple(each for each in self.questions if each.domain_letter == letter)

    @property
    def unanswered(self) -> tuple[Question, ...]:
        """Return the questions without an answer."""
        return tuple(each for each in self.questions if not self.own.voice.answer(each).is_given)


def prepare(key: AccessKey, questionnaire: Questionnaire) -> VoiceView:
    """Return the view of the voice that a key belongs to."""
    own = own_answers.load_own(database.reading(), key)
    domains, questions = asked_in(questionnaire, own.head.profile.variant, own.letters)
    days = services().config.retention_days
    return VoiceView(
        own,
        questionnaire,
        role_words(own.stored.role, language.wording(questionnaire)),
        introduction.read_introduction(database.reading(), key).organisation,
        domains,
        questions,
        wizard.expected_minutes(len(questions)),
        deletion.purge_day(database.reading(), key.assessment_id, days) if days else None,
    )


def asked_in(
    questionnaire: Questionnaire, variant: str, letters: str
) -> tuple[tuple[Domain, ...], tuple[Question, ...]]:
    """Return the domains of some letters in which a variant asks something, and their questions."""
    domains = tuple(
        domain
        for domain in questionnaire.domains
        if domain.letter in letters and questionnaire.questions_in(variant, domain.letter)
    )
    questions = (each for domain in domains for each in questionnaire.questions_in(variant, domain.letter))
    return domains, tuple(questions)
