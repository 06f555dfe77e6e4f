"""What colleagues of Bellatrix answered on the real questionnaire, and every chart of it."""

from collections.abc import Iterator
from functools import cache

from app.figures import typography
from app.figures.chart import Chart
from app.figures.voices import voice_marks
from app.maturity.answers import Answer
from app.maturity.questionnaire import Question
from app.maturity.voices.disagreement import Voices, hear
from app.maturity.voices.voice import Voice, VoiceRole
from tests.build import an_answer
from tests.figures.cast import LANGUAGES, questionnaire, wording_in

LONG_NAME = "Comité social et économique de l’établissement de Brest 2026"
ROLES = (
    VoiceRole("communications"),
    VoiceRole("hr"),
    VoiceRole("hr"),
    VoiceRole("security"),
    VoiceRole("other", LONG_NAME),
)
COMMENT = "The rule is written, and nobody has read it."
# In turn; a question that always applies gets a 2 instead.
_CHOICES = ("3", "2", "unknown", "3", "not_applicable", "1", "2")


@cache
def colleagues() -> tuple[Voice, ...]:
    """Return five voices of four roles; security answers two domains, all others every one."""
    return tuple(_voice(place, role) for place, role in enumerate(ROLES))


def _voice(place: int, role: VoiceRole) -> Voice:
    letters = tuple(domain.letter for domain in questionnaire().domains)
    asked = letters[1:3] if role.id == "security" else letters
    questions = [each for each in questionnaire().questions_in("full") if each.domain_letter in asked]
    answers = {each.id: _answer(each, place, number) for number, each in enumerate(questions)}
    return Voice(f"link-{place}", role, asked, answers, finished=True)


def _answer(question: Question, place: int, number: int) -> Answer:
    choice = _CHOICES[(number * (place % 3) + number // 5) % len(_CHOICES)]
    comment = COMMENT if (place + number) % 7 == 0 else ""
    return an_answer(choice if choice in question.choices else "2", comment=comment)


@cache
def voices(variant: str = "full") -> Voices:
    """Return what the colleagues say together."""
    heard = hear(questionnaire().questions_in(variant), colleagues(), closed=False)
    assert heard is not None
    return heard


def voice_charts() -> Iterator[Chart]:
    """Build the chart of every practice in both languages and widths."""
    for language in LANGUAGES:
        for said in voices().questions:
            for width in (typography.PHONE_WIDTH, typography.FULL_WIDTH):
                yield voice_marks(said, wording_in(language), width=width)
