"""What the pages of disagreement show of each question: its chart, its comments and what is proposed."""

from dataclasses import dataclass

from app.figures.typography import PHONE_WIDTH
from app.figures.voices import voice_marks
from app.maturity.answers import Answer, Assessment
from app.maturity.questionnaire import Question
from app.maturity.voices.disagreement import QuestionVoices, Voices
from app.report.voices.voice_chapter import reading_note
from app.translations.voice_words import (
    agreement_words,
    choice_words,
    disputed_words,
    role_words,
    roles_words,
)
from app.translations.wording import Wording
from app.web.charts import ChartSvg, draw_chart


@dataclass(frozen=True, slots=True)
class HeardComment:
    """A comment, and the role of its author in words."""

    role: str
    text: str


@dataclass(frozen=True, slots=True)
class HeardView:
    """One question as the colleagues answered it, and as the organisation answers it now."""

    said: QuestionVoices
    picture: ChartSvg
    comments: tuple[HeardComment, ...]
    proposed: str
    own: Answer
    own_words: str

    @property
    def question(self) -> Question:
        """Return the question."""
        return self.said.question

    @property
    def is_settled(self) -> bool:
        """Return whether the organisation has answered as proposed."""
        return self.own.is_confirmed and self.own.choice == self.said.proposed


@dataclass(frozen=True, slots=True)
class DisagreementView:
    """All questions: those in disagreement in their order, those on which nobody disagrees, and sentences."""

    title: str
    agreement: str
    note: str
    roles: str
    disputed: tuple[HeardView, ...]
    others: tuple[HeardView, ...]


def describe(voices: Voices, assessment: Assessment, wording: Wording) -> DisagreementView:
    """Return what voices say, beside the answers of an assessment."""
    return DisagreementView(
        disputed_words(voices, wording),
        agreement_words(voices.agreement, wording),
        reading_note(wording),
        roles_words(voices, wording),
        tuple(describe_question(each, assessment, wording) for each in voices.disputed),
        tuple(describe_question(each, assessment, wording) for each in voices.undisputed),
    )


def describe_question(said: QuestionVoices, assessment: Assessment, wording: Wording) -> HeardView:
    """Return one question with its chart."""
    own = assessment.answer(said.question)
    return HeardView(
        said,
        draw_chart(voice_marks(said, wording, width=PHONE_WIDTH)),
        tuple(HeardComment(role_words(each.role, wording), each.answer.comment) for each in said.comments),
        choice_words(said.proposed, wording),
        own,
        wording.answer_words(own),
    )
