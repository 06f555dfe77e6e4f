"""Builders of voices on the small questionnaire of tests/build.py."""

from app.maturity.answers import Answer
from app.maturity.voices.voice import Voice, VoiceRole
from tests.build import a_questionnaire, answers

QUESTIONNAIRE = a_questionnaire()
QUESTIONS = QUESTIONNAIRE.questions_in("full")
LETTERS = tuple(domain.letter for domain in QUESTIONNAIRE.domains)


def a_voice(
    role: str = "security",
    *,
    name: str = "",
    domains: tuple[str, ...] = LETTERS,
    finished: bool = True,
    id: str = "",
    **choices: int | str | Answer,
) -> Voice:
    """Return a voice that has finished: ``a_voice("hr", G1=3, G2="unknown")``."""
    return Voice(id or f"link-{role}{name}", VoiceRole(role, name), domains, answers(**choices), finished)


def the_five() -> tuple[Voice, ...]:
    """Return five voices that disagree on five questions, one of them a gate (E3)."""
    return (
        a_voice("communications", G1=4, G2=3, G3=2, C1=3, C2=2, E1=3, E2=2, E3=4),
        a_voice("security", G1=1, G2=3, G3="not_applicable", E1=2, E2=2, E3=2, domains=("G", "E")),
        a_voice("hr", G1=2, G2="unknown", G3=2, domains=("G",)),
        a_voice("legal", C1=2, C2="unknown", domains=("C",)),
        a_voice("other", name="Works council", G1=2, E2=3, domains=("G", "E")),
    )
