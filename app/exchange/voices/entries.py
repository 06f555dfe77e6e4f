"""What scorecard.json says of voices: answers by role, and no comment."""

from app.maturity.voices.disagreement import Agreement, QuestionVoices, Voices


def voices_entry(voices: Voices | None) -> dict[str, object]:
    """Return ``voices``, only if there are any."""
    if voices is None:
        return {}
    questions = [_question(each) for each in voices.questions]
    return {"voices": {"agreement": _agreement(voices.agreement), "questions": questions}}


def _agreement(agreement: Agreement | None) -> dict[str, int] | None:
    return {"agree": agreement.agree, "of": agreement.of} if agreement else None


def _question(said: QuestionVoices) -> dict[str, object]:
    return {
        "question": said.question.id,
        "given": [{"role": each.role.key, "answer": _choice(each.answer.choice)} for each in said.given],
        "spread": said.spread,
        "disagreement": said.disagreement,
        "proposed": _choice(said.proposed),
    }


def _choice(choice: str | None) -> int | str | None:
    return int(choice) if choice and choice.isdigit() else choice
