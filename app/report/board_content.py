"""What a board reads, in words: its PDF and its web page show the same."""

from dataclasses import dataclass, replace

from app.figures import peer_words
from app.figures.domains import domain_finding
from app.figures.readiness_words import held_back, level_meaning, level_words, must_have_note, overall_scale
from app.figures.survey.table_words import board_sentences
from app.maturity.peers.standings import PeerStandings
from app.maturity.recommendation import Recommendation
from app.maturity.review import MONTHS_TO_REVIEW, USUAL_REVIEW, ReviewChoice, chosen_day, review_day
from app.maturity.rounds.history import NO_HISTORY, RoundHistory
from app.maturity.scorecard import Scorecard
from app.maturity.survey_table import build_survey_table
from app.report.rounds.trend_words import trend_finding
from app.report.task_words import due_words, effort_words, today_words
from app.translations.dates import format_day, format_month
from app.translations.wording import Wording


@dataclass(frozen=True, slots=True)
class BoardDecision:
    """One decision that the board is asked to take, and what it needs to know to take it."""

    rank: int
    decision: str
    practice: str
    today: str
    why: str | None
    owner: str
    day: str
    effort: str
    must_have: bool


@dataclass(frozen=True, slots=True)
class BoardContent:
    """The words of the board’s page; ``score`` and ``meaning`` are None without a score.

    ``interim`` is None for a complete result, ``peers`` where no position is published, ``trend`` where there
    are fewer than two rounds.
    """

    score: int | None
    scale: str
    level: str
    meaning: str | None
    interim: str | None
    domains: str
    held_back: str
    must_have: str | None
    decisions_title: str
    decisions_lead: str
    decisions: tuple[BoardDecision, ...]
    survey: tuple[str, ...]
    trend_title: str
    trend: str | None
    peers_title: str
    peers: str | None
    review: str
    full_report: str


def build_board_content(
    card: Scorecard,
    wording: Wording,
    standings: PeerStandings | None = None,
    history: RoundHistory = NO_HISTORY,
    review: ReviewChoice = USUAL_REVIEW,
) -> BoardContent:
    """Return the words of the board’s page of a scorecard, its peers, its rounds and its next review."""
    _, overall = wording._, card.overall
    return BoardContent(
        score=overall.score.rounded if overall.score else None,
        scale=overall_scale(wording),
        level=level_words(card, wording),
        meaning=level_meaning(card, wording),
        interim=_interim(card, wording),
        domains=f"{domain_finding(card, wording)}.",
        held_back=held_back(card, wording),
        must_have=must_have_note(card, wording),
        decisions_title=_("Decisions for the board"),
        decisions_lead=_decisions_lead(card, wording),
        decisions=tuple(_decision(each, card, wording) for each in card.decisions),
        survey=board_sentences(build_survey_table(card), wording),
        trend_title=_("Trend"),
        trend=f"{trend_finding(history, wording)}." if card.complete and history.trend else None,
        peers_title=_("Organisations that shared their scores"),
        peers=_peers(standings, wording),
        review=_review(card, wording, review),
        full_report=_("The full report is available from the sender of this page."),
    )


def _interim(card: Scorecard, wording: Wording) -> str | None:
    if card.complete:
        return None
    if card.answered < card.asked:
        return wording._("Based only on the answers given so far.")
    return wording._("All questions are answered. The result is interim until the assessment is completed.")


def _decisions_lead(card: Scorecard, wording: Wording) -> str:
    _ = wording._
    if card.decisions:
        return _("Please approve, amend or defer each decision.")
    if card.overall.score is None:
        return _("There is nothing to decide before the first answers are given.")
    return _("There is nothing to decide: every answered practice is at its target.")


def _decision(each: Recommendation, card: Scorecard, wording: Wording) -> BoardDecision:
    question = each.question
    return BoardDecision(
        rank=each.rank,
        # A version without decisions has the next step in its place.
        decision=wording.text(question.decision or each.actions[0]),
        practice=wording.text(question.name),
        today=wording.label_value(
            wording._("Answer") if each.answer.is_unknown else wording._("Level"), today_words(each, wording)
        ),
        why=wording.text(question.why),
        owner=wording.owner_name(question.owner),
        day=due_words(each, card, wording),
        effort=effort_words(each, wording),
        must_have=each.gate,
    )


def _peers(standings: PeerStandings | None, wording: Wording) -> str | None:
    """Return the position in the smallest cohort that has one."""
    for each in reversed(standings.cohorts if standings else ()):
        overall = each.standings[0]
        if standings and overall.position:
            sentence = wording._("%(cohort)s (%(count)s, %(month)s): your overall readiness is %(position)s.")
            return sentence % {
                "cohort": peer_words.cohort_name(each.cohort, wording),
                "count": peer_words.cohort_size(each.n, wording),
                "month": format_month(standings.month, wording.language),
                "position": peer_words.position_text(overall, wording),
            }
    return None


def without_reasons(content: BoardContent) -> BoardContent:
    """Return the words without the reasons of the decisions, for a page that has no room for them."""
    return replace(content, decisions=tuple(replace(each, why=None) for each in content.decisions))


def _review(card: Scorecard, wording: Wording, choice: ReviewChoice) -> str:
    _, day = wording._, review_day(choice, card.completed_on)
    if chosen_day(choice, card.completed_on) and day:
        return _("%(day)s, the date that your organisation chose.") % {
            "day": format_day(day, wording.language)
        }
    months = wording.number_word(MONTHS_TO_REVIEW)
    if day is None:
        return _("%(months)s months after the assessment is completed.") % {"months": months.capitalize()}
    values = {"day": format_day(day, wording.language), "months": months}
    return _("%(day)s, %(months)s months after the assessment was completed.") % values


def tick_words(wording: Wording) -> tuple[str, str, str]:
    """Return what a board may do with a decision, each with a box to tick."""
    _ = wording._
    return _("Approved"), _("Amended"), _("Deferred")
