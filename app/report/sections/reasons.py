"""Why this score: the sum of each domain, and the mean of all domains."""

from app.maturity.answers import Answer
from app.maturity.scorecard import Scorecard
from app.maturity.scoring import DomainScore
from app.translations.wording import Wording
from app.typesetting.layout.block import Block
from app.typesetting.layout.heading import SectionHeading
from app.typesetting.layout.paragraph import Paragraph, RichText, Span
from app.typesetting.layout.table_block import Column, TableBlock
from app.typesetting.text.style import BODY, LEAD, SMALL, Style


def reasons(scorecard: Scorecard, wording: Wording) -> list[Block]:
    """Return every sum in full, so that readers can repeat it by hand."""
    _ = wording._
    columns = (
        Column(_("Domain"), 118),
        Column(_("Levels answered"), 190),
        Column(_("Sum"), 86),
        Column(_("Score"), 86),
    )
    rows = tuple(_row(each, scorecard, wording) for each in scorecard.domains)
    return [
        SectionHeading("reasons", wording._("Why this score"), wording_only=True),
        Paragraph(_("Every score is a sum of answers; nothing else enters it"), LEAD),
        TableBlock(columns, rows),
        Paragraph(
            _("“?” is an answer “We don’t know”, which counts as 0; “–” does not apply; “…” awaits."), SMALL
        ),
        *_mean(scorecard, wording),
        *_level(scorecard, wording),
    ]


def _row(score: DomainScore, scorecard: Scorecard, wording: Wording) -> tuple[RichText, ...]:
    letter, name = score.domain.letter, wording.text(score.domain.name)
    questions = scorecard.questionnaire.questions_in(scorecard.assessment.profile.variant, letter)
    levels: list[Span] = []
    for question in questions:
        levels.append(Span(f"{question.id}\u00a0"))
        levels.append(Span(_sign(scorecard.assessment.answer(question)), strong=True))
        levels.append(Span("  "))
    total = wording._("%(points)s of %(most)s") % {"points": score.points, "most": score.maximum_points}
    domain = [Span(f"{letter}  ", strong=True), Span(name)]
    if score.score is None:
        return (domain, levels, "–", wording._("No score"))
    exact = f"{score.points} × 100 ÷ {score.maximum_points}"
    result = [Span(str(score.score.rounded), strong=True), Span(f"  ({score.score.exact})")]
    return (domain, levels, f"{total}\n{exact}", result)


def _sign(answer: Answer) -> str:
    if not answer.is_given:
        return "…"
    if not answer.applies:
        return "–"
    return "?" if answer.is_unknown else str(answer.points)


def _mean(scorecard: Scorecard, wording: Wording) -> list[Block]:
    scored = [each.score for each in scorecard.domains if each.score]
    overall = scorecard.overall.score
    if overall is None:
        return [Paragraph(wording._("Nothing is answered yet, so there is no score"), BODY)]
    total = " + ".join(str(score.exact) for score in scored)
    words = wording._("Overall readiness: (%(sum)s) ÷ %(count)s = %(exact)s, shown as %(rounded)s.") % {
        "sum": total,
        "count": len(scored),
        "exact": overall.exact,
        "rounded": overall.rounded,
    }
    return [Paragraph(words, Style(before=8))]


def _level(scorecard: Scorecard, wording: Wording) -> list[Block]:
    _, overall = wording._, scorecard.overall
    if overall.level is None or overall.uncapped_level is None:
        return []
    values = {
        "level": wording.level_name(overall.level),
        "uncapped": wording.level_name(overall.uncapped_level),
        "gates": ", ".join(gate.id for gate in overall.failing_gates),
    }
    if overall.is_capped:
        words = _("Level: %(uncapped)s by the score, held at %(level)s by the gates %(gates)s.") % values
    elif overall.failing_gates:
        words = _("Level: %(level)s. Open gates that lower nothing today: %(gates)s.") % values
    else:
        words = _("Level: %(level)s. No gate holds it down.") % values
    return [Paragraph(words, BODY)]
