"""Overall readiness in words: its level, and what holds it back."""

from enum import Enum

from app.figures.domains import name_or_count
from app.maturity.questionnaire import Question
from app.maturity.scorecard import Scorecard
from app.maturity.scoring import CAPPED_LEVEL
from app.maturity.text import N_
from app.translations.wording import Wording


class _Lack(Enum):
    """What the failing gates lack: all of them an answer, some of them, or none."""

    ANSWERS = "answers"
    SOME_ANSWERS = "some answers"
    LEVELS = "levels"


# By what is lacking, and by whether several gates fail: the sentence if they cap the level, and if not.
_SENTENCES = {
    (_Lack.ANSWERS, False): (
        N_("The level is held at %(level)s until one must-have is answered: %(names)s."),
        N_(
            "One must-have is not answered yet: %(names)s. Until it is, the level cannot rise above"
            " %(level)s."
        ),
    ),
    (_Lack.ANSWERS, True): (
        N_("The level is held at %(level)s until %(count)s must-haves are answered: %(names)s."),
        N_(
            "There are %(count)s must-haves not answered yet: %(names)s. Until they are answered, the "
            "level cannot rise above %(level)s."
        ),
    ),
    (_Lack.SOME_ANSWERS, True): (
        N_("The level is held at %(level)s by %(count)s must-haves missing or not answered yet: %(names)s."),
        N_(
            "There are %(count)s must-haves missing or not answered yet: %(names)s. They do not lower "
            "the level, but until they are in place it cannot rise above %(level)s."
        ),
    ),
    (_Lack.LEVELS, False): (
        N_("The level is held at %(level)s by one must-have still missing: %(names)s."),
        N_(
            "One must-have is still missing: %(names)s. It does not lower the level, but until it is "
            "in place the level cannot rise above %(level)s."
        ),
    ),
    (_Lack.LEVELS, True): (
        N_("The level is held at %(level)s by %(count)s must-haves still missing: %(names)s."),
        N_(
            "There are still %(count)s must-haves missing: %(names)s. They do not lower the level, "
            "but until they are in place it cannot rise above %(level)s."
        ),
    ),
}


def overall_scale(wording: Wording) -> str:
    """Return what the number of overall readiness is of."""
    return wording._("of 100 points of overall readiness")


def level_words(card: Scorecard, wording: Wording) -> str:
    """Return the overall level, and that it is held there if failing gates cap it."""
    _, overall = wording._, card.overall
    if overall.level is None:
        return _("There is no score yet")
    sentence = _("Level held at %(level)s") if overall.is_capped else _("Level: %(level)s")
    return sentence % {"level": wording.level_name(overall.level)}


def held_back(card: Scorecard, wording: Wording) -> str:
    """Return what holds the result back, by the names of the practices."""
    _ = wording._
    if card.overall.score is None:
        return _("There is no score yet. It appears with your first answer other than “Not applicable”.")
    if card.overall.failing_gates:
        return _missing(card, wording)
    if not card.recommendations:
        return _("No must-have is missing, and every answered practice is at its target.")
    scored = [(each.score, each.domain) for each in card.domains if each.score]
    # Compared as they are shown, as in the sentence on the highest and lowest.
    least = min(score.rounded for score, _domain in scored)
    lowest = [wording.text(domain.name) for score, domain in scored if score.rounded == least]
    if len(lowest) == len(scored):
        return _("No must-have is missing.")
    sentence = _("No must-have is missing. The lowest domain score is %(score)s of 100 (%(domains)s).")
    return sentence % {"domains": name_or_count(lowest, wording), "score": least}


def level_meaning(card: Scorecard, wording: Wording) -> str | None:
    """Return what the overall level says of a practice that is at it, or None without a level."""
    level = card.overall.level
    if level is None:
        return None
    return wording._("For one practice, %(level)s means: “%(meaning)s”") % {
        "level": wording.level_name(level),
        "meaning": wording.text(wording.questionnaire.level_meanings[level]),
    }


def must_have_meaning(wording: Wording) -> str:
    """Return a sentence on what a must-have is."""
    sentence = wording._(
        "A must-have is a practice without which the overall level cannot rise above %(level)s."
    )
    return sentence % {"level": wording.level_name(CAPPED_LEVEL)}


def must_have_note(card: Scorecard, wording: Wording) -> str | None:
    """Return what a must-have is, or None if the sentence on what holds the result back says as much."""
    says_it = card.overall.failing_gates and not card.overall.is_capped
    return None if card.overall.score is None or says_it else must_have_meaning(wording)


def must_haves_title(card: Scorecard, wording: Wording) -> str:
    """Return the heading of the list of failing gates, which may lack a level or only an answer."""
    _, answered = wording._, answered_gates(card)
    if len(answered) == len(card.overall.failing_gates):
        return _("Must-haves still missing")
    return _("Must-haves missing or not answered yet") if answered else _("Must-haves not answered yet")


def answered_gates(card: Scorecard) -> tuple[Question, ...]:
    """Return the failing gates that are answered."""
    return tuple(each for each in card.overall.failing_gates if card.assessment.answer(each).is_given)


def _missing(card: Scorecard, wording: Wording) -> str:
    failing, answered = card.overall.failing_gates, answered_gates(card)
    lack = _Lack.SOME_ANSWERS if answered else _Lack.ANSWERS
    if len(answered) == len(failing):
        lack = _Lack.LEVELS
    capping, harmless = _SENTENCES[lack, len(failing) > 1]
    return wording._(capping if card.overall.is_capped else harmless) % {
        "level": wording.level_name(CAPPED_LEVEL),
        "count": wording.number_word(len(failing)),
        "names": wording.join_names(wording.text(each.name) for each in failing),
    }
