"""How the numbers are made: the rules, and every sum in full. No other part of the document has sums."""

from app.maturity.answers import Answer
from app.maturity.scorecard import Scorecard
from app.maturity.scoring import DomainScore
from app.report.sections.number_tables import findings_sums, recommendation_sums
from app.translations.method_words import scoring_rules
from app.translations.wording import Wording
from app.typesetting.layout.block import Block
from app.typesetting.layout.heading import SectionHeading, Subheading
from app.typesetting.layout.paragraph import Paragraph, RichText, Span
from app.typesetting.layout.table_block import Column, TableBlock
from app.typesetting.tagged.tags import LISTED
from app.typesetting.text.style import BODY, LEAD, SMALL, Style


def numbers(scorecard: Scorecard, wording: Wording) -> list[Block]:
    """Return the rules and every sum, so that readers can repeat it by hand."""
    _ = wording._
    return [
        SectionHeading("numbers", _("How the numbers are made"), wording_only=True),
        Paragraph(_("Every score follows from the answers alone"), LEAD),
        *_rules(wording),
        *_domains(scorecard, wording),
        *_overall(scorecard, wording),
        *recommendation_sums(scorecard, wording),
        *findings_sums(scorecard, wording),
    ]


def _rules(wording: Wording) -> list[Block]:
    style = Style(after=3)
    return [
        Subheading("method", wording._("The rules"), wording_only=True),
        *(Paragraph(rule, style, path=LISTED, wording_only=True) for rule in scoring_rules(wording)),
    ]


def _domains(scorecard: Scorecard, wording: Wording) -> list[Block]:
    _ = wording._
    columns = (Column(_("Domain"), 140), Column(_("Levels chosen"), 170), Column(_("Score"), 170))
    rows = tuple(_row(each, scorecard, wording) for each in scorecard.domains)
    return [
        Subheading("domain-sums", _("The domain scores"), wording_only=True),
        TableBlock(columns, rows, after=6),
        Paragraph(
            _("“?”: “We don’t know”, which counts as 0; “–”: not applicable; “…”: not yet answered."),
            SMALL,
        ),
    ]  # fmt: skip


def _row(score: DomainScore, scorecard: Scorecard, wording: Wording) -> tuple[RichText, ...]:
    letter, name = score.domain.letter, wording.text(score.domain.name)
    questions = scorecard.questionnaire.questions_in(scorecard.assessment.profile.variant, letter)
    levels: list[Span] = []
    for question in questions:
        levels.append(Span(f"{question.id}\u00a0"))
        levels.append(Span(_sign(scorecard.assessment.answer(question)), strong=True))
        levels.append(Span("  "))
    domain = [Span(f"{letter}  ", strong=True), Span(name)]
    if score.score is None:
        return (domain, levels, wording._("No score"))
    total = f"100 × {score.points} ÷ {score.maximum_points}"
    return (domain, levels, f"{total} = {wording.format_fraction(score.score.exact)}")


def _sign(answer: Answer) -> str:
    if not answer.is_given:
        return "…"
    if not answer.applies:
        return "–"
    return "?" if answer.is_unknown else str(answer.points)


def _overall(scorecard: Scorecard, wording: Wording) -> list[Block]:
    _, overall = wording._, scorecard.overall
    if overall.score is None:
        return [Paragraph(_("Nothing is answered yet, so there is no score"), BODY)]
    scored = [each.score for each in scorecard.domains if each.score]
    total = " + ".join(str(score.exact) for score in scored)
    exact = wording.format_fraction(overall.score.exact)
    words = _("(%(sum)s) ÷ %(count)s = %(exact)s, shown as %(rounded)s.") % {
        "sum": total,
        "count": len(scored),
        "exact": exact,
        "rounded": overall.score.rounded,
    }
    return [
        Subheading("overall-sum", _("Overall readiness"), wording_only=True),
        Paragraph(words, BODY),
        *_level(scorecard, wording),
    ]


def _level(scorecard: Scorecard, wording: Wording) -> list[Block]:
    _, overall = wording._, scorecard.overall
    if overall.level is None or overall.uncapped_level is None:
        return []
    values = {
        "level": wording.level_name(overall.level),
        "uncapped": wording.level_name(overall.uncapped_level),
        "gates": wording.join_items(f"{gate.id} {wording.text(gate.name)}" for gate in overall.failing_gates),
    }
    if overall.is_capped:
        words = _("Level: %(uncapped)s by the score, held at %(level)s by missing must-haves: %(gates)s.")
    elif overall.failing_gates:
        words = _("Level: %(level)s. Must-haves still missing, which do not lower it: %(gates)s.")
    else:
        words = _("Level: %(level)s. No must-have holds it down.")
    return [Paragraph(words % values, BODY)]
