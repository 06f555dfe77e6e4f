"""The recommendations in rank order: what, why, by whom, and the arithmetic behind the rank."""

from collections.abc import Iterator
from dataclasses import replace

from app.figures.roadmap import roadmap_finding
from app.maturity.recommendation import Recommendation
from app.maturity.scorecard import Scorecard
from app.report.sections.citation import APART
from app.report.sections.facts import facts
from app.translations.wording import Voice
from app.typesetting.layout.block import Block
from app.typesetting.layout.heading import Section
from app.typesetting.layout.paragraph import Prose, Span
from app.typesetting.layout.side_by_side import headed
from app.typesetting.tagged.links import Place
from app.typesetting.text.style import LEAD, MAIN_BODY, MAIN_SMALL, MAIN_TITLE, NUMBERED, RANK, SMALL


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
        " 1 if none does; effort is 1 (days), 2 (weeks) or 4 (months). Each names the next step; those that"
        " follow up to the target are on the page of results. What stands today is said under “Answers and"
        " evidence”. The sources, F for that share and R for guidance, are listed at the end under their"
        " numbers."
    )
    blocks: list[Block] = [section(voice), Prose(lead, LEAD), Prose(order, SMALL)]
    for each in found:
        blocks.extend(_recommendation(each, voice))
    return blocks


def _recommendation(each: Recommendation, voice: Voice) -> Iterator[Block]:
    rank = Prose(str(each.rank), RANK)
    step = voice._("From %(level)s to %(target)s") % {
        "level": voice.level(each.level),
        "target": voice.level(each.target),
    }
    title = Prose(f"{each.question.id}  {voice.says(each.question.name)}", MAIN_TITLE)
    yield from headed(
        [rank], [title, facts(each, voice, step), *_paragraphs(each, voice)], level=2, indent=NUMBERED
    )


def _paragraphs(each: Recommendation, voice: Voice) -> Iterator[Prose]:
    _, question = voice._, each.question
    if each.answer.is_unknown:
        found = _("Today nobody could say, which counts as level 0.")
        yield Prose(_labelled(_("Find out"), found), MAIN_BODY)
    yield Prose(_labelled(voice.level(each.level + 1), voice.says(each.steps[0])), MAIN_BODY)
    yield Prose(_labelled(_("Why"), voice.says(question.why)), MAIN_BODY)
    # The items begin with a capital, so no semicolon joins them.
    evidence = " · ".join(voice.says(each) for each in question.evidence)
    yield Prose(_labelled(_("Evidence"), evidence), replace(MAIN_BODY, with_next=True))
    yield Prose(_arithmetic(each, voice), MAIN_SMALL)


def _labelled(label: str, words: str) -> list[Span]:
    return [Span(f"{label}  ", strong=True), Span(words)]


def _arithmetic(each: Recommendation, voice: Voice) -> list[Span]:
    _ = voice._
    importance = voice.value(each.importance)
    if each.importance_terms:
        importance = f"({each.importance_terms} = {importance})"
    sums = _("gain (%(target)s − %(level)s) × 100 ÷ (4 × %(applicable)s × %(domains)s) = %(gain)s; ") % {
        "target": each.target,
        "level": each.level,
        "applicable": each.applicable,
        "domains": each.domains,
        "gain": voice.value(each.gain),
    }
    sums += f"{each.gain} × {importance} ÷ {each.effort} = {voice.value(each.priority)}"
    words = _labelled(_("Priority"), sums)
    cited = _sources(each, voice)
    label = Span("  " + _("Sources") + "  ", strong=True)
    return [*words, label, *cited] if cited else words


def _sources(each: Recommendation, voice: Voice) -> list[Span]:
    """Cite the share that the importance rests on, and the guidance."""
    cited = []
    if each.finding is not None:
        figure = each.finding.figure
        share = voice._("%(share)s in 2012") % {"share": voice.says(figure.shown)}
        cited.append(Span(f"{figure.id}{APART}", target=Place(figure.id, f"{figure.id} {share}")))
    if guidance := each.question.guidance:
        cited.append(Span(", ".join(guidance), target=Place(guidance[0])))
    return cited
