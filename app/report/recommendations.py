"""The recommendations in rank order: what, why, by whom, and the arithmetic behind the rank."""

from collections.abc import Iterator
from dataclasses import replace

from app.figures.roadmap import horizon, roadmap_finding
from app.maturity.recommendation import Recommendation
from app.maturity.scorecard import Scorecard
from app.report.beside import headed
from app.report.block import Block
from app.report.citation import citations, linked
from app.report.heading import Section
from app.report.prose import Prose, Span
from app.report.style import (
    LEAD,
    MAIN_BODY,
    MAIN_SMALL,
    MAIN_TITLE,
    RAIL_STRONG,
    RAIL_TEXT,
    RAIL_WARNING,
    RANK,
    SMALL,
)
from app.report.voice import Voice

# With air below what stands beside the rail, pdftotext takes the rail for a column and reads the steps first.
_CLOSE = replace(MAIN_BODY, after=0)


def section(voice: Voice) -> Section:
    """Give the section's heading."""
    return Section("recommendations", voice._("Recommendations"))


def recommendations(scorecard: Scorecard, voice: Voice) -> list[Block]:
    """List every practice below its target, most worthwhile first."""
    _ = voice._
    found = scorecard.recommendations
    if not found:
        return [section(voice), Prose(roadmap_finding(scorecard, _), LEAD)]
    lead = _("Practices below their target: %(count)s. The first: %(first)s") % {
        "count": len(found),
        "first": f"{found[0].question.id} {voice.says(found[0].question.name)}",
    }
    order = _(
        "Failing gates come first: while one stands below Defined, it holds the overall level at Defined."
        " Then comes the largest priority: gain × importance ÷ effort. Gain is the points of overall"
        " readiness won at the target; importance is 1 plus the largest share that names the subject; effort"
        " is 1 (days), 2 (weeks) or 4 (months). Sources are listed at the end, under their numbers."
    )
    blocks: list[Block] = [section(voice), Prose(lead, LEAD), Prose(order, SMALL)]
    for each in found:
        blocks.extend(_recommendation(each, voice))
    return blocks


def _recommendation(each: Recommendation, voice: Voice) -> Iterator[Block]:
    title = Prose(f"{each.question.id}  {voice.says(each.question.name)}", MAIN_TITLE)
    yield from headed(list(_rail(each, voice)), [title, *_paragraphs(each, voice)], level=2)


def _paragraphs(each: Recommendation, voice: Voice) -> Iterator[Prose]:
    _, question = voice._, each.question
    if each.answer.is_unknown:
        found = _("Today nobody could say, which counts as level 0. Find out first.")
        yield Prose(_labelled(_("Find out"), found), _CLOSE)
    else:
        yield Prose(_labelled(_("Today"), voice.says(question.levels[each.level])), _CLOSE)
    for number, step in enumerate(each.steps):
        style = MAIN_BODY if number else _CLOSE
        yield Prose(_labelled(voice.level(each.level + number + 1), voice.says(step)), style)
    yield Prose(_labelled(_("Why"), voice.says(question.why)), MAIN_BODY)
    # The items begin with a capital, so no semicolon joins them.
    evidence = " · ".join(voice.says(each) for each in question.evidence)
    yield Prose(_labelled(_("Evidence"), evidence), replace(MAIN_BODY, with_next=True))
    yield Prose(_arithmetic(each, voice), replace(MAIN_SMALL, with_next=bool(question.guidance)))
    if question.guidance:
        label = Span(_("Guidance") + "  ", strong=True)
        yield Prose([label, *citations(question.guidance, voice)], MAIN_SMALL)


def _labelled(label: str, words: str) -> list[Span]:
    return [Span(f"{label}  ", strong=True), Span(words)]


def _rail(each: Recommendation, voice: Voice) -> Iterator[Prose]:
    _ = voice._
    yield Prose(str(each.rank), RANK)
    if each.gate:
        yield Prose(_("Failing gate"), RAIL_WARNING)
    step = _("From %(level)s to %(target)s") % {
        "level": voice.level(each.level),
        "target": voice.level(each.target),
    }
    yield Prose(step, RAIL_STRONG)
    yield Prose(horizon(each.horizon_days, _), RAIL_TEXT)
    yield Prose(_("Effort: %(effort)s") % {"effort": voice.effort(each.effort)}, RAIL_TEXT)
    yield Prose(_("Gain: +%(gain)s") % {"gain": voice.decimal(each.gain)}, RAIL_TEXT)
    yield Prose(voice.owner(each.question.owner), RAIL_TEXT)


def _arithmetic(each: Recommendation, voice: Voice) -> list[Span]:
    _ = voice._
    gain = _(
        "Gain: (%(target)s − %(level)s) × 100 ÷ (4 × %(applicable)s × %(domains)s) = %(gain)s points."
    ) % {
        "target": each.target,
        "level": each.level,
        "applicable": each.applicable,
        "domains": each.domains,
        "gain": voice.value(each.gain),
    }
    priority = _("Priority: %(gain)s × %(importance)s ÷ %(effort)s = %(priority)s.") % {
        "gain": each.gain,
        "importance": each.importance,
        "effort": each.effort,
        "priority": voice.value(each.priority),
    }
    label = Span(voice._("Rank") + "  ", strong=True)
    return [label, Span(f"{gain} "), *_importance(each, voice), Span(f" {priority}")]


def _importance(each: Recommendation, voice: Voice) -> list[Span]:
    if each.finding is None:
        return [Span(voice._("Importance: 1, for no finding of the survey names it."))]
    figure = each.finding.figure
    words = voice._("Importance: %(importance)s, for %(finding)s (%(share)s in 2012, %(source)s).") % {
        "importance": " = ".join(filter(None, (each.importance_terms, voice.value(each.importance)))),
        "finding": voice.quoted(voice.says(each.finding.label)),
        "share": voice.says(figure.shown),
        "source": figure.id,
    }
    return linked(words)
