"""The pages of the results, and the sections that each shows, with their findings in words."""

from collections.abc import Callable
from dataclasses import dataclass

from app.figures import peer_words, roadmap
from app.figures.domains import domain_finding
from app.figures.survey import table_words
from app.maturity.scorecard import Scorecard
from app.translations.wording import Wording
from app.web.results.results_view import ResultsView

# The sections of each page, in the order in which the page with everything shows them too.
SECTIONS_OF_PAGE = {
    "recommendations": ("roadmap", "recommendations"),
    "domains": ("domains", "targets", "not-applicable"),
    "survey": ("survey",),
    "peers": ("peers",),
    "why": ("why", "order", "weighted"),
}
# Without a score there is nothing to rank, plan or trace.
_WITHOUT_SCORE = frozenset({"results", "survey"})


@dataclass(frozen=True, slots=True)
class ResultsPage:
    """A page of the results: the endpoint and the section of its address, its title, and what it is for."""

    name: str
    endpoint: str
    title: str
    about: str


@dataclass(frozen=True, slots=True)
class ResultsSection:
    """A section with its finding; ``shows_scores`` marks scores, which are interim until completion."""

    id: str
    title: str
    finding: str
    shows_scores: bool = True


def result_pages(card: Scorecard, wording: Wording) -> tuple[ResultsPage, ...]:
    """Return the pages that have something to show, in the order of the side list."""
    _ = wording._
    section = "results.section"
    everything = (
        ResultsPage("results", "results.results", _("Summary"), ""),
        ResultsPage("recommendations", section, _("Recommendations"), _recommendations(card, wording)),
        ResultsPage(
            "plan",
            "plan.plan",
            _("Plan"),
            _("What is to be done, by whom and by when, and what has been done."),
        ),
        ResultsPage(
            "board",
            "results.board",
            _("Board page"),
            _("The position and the decisions that the board is asked to take."),
        ),
        ResultsPage("domains", section, _("Domains"), _("The score, level and target of each domain.")),
        ResultsPage(
            "survey",
            section,
            _("The 2012 survey"),
            _("What the sector said in 2012, and what you think and do."),
        ),
        ResultsPage(
            "peers",
            section,
            _("Your peers"),
            _("Your scores beside those of organisations that share theirs."),
        ),
        ResultsPage(
            "trend",
            "results.trend",
            _("What changed"),
            _("The change since the round before, practice by practice."),
        ),
        ResultsPage(
            "what-if",
            "what_if.what_if",
            _("What if?"),
            _("The scores that you would have after carrying out some of the recommendations."),
        ),
        ResultsPage(
            "why",
            section,
            _("Why this score"),
            _("Every sum behind the scores and behind the order of the recommendations."),
        ),
        ResultsPage(
            "all",
            "results.everything",
            _("Everything on one page"),
            _("All of this and your answers, to print."),
        ),
    )
    if card.overall.score:
        return everything
    return tuple(each for each in everything if each.name in _WITHOUT_SCORE)


def describe_sections(view: ResultsView, *pages: str) -> tuple[ResultsSection, ...]:
    """Return the sections of some pages; those that need a score are left out without one."""
    shown = (page for page in pages if view.card.overall.score or page in _WITHOUT_SCORE)
    return tuple(_SECTIONS[id](view) for page in shown for id in SECTIONS_OF_PAGE[page])


def _recommendations(card: Scorecard, wording: Wording) -> str:
    _ = wording._
    count = len(card.recommendations)
    if not count:
        return _("Every answered practice is at its target")
    sentence = _("%(count)s practices to improve, in order: what to do, who does it, and by when.")
    if count == 1:
        sentence = _("One practice to improve: what to do, who does it, and by when.")
    return sentence % {"count": count}


def _domains(view: ResultsView) -> ResultsSection:
    return ResultsSection("domains", view.wording._("Domains"), domain_finding(view.card, view.wording))


def _survey(view: ResultsView) -> ResultsSection:
    finding = table_words.finding(view.survey_rows, view.wording)
    return ResultsSection("survey", view.wording._("The 2012 survey"), finding)


def _peers(view: ResultsView) -> ResultsSection:
    _ = view.wording._
    finding = _("An interim result has no position among peers")
    if view.standings:
        finding = peer_words.finding(view.standings.cohorts, view.wording)
    return ResultsSection("peers", _("Your peers"), finding, shows_scores=False)


def _advice(view: ResultsView) -> ResultsSection:
    _, card = view.wording._, view.card
    finding = _("Every answered practice is at its target")
    if card.recommendations:
        finding = _(
            "Missing must-haves first, then weak foundations, on which most others depend, then all others"
        )
    return ResultsSection("recommendations", _("Each recommendation"), finding, shows_scores=False)


def _roadmap(view: ResultsView) -> ResultsSection:
    finding = roadmap.roadmap_finding(view.card, view.wording)
    return ResultsSection("roadmap", view.wording._("Recommendations"), finding)


def _targets(view: ResultsView) -> ResultsSection:
    _ = view.wording._
    levels = view.card.targets.values()
    lowest, highest = (view.wording.level_name(level) for level in (min(levels), max(levels)))
    finding = _("The domains aim at levels from %(lowest)s to %(highest)s")
    if lowest == highest:
        finding = _("Every domain aims at %(lowest)s")
    words = {"lowest": lowest, "highest": highest}
    return ResultsSection("targets", _("Targets"), finding % words, shows_scores=False)


def _why(view: ResultsView) -> ResultsSection:
    _, score = view.wording._, view.card.overall.score
    sentence = _("%(score)s is the mean of the domain scores; all domains have the same weight")
    return ResultsSection("why", _("Why this score"), sentence % {"score": score.rounded if score else ""})


def _order(view: ResultsView) -> ResultsSection:
    _ = view.wording._
    finding = _(
        "Missing must-haves first, then weak foundations, on which most others depend, then all others"
    )
    return ResultsSection("order", _("Why this order"), finding, shows_scores=False)


def _weighted(view: ResultsView) -> ResultsSection:
    _ = view.wording._
    finding = _("Your practices, weighted by what mattered to the sector in 2012")
    return ResultsSection("weighted", _("Survey-weighted readiness"), finding)


def _left_out(view: ResultsView) -> ResultsSection:
    _, card = view.wording._, view.card
    finding = _("Every practice that was answered applies")
    if card.not_applicable:
        values = {"count": len(card.not_applicable), "all": card.asked}
        finding = _("Not counted: %(count)s of %(all)s practices") % values
    return ResultsSection("not-applicable", _("Not applicable"), finding, shows_scores=False)


_SECTIONS: dict[str, Callable[[ResultsView], ResultsSection]] = {
    "roadmap": _roadmap,
    "recommendations": _advice,
    "domains": _domains,
    "targets": _targets,
    "not-applicable": _left_out,
    "survey": _survey,
    "peers": _peers,
    "why": _why,
    "order": _order,
    "weighted": _weighted,
}
