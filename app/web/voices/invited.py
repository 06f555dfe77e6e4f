"""What the owner’s page shows of each voice: its role, its domains and how far it is, and texts to send."""

from dataclasses import dataclass
from datetime import date

from app.maturity import wizard
from app.maturity.questionnaire import Domain, Questionnaire
from app.maturity.voices.voice import VoiceRole, number_voices, still_unanswered
from app.storage.voices.voices import OwnerVoices
from app.translations.voice_words import role_words
from app.translations.wording import Wording
from app.web.voices.voice_view import asked_in


@dataclass(frozen=True, slots=True)
class InvitedView:
    """One voice: how many of its questions are answered, and the days of its last save and of its end."""

    id: str
    role: str
    domains: tuple[Domain, ...]
    is_asked_all: bool
    answered: int
    asked: int
    has_begun: bool
    made_on: date
    saved_on: date | None
    finished_on: date | None


def describe_voices(present: OwnerVoices, variant: str, wording: Wording) -> tuple[InvitedView, ...]:
    """Return the voices in the order of their invitation, those of one role numbered."""
    numbered = number_voices(present.heard.invited)
    views = []
    for each, voice in zip(present.voices, numbered, strict=True):
        domains, questions = asked_in(wording.questionnaire, variant, each.link.domains)
        missing = len(still_unanswered(voice, questions))
        views.append(
            InvitedView(
                each.link.id,
                role_words(voice.role, wording),
                domains,
                len(questions) == len(wording.questionnaire.questions_in(variant)),
                len(questions) - missing,
                len(questions),
                voice.has_begun,
                each.link.made_on,
                each.stored.saved_on,
                each.stored.finished_on,
            )
        )
    return tuple(views)


def mail_text(address: str, role: VoiceRole, letters: str, variant: str, wording: Wording) -> str:
    """Return a text that brings the link of a voice to its reader."""
    _ = wording._
    domains, questions = asked_in(wording.questionnaire, variant, letters)
    names = "\n".join(f"- {domain.letter} {wording.text(domain.name)}" for domain in domains)
    ask = _("Please answer these domains for the role “%(role)s”, from what you know yourself:")
    time = _(
        "This takes about %(minutes)s minutes. You can stop at any time and come back with the same link."
    )
    return "\n\n".join(
        (
            _("Subject: your independent answers on our use of social media"),
            _("Hello,"),
            _(
                "We are checking how ready our organisation is to use social media. Several of us answer the"
                " same questions independently, each alone, so that we see where our views differ."
            ),
            f"{ask % {'role': role_words(role, wording)}}\n{names}",
            time % {"minutes": wizard.expected_minutes(len(questions))},
            _(
                "This is not anonymous: the owners of the assessment see your answers and comments with your"
                " role. Your colleagues who answer too do not see them there."
            ),
            address,
            _("The page first says what is asked. Nothing opens until you press the button."),
            _("Please do not pass on the link in this e-mail: it is for you alone."),
            _("Thank you."),
        )
    )


def reminder_text(wording: Wording) -> str:
    """Return a text that reminds a colleague, without the link, which is not stored."""
    _ = wording._
    return "\n\n".join(
        (
            _("Subject: reminder of your independent answers on our use of social media"),
            _("Hello,"),
            _(
                "I sent you a link to some questions on our use of social media, for you to answer for"
                " your role. Please answer them and press “I have finished”. What you have saved is still"
                " there: the same link brings you back."
            ),
            _("If you have lost the link, tell me, and I will send you a new one."),
            _("Thank you."),
        )
    )


def asked_letters(questionnaire: Questionnaire, variant: str) -> str:
    """Return the letters of the domains in which a variant asks something."""
    domains, _questions = asked_in(
        questionnaire, variant, "".join(each.letter for each in questionnaire.domains)
    )
    return "".join(each.letter for each in domains)
