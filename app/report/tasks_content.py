"""What is asked of one role, in words: its PDF and its web page begin with the same."""

from dataclasses import dataclass

from app.maturity.level import Level
from app.maturity.outlook.asked import asked_of
from app.maturity.recommendation import Recommendation
from app.maturity.scorecard import Scorecard
from app.maturity.scoring import CAPPED_LEVEL
from app.translations.wording import Wording


@dataclass(frozen=True, slots=True)
class TasksContent:
    """The words above the recommendations of a role, and these in the order of rank.

    ``background`` explains to people who have seen nothing else of the assessment what they read.
    """

    title: str
    lead: str
    background: str
    recommendations: tuple[Recommendation, ...]


def build_tasks_content(card: Scorecard, owner: str, wording: Wording) -> TasksContent:
    """Return what is asked of a role."""
    asked = asked_of(card, owner)
    title = wording._("%(role)s: what is asked of you") % {"role": wording.owner_name(owner)}
    return TasksContent(title, _lead(asked, wording), _background(asked, wording), asked)


def _lead(asked: tuple[Recommendation, ...], wording: Wording) -> str:
    _ = wording._
    if not asked:
        return _(
            "Nothing is asked of you: no answered practice that you are responsible for is below its target."
        )
    if len(asked) == 1:
        return _("One practice that you are responsible for is below its target.")
    count = wording.number_word(len(asked)).capitalize()
    return _(
        "%(count)s practices that you are responsible for are below their target. Begin with the first."
    ) % {"count": count}


def _background(asked: tuple[Recommendation, ...], wording: Wording) -> str:
    _ = wording._
    words = {
        "lowest": wording.level_name(Level.ABSENT),
        "highest": wording.level_name(Level.PROVEN),
        "most": int(Level.PROVEN),
        "cap": wording.level_name(CAPPED_LEVEL),
    }
    scale = _(
        "An assessment of the organisation’s social media policy rated each practice from 0 (%(lowest)s) to"
        " %(most)s (%(highest)s)."
    )
    must_have = _(
        "A must-have is a practice without which the organisation’s level cannot rise above %(cap)s."
    )
    sentences = (scale, must_have) if any(each.gate for each in asked) else (scale,)
    return " ".join(sentence % words for sentence in sentences)
