"""The recommendations in rank order: what, why, by whom, and the arithmetic behind the rank."""

from collections.abc import Iterator
from dataclasses import replace

from app.figures.palette import INK, WARNING
from app.figures.roadmap import horizon, roadmap_finding
from app.maturity.recommendation import Recommendation
from app.maturity.scorecard import Scorecard
from app.report.beside import headed
from app.report.block import Block
from app.report.citation import guided, numbered
from app.report.heading import Section
from app.report.prose import Prose, Span
from app.report.style import (
    LEAD,
    MAIN_BODY,
    MAIN_SMALL,
    MAIN_TITLE,
    RAIL_TEXT,
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
        " readiness won at the target; importance is 1 plus the largest share that names the subject, or"
        " 1 if none does; effort is 1 (days), 2 (weeks) or 4 (months). What stands today is said under"
        " “Answers and evidence”. The sources, F for that share and R for guidance, are listed at the end"
        " under their numbers."
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
    for number, step in enumerate(each.steps):
        style = MAIN_BODY if number > 1 else _CLOSE
        yield Prose(_labelled(voice.level(each.level + number + 1), voice.says(step)), style)
    yield Prose(_labelled(_("Why"), voice.says(question.why)), MAIN_BODY)
    # The items begin with a capital, so no semicolon joins them.
    evidence = " · ".join(voice.says(each) for each in question.evidence)
    yield Prose(_labelled(_("Evidence"), evidence), replace(MAIN_BODY, with_next=True))
    yield Prose(_arithmetic(each, voice), MAIN_SMALL)


def _labelled(label: str, words: str) -> list[Span]:
    return [Span(f"{label}  ", strong=True), Span(words)]


def _rail(each: Recommendation, voice: Voice) -> Iterator[Prose]:
    _ = voice._
    yield Prose(str(each.rank), RANK)
    step = _("From %(level)s to %(target)s") % {
        "level": voice.level(each.level),
        "target": voice.level(each.target),
    }
    facts = (
        horizon(each.horizon_days, _),
        _("Effort: %(effort)s") % {"effort": voice.effort(each.effort)},
        _("Gain: +%(gain)s") % {"gain": voice.decimal(each.gain)},
    )
    gate = [Span(_("Failing gate") + "\n", strong=True, colour=WARNING)] if each.gate else []
    # Each short: pdftotext reads the rail before the title beside it, and a sentence would be out of place.
    yield Prose([*gate, Span(step, strong=True, colour=INK)], RAIL_TEXT)
    yield Prose("\n".join(facts), RAIL_TEXT)
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
    importance = _("Importance: %(importance)s.") % {
        "importance": " = ".join(filter(None, (each.importance_terms, voice.value(each.importance))))
    }
    priority = _("Priority: %(gain)s × %(importance)s ÷ %(effort)s = %(priority)s.") % {
        "gain": each.gain,
        "importance": each.importance,
        "effort": each.effort,
        "priority": voice.value(each.priority),
    }
    sums = _labelled(_("Rank"), f"{gain} {importance} {priority}")
    sources = _sources(each, voice)
    label = Span("  " + _("Sources") + "  ", strong=True)
    return [*sums, label, *numbered(sources)] if sources else sums


def _sources(each: Recommendation, voice: Voice) -> list[tuple[str, str]]:
    """Give the share that the importance rests on, and the guidance."""
    guidance = guided(each.question.guidance, voice)
    if each.finding is None:
        return guidance
    figure = each.finding.figure
    return [(figure.id, voice._("%(share)s in 2012") % {"share": voice.says(figure.shown)}), *guidance]
