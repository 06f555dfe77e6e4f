"""The words of the survey’s table: what the sector said, what we say, what we do, and where they part."""

from collections.abc import Sequence

from app.figures import pulse_words
from app.maturity.level import Level
from app.maturity.pulse.results import OptionResult
from app.maturity.survey_table import SurveyRow, widest_gap
from app.maturity.text import N_
from app.translations.wording import Wording

# What the sector said of each finding; a finding that is not listed is told by its label.
_SAID = {
    "importance": N_(
        "In 2012, %(share)s of respondents called it very important or essential to improve online presence"
    ),
    "intention": N_("In 2012, %(share)s of respondents said they would act to increase their presence"),
    "brand_awareness": N_(
        "In 2012, %(share)s of respondents believed that social media can increase brand awareness"
    ),
    "recruitment": N_("In 2012, %(share)s of respondents believed that social media helps recruitment"),
    "thought_leadership": N_(
        "In 2012, %(share)s of respondents saw social media as a chance to become a thought leader"
    ),
    "hostility": N_("In 2012, %(share)s of respondents feared becoming a focus of hostile comment"),
}


def finding(rows: Sequence[SurveyRow], wording: Wording) -> str:
    """Return a sentence on how many of the answered subjects are practised below Applied."""
    _ = wording._
    answered = [row for row in rows if row.result]
    behind = sum(row.lags for row in answered)
    if not answered:
        return _("You have not answered any question on a subject of the 2012 survey yet")
    sentence = _("Your practice is at least %(level)s on every subject of the 2012 survey that you answered")
    if behind and len(answered) == len(rows):
        sentence = _("Your practice is not yet %(level)s on %(count)s of %(all)s subjects of the 2012 survey")
    elif behind:
        sentence = _(
            "You answered questions on %(answered)s of %(all)s subjects of the 2012 survey; on %(count)s of"
            " these your practice is not yet %(level)s"
        )
        if len(answered) == 1:
            sentence = _(
                "You answered questions on one of %(all)s subjects of the 2012 survey; on that one your"
                " practice is not yet %(level)s"
            )
    return sentence % {
        "level": wording.level_name(Level.APPLIED),
        "count": wording.number_word(behind),
        "answered": wording.number_word(len(answered)),
        "all": wording.number_word(len(rows)),
    }


def sector_sentence(row: SurveyRow, wording: Wording) -> str:
    """Return what the sector said, as a sentence."""
    return f"{_said(row, wording)}."


def own_sentences(row: SurveyRow, wording: Wording) -> tuple[str, ...]:
    """Return what we say: our own answer, then the share of our colleagues with interval and verdict."""
    own = f"{_own_view(row, wording)}."
    if row.colleagues is None:
        return (own,)
    values = {
        "share": pulse_words.share_text(row.colleagues.share, wording),
        "verdict": pulse_words.verdict_text(row.colleagues, wording),
    }
    return (own, wording._("Your colleagues: %(share)s: %(verdict)s.") % values)


def practice_words(row: SurveyRow, wording: Wording) -> str:
    """Return the level of our practice, or why none is shown."""
    if row.all_unknown:
        return wording._("We don’t know")
    return _without_level(row, wording) if row.level is None else wording.level_name(row.level)


def practice_names(row: SurveyRow, wording: Wording) -> tuple[str, ...]:
    """Return the practices that the level comes from, by number and name."""
    return tuple(f"{question.id} {wording.text(question.name)}" for question in row.practices)


def parting_sentences(row: SurveyRow, wording: Wording) -> str:
    """Return what the sector said, what we say and what we do, in two sentences."""
    return f"{sector_sentence(row, wording)} {own_side_sentence(row, wording)}"


def own_side_sentence(row: SurveyRow, wording: Wording) -> str:
    """Return what we say and what we do in one sentence, to stand beside what the sector said."""
    _ = wording._
    values = {"said": _say(row, wording), "done": _do(row, wording)}
    agrees = row.colleagues is None and row.own is not None and row.own.agrees
    sentence = _("%(said)s, but %(done)s.") if agrees and row.lags else _("%(said)s; %(done)s.")
    return sentence % values


def board_sentences(rows: Sequence[SurveyRow], wording: Wording) -> tuple[str, str]:
    """Return the survey for a board in two lines: who was asked and how we do, then the widest gap."""
    survey = wording.questionnaire.survey
    asked = wording._(
        "In 2012, %(issuer)s asked %(sample)s what they thought of social media in defence."
    ) % {
        "issuer": survey.issuer,
        "sample": wording.text(survey.sample),
    }
    widest = widest_gap(tuple(rows))
    overall = f"{finding(rows, wording)}."
    return (f"{asked} {overall}", parting_sentences(widest, wording)) if widest else (asked, overall)


def _said(row: SurveyRow, wording: Wording) -> str:
    sentence = _SAID.get(row.finding.name)
    share = wording.text(row.finding.figure.shown)
    if sentence is None:
        return wording._("%(share)s in 2012: %(finding)s") % {
            "share": share[0].upper() + share[1:],
            "finding": wording.text(row.finding.label),
        }
    return wording._(sentence) % {"share": share}


def _say(row: SurveyRow, wording: Wording) -> str:
    return _own_view(row, wording) if row.colleagues is None else _colleagues(row.colleagues, wording)


def _own_view(row: SurveyRow, wording: Wording) -> str:
    _ = wording._
    if row.own is None:
        return _("You gave no opinion of your own")
    if row.own.agrees:
        return _("You say the same")
    if row.own.question.many:
        return _("You did not choose this answer")
    return _("You answered “%(answer)s”") % {"answer": wording.text(row.own.chosen[0].label)}


def _colleagues(option: OptionResult, wording: Wording) -> str:
    return wording._("Among your colleagues the share is %(share)s, %(verdict)s") % {
        "share": pulse_words.format_percent(option.share.exact, wording),
        "verdict": pulse_words.verdict_text(option, wording),
    }


def _do(row: SurveyRow, wording: Wording) -> str:
    if row.all_unknown:
        return wording._("you do not know the level of your practice on this subject")
    if row.level is None:
        words = _without_level(row, wording)
        return words[0].lower() + words[1:]
    return wording._("your practice on this subject is %(level)s") % {"level": wording.level_name(row.level)}


def _without_level(row: SurveyRow, wording: Wording) -> str:
    _ = wording._
    if not row.asked:
        return _("This assessment does not ask about your practice on this subject")
    if row.all_left_out:
        return _("No practice on this subject applies to you")
    return _("You have not answered the questions on this subject yet")
