"""The results page: its sections, each with its finding as its heading, and what they show."""

from dataclasses import dataclass

from app.figures import exposure, peer_words, roadmap
from app.figures.domains import domain_finding
from app.maturity.peers.standings import PeerStandings
from app.maturity.scorecard import Scorecard
from app.translations.wording import Wording
from app.web import charts
from app.web.charts import ScorecardCharts
from app.web.peers import view
from app.web.peers.view import PeersView
from app.web.results import advice, opinion_words, trace
from app.web.results.advice import Advice
from app.web.results.opinion_words import OpinionWords
from app.web.results.trace import DomainTrace

# Without a score there is nothing to rank, plan or trace.
_NEEDS_SCORE = frozenset({"domains", "peers", "recommendations", "roadmap", "why"})
_NEEDS_ANSWER = frozenset({"not-applicable"})


@dataclass(frozen=True, slots=True)
class ResultsSection:
    """A numbered section with its finding as its heading.

    ``shows_scores`` marks a section with scores, which are interim until the assessment is complete.
    """

    id: str
    number: int
    title: str
    finding: str
    shows_scores: bool


@dataclass(frozen=True, slots=True)
class ResultsView:
    """A scorecard as its page shows it."""

    sections: tuple[ResultsSection, ...]
    charts: ScorecardCharts
    opinions: tuple[tuple[OpinionWords, ...], ...]
    advice: tuple[Advice, ...]
    traces: tuple[DomainTrace, ...]
    mean_terms: str
    peers: PeersView | None


def prepare(card: Scorecard, peers: PeerStandings | None, wording: Wording) -> ResultsView:
    """Return a scorecard as its page shows it, with its peers if it is complete."""
    return ResultsView(
        sections=sections(card, peers, wording),
        charts=charts.draw_scorecard_charts(card, wording),
        opinions=tuple(opinion_words.describe_opinion(result, wording) for result in card.opinions),
        advice=advice.advise(card, wording),
        traces=trace.domain_traces(card),
        mean_terms=trace.mean_terms(card),
        peers=view.own_peers(peers, wording) if peers else None,
    )


def sections(card: Scorecard, peers: PeerStandings | None, wording: Wording) -> tuple[ResultsSection, ...]:
    """Return the sections that have content."""
    _ = wording._
    everything = (
        ("position", _("Position"), _position(card, wording), True),
        ("domains", _domains_title(card, wording), domain_finding(card, wording), True),
        ("survey", _("The 2012 survey"), exposure.exposure_finding(card, wording), True),
        ("peers", _("Your peers"), _peers(peers, wording), False),
        ("recommendations", _("Recommendations"), _first(card, wording), True),
        ("roadmap", _("Roadmap"), roadmap.roadmap_finding(card, wording), False),
        ("targets", _("Targets"), _targets(card, wording), False),
        ("why", _("Why this score"), _mean(card, wording), True),
        ("not-applicable", _("Not applicable"), _left_out(card, wording), False),
        ("downloads", _("Downloads"), _("Keep the scorecard, and everything behind it"), False),
    )
    shown = [each for each in everything if _has_content(each[0], card)]
    return tuple(
        ResultsSection(id, number, title, finding, scored)
        for number, (id, title, finding, scored) in enumerate(shown, start=1)
    )


def _domains_title(card: Scorecard, wording: Wording) -> str:
    _ = wording._
    count = wording.number_word(len(card.questionnaire.domains))
    return _("%(count)s domains") % {"count": count.capitalize()}


def _has_content(section: str, card: Scorecard) -> bool:
    if section in _NEEDS_ANSWER:
        return card.answered > 0
    return card.overall.score is not None or section not in _NEEDS_SCORE


def _position(card: Scorecard, wording: Wording) -> str:
    _ = wording._
    overall = card.overall
    if overall.level is None or overall.uncapped_level is None:
        return _("There is no score yet")
    sentence = _("Overall readiness is at level %(level)s")
    if overall.is_capped:
        sentence = _("Overall readiness is at level %(level)s, held below %(uncapped)s by %(gates)s")
    return sentence % {
        "level": wording.level_name(overall.level),
        "uncapped": wording.level_name(overall.uncapped_level),
        "gates": ", ".join(question.id for question in overall.failing_gates),
    }


def _peers(peers: PeerStandings | None, wording: Wording) -> str:
    _ = wording._
    if peers is None:
        return _("An interim result has no position among peers")
    return peer_words.finding(peers.cohorts, wording)


def _first(card: Scorecard, wording: Wording) -> str:
    _ = wording._
    if not card.recommendations:
        return _("Every answered practice stands at its target")
    first = card.recommendations[0].question
    return _("First of %(count)s: %(id)s %(name)s") % {
        "count": len(card.recommendations),
        "id": first.id,
        "name": wording.text(first.name),
    }


def _targets(card: Scorecard, wording: Wording) -> str:
    _ = wording._
    lowest, highest = min(card.targets.values()), max(card.targets.values())
    if lowest == highest:
        return _("Every domain aims at %(level)s") % {"level": wording.level_name(lowest)}
    return _("The domains aim at levels from %(lowest)s to %(highest)s") % {
        "lowest": wording.level_name(lowest),
        "highest": wording.level_name(highest),
    }


def _mean(card: Scorecard, wording: Wording) -> str:
    _ = wording._
    score = card.overall.score
    sentence = _("%(score)s is the mean of the domain scores, all weighing the same")
    return sentence % {"score": score.rounded if score else ""}


def _left_out(card: Scorecard, wording: Wording) -> str:
    _ = wording._
    if not card.not_applicable:
        return _("No practice is left out")
    values = {"count": len(card.not_applicable), "all": card.asked}
    return _("Left out of every sum: %(count)s of %(all)s practices") % values
