"""The words for independent answers: the roles, what is said on a practice, and the agreement."""

from app.maturity.answers import Answer
from app.maturity.questionnaire import NOT_APPLICABLE, UNKNOWN
from app.maturity.text import N_
from app.maturity.voices.disagreement import Agreement, QuestionVoices, Voices
from app.maturity.voices.voice import OTHER, VoiceRole
from app.translations.wording import Wording

VOICE_ROLE_NAMES: dict[str, str] = {
    "communications": N_("Communications"),
    "security": N_("Security"),
    "hr": N_("Human resources"),
    "legal": N_("Legal"),
    "finance": N_("Finance"),
    "executive": N_("Senior management"),
    "operations": N_("Operations"),
    OTHER: N_("Another role"),
}


def role_words(role: VoiceRole, wording: Wording) -> str:
    """Return the name of a role, with its number if there are several of it: “Security 2”."""
    name = role.name or wording._(VOICE_ROLE_NAMES[role.id])
    return name if role.number is None else f"{name}\u00a0{role.number}"


def choice_words(choice: str | None, wording: Wording) -> str:
    """Return a choice in a few words, for example “2 Defined”; None is no answer."""
    return wording.answer_words(Answer(choice))


def said_words(said: QuestionVoices, wording: Wording) -> str:
    """Return what was said on a practice: the lowest and the highest level, and how many gave none."""
    choices = [each.answer.choice for each in said.given]
    counts = {choice: choices.count(choice) for choice in (UNKNOWN, NOT_APPLICABLE) if choice in choices}
    parts = [
        *([_levels(said, wording)] if said.levels else []),
        *(wording.label_value(choice_words(choice, wording), str(n)) for choice, n in counts.items()),
    ]
    return wording.join_items(parts) if parts else wording._("Nobody answered")


def _levels(said: QuestionVoices, wording: Wording) -> str:
    _ = wording._
    lowest, highest = (choice_words(str(f(said.levels)), wording) for f in (min, max))
    if said.spread is None:
        return _("One level given: %(level)s") % {"level": lowest}
    if not said.spread:
        return _("The same level from all who gave one: %(level)s") % {"level": lowest}
    return _("Levels from %(lowest)s to %(highest)s") % {"lowest": lowest, "highest": highest}


def agreement_words(agreement: Agreement | None, wording: Wording) -> str:
    """Return on how many practices the colleagues agree; empty if there is nothing to count."""
    _ = wording._
    if agreement is None:
        return ""
    if agreement.of == 1:
        return (
            _("The colleagues agree on the only practice on which at least two of them gave a level.")
            if agreement.agree
            else _("The colleagues disagree on the only practice on which at least two of them gave a level.")
        )
    sentence = _(
        "The colleagues agree on %(agree)s of the %(of)s practices on which at least two of them gave a"
        " level."
    )
    return sentence % {"agree": agreement.agree, "of": agreement.of}


def disputed_words(voices: Voices, wording: Wording) -> str:
    """Return on how many practices the colleagues disagree."""
    _ = wording._
    count = len(voices.disputed)
    if not count:
        return _("The colleagues disagree on no practice")
    if count == 1:
        return _("The colleagues disagree on one practice")
    return _("The colleagues disagree on %(count)s practices") % {"count": wording.number_word(count)}


def roles_words(voices: Voices, wording: Wording) -> str:
    """Return the roles whose answers count, as they stand in a sentence."""
    return wording.join_names(role_words(role, wording) for role in voices.roles)
