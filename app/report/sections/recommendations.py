"""The recommendations in rank order: action, reason, owner and the arithmetic of the rank."""

from collections.abc import Iterator
from dataclasses import replace

from app.figures.roadmap import roadmap_finding
from app.maturity.level import Level
from app.maturity.questionnaire import Question
from app.maturity.recommendation import Recommendation
from app.maturity.scorecard import Scorecard
from app.report.sections.citation import LINK_SEPARATOR
from app.report.sections.facts import recommendation_facts
from app.translations.advice_words import order_reasons
from app.translations.wording import Wording
from app.typesetting.layout.block import Block
from app.typesetting.layout.heading import SectionHeading
from app.typesetting.layout.paragraph import Paragraph, Span
from app.typesetting.layout.side_by_side import split_entry
from app.typesetting.tagged.links import Destination
from app.typesetting.text.style import FACTS, LEAD, MAIN_BODY, MAIN_SMALL, MAIN_TITLE, NUMBERED, RANK, SMALL


def recommendations(scorecard: Scorecard, wording: Wording) -> list[Block]:
    """Return every practice below its target, in rank order."""
    _ = wording._
    heading = SectionHeading("recommendations", _("Recommendations"), wording_only=True)
    ranked = scorecard.recommendations
    if not ranked:
        return [heading, Paragraph(roadmap_finding(scorecard, wording), LEAD)]
    lead = _("Practices below their target: %(count)s. The first: %(first)s") % {
        "count": len(ranked),
        "first": f"{ranked[0].question.id} {wording.text(ranked[0].question.name)}",
    }
    days, weeks, months = sorted(scorecard.questionnaire.efforts)
    order = _(
        "Failing gates come first: while one stands below Defined, it holds the overall level at Defined."
        " Then come the foundations below Defined, then all others; each part by priority: steps to the"
        " target × importance ÷ effort. No practice of the last part stands before one that it builds on"
        " and that is below Defined. Importance is 1 plus the largest share that names the subject, or"
        " 1 if none does; effort is %(days)s (days), %(weeks)s (weeks) or %(months)s (months). Each names the"
        " next step; those that follow up to the target are on the page of results. What stands today is said"
        " under “Answers and evidence”. The sources, F for that share and R for guidance, are listed at the"
        " end under their numbers."
    ) % {"days": days, "weeks": weeks, "months": months}
    blocks: list[Block] = [heading, Paragraph(lead, LEAD), Paragraph(order, SMALL, wording_only=True)]
    for each in ranked:
        blocks.extend(_recommendation(each, wording))
    return blocks


def possible_recommendations(question: Question, wording: Wording) -> Iterator[Block]:
    """Yield the wording of a practice’s recommendation from each level, without its numbers."""
    rank, facts = Paragraph("", RANK), Paragraph("", FACTS)
    for level in range(len(question.actions)):
        wordings = [_title(question, wording), facts, *_wordings(question, level, wording)]
        yield from split_entry([rank], wordings, level=2, indent=NUMBERED)


def _recommendation(each: Recommendation, wording: Wording) -> Iterator[Block]:
    rank = Paragraph(str(each.rank), RANK)
    step = wording._("From %(level)s to %(target)s") % {
        "level": wording.level_name(each.level),
        "target": wording.level_name(each.target),
    }
    yield from split_entry(
        [rank],
        [
            _title(each.question, wording),
            recommendation_facts(each, wording, step),
            *_paragraphs(each, wording),
        ],
        level=2,
        indent=NUMBERED,
    )


def _title(question: Question, wording: Wording) -> Paragraph:
    return Paragraph(f"{question.id}  {wording.text(question.name)}", MAIN_TITLE, wording_only=True)


def _paragraphs(each: Recommendation, wording: Wording) -> Iterator[Paragraph]:
    _ = wording._
    if each.answer.is_unknown:
        found = _("Today nobody could say, which counts as level 0.")
        yield Paragraph(_labelled(_("Find out"), found), MAIN_BODY)
    yield from _wordings(each.question, each.level, wording)
    if each.requirements:
        yield Paragraph(" ".join(order_reasons(each, wording)), MAIN_SMALL)
    yield Paragraph(_arithmetic(each, wording), MAIN_SMALL)


def _wordings(question: Question, level: int, wording: Wording) -> Iterator[Paragraph]:
    """Yield the next step from a level, the reason and the evidence, as the questionnaire words them."""
    _ = wording._
    step = _labelled(wording.level_name(level + 1), wording.text(question.actions[level]))
    yield Paragraph(step, MAIN_BODY, wording_only=True)
    yield Paragraph(_labelled(_("Why"), wording.text(question.why)), MAIN_BODY, wording_only=True)
    # The items begin with a capital, so no semicolon joins them.
    evidence = _labelled(_("Evidence"), " · ".join(wording.text(each) for each in question.evidence))
    yield Paragraph(evidence, replace(MAIN_BODY, keep_with_next=True), wording_only=True)


def _labelled(label: str, words: str) -> list[Span]:
    return [Span(f"{label}  ", strong=True), Span(words)]


def _arithmetic(each: Recommendation, wording: Wording) -> list[Span]:
    _ = wording._
    importance = f"({each.importance_terms})" if each.importance_terms else str(each.importance)
    priority = wording.format_fraction(each.priority)
    sums = f"({each.target} − {each.level}) × {importance} ÷ {each.effort} = {priority}; "
    sums += _(
        "gain (%(target)s − %(level)s) × 100 ÷ (%(highest)s × %(applicable)s × %(domains)s) = %(gain)s"
    ) % {
        "target": each.target,
        "level": each.level,
        "highest": max(Level),
        "applicable": each.applicable,
        "domains": each.scored_domains,
        "gain": wording.format_fraction(each.gain),
    }
    words = _labelled(_("Priority"), sums)
    cited = _sources(each, wording)
    label = Span("  " + _("Sources") + "  ", strong=True)
    return [*words, label, *cited] if cited else words


def _sources(each: Recommendation, wording: Wording) -> list[Span]:
    """Return citations of the share that the importance is based on, and of the guidance."""
    cited = []
    if each.finding is not None:
        figure = each.finding.figure
        share = wording._("%(share)s in 2012") % {"share": wording.text(figure.shown)}
        cited.append(
            Span(f"{figure.id}{LINK_SEPARATOR}", target=Destination(figure.id, f"{figure.id} {share}"))
        )
    if guidance := each.question.guidance:
        cited.append(Span(", ".join(guidance), target=Destination(guidance[0])))
    return cited
