"""The method of the scores, and the sources of all figures and guidance."""

from collections.abc import Container, Iterator

from app.maturity.level import THRESHOLDS, Level
from app.maturity.scorecard import Scorecard
from app.maturity.survey import Figure
from app.report.sections.citation import guidance_spans, link_figures, source_entry
from app.report.sections.levels import levels_heading, levels_table
from app.report.sections.provenance import confidence_key, source_words
from app.translations.numerals import format_decimal
from app.translations.wording import Wording, quote
from app.typesetting.layout.block import Block
from app.typesetting.layout.heading import SectionHeading, Subheading
from app.typesetting.layout.paragraph import Paragraph, Span
from app.typesetting.tagged.links import Address
from app.typesetting.tagged.tags import LISTED
from app.typesetting.text.style import SMALL, Style

_HEAD = Style(before=7, after=1, keep_with_next=True)
_ENTRY = Style(8.8, 12, after=5)


def sources(scorecard: Scorecard, wording: Wording) -> list[Block]:
    """Return the method in brief, the survey’s figures and the guidance."""
    return [
        SectionHeading("sources", wording._("Method and sources"), wording_only=True),
        *_method(wording),
        *_survey(wording),
        *_guidance(scorecard, wording),
    ]


def _method(wording: Wording) -> list[Block]:
    _, questionnaire = wording._, wording.questionnaire
    gates = [each.id for domain in questionnaire.domains for each in domain.questions if each.gate]
    rules = (
        _("Domain score: 100 × the sum of the levels ÷ (%(highest)s × the applicable answered practices).")
        % {"highest": max(Level)},
        _("Overall readiness: the mean of the domain scores that exist; all domains weigh the same."),
        _("Level of a score: %(bands)s, else %(highest)s; tested on the exact value.")
        % {"bands": _bands(wording), "highest": wording.level_name(max(Level))},
        _("While one of the gates %(gates)s stands below Defined, the overall level is capped at Defined.")
        % {"gates": ", ".join(gates)},
        _("“We don’t know” counts as level 0. What does not apply leaves every sum, with its reason."),
        _("All sums are exact fractions; a number is rounded once, when it is shown, and halves go up."),
    )  # fmt: skip
    return [
        Subheading("method", _("How the scores are made"), wording_only=True),
        *(Paragraph(rule, Style(after=3), path=LISTED, wording_only=True) for rule in rules),
        levels_heading(wording),
        Paragraph(wording.text(questionnaire.answering_rule), Style(keep_with_next=True), wording_only=True),
        levels_table(wording),
    ]


def _bands(wording: Wording) -> str:
    """Return the levels below the highest, each with its upper bound."""
    return ", ".join(
        wording._("below %(threshold)s %(level)s")
        % {"threshold": format_decimal(threshold, 1, wording.language), "level": wording.level_name(level)}
        for level, threshold in enumerate(THRESHOLDS)
    )


def _survey(wording: Wording) -> Iterator[Block]:
    _, survey = wording._, wording.questionnaire.survey
    yield Subheading("figures", _("The figures of the 2012 survey"), wording_only=True)
    words = _("%(title)s, %(issuer)s, 2012: %(sample)s; %(mix)s.") % {
        "title": survey.title,
        "issuer": survey.issuer,
        "sample": wording.text(survey.sample),
        "mix": wording.text(survey.mix),
    }
    known = ", ".join((survey.sample_figure, *survey.mix_figures))
    yield Paragraph(link_figures(f"{words} {known}."), wording_only=True)
    yield confidence_key(wording)
    yield Paragraph(
        _("The address of a source stands with the first figure that comes from it."),
        SMALL,
        wording_only=True,
    )
    addressed: set[str] = set()
    for figure in survey.figures.values():
        yield from _figure(figure, wording, addressed=figure.address not in addressed)
        addressed.add(figure.address)


def _figure(figure: Figure, wording: Wording, *, addressed: bool) -> Iterator[Block]:
    _ = wording._
    head = [
        Span(f"{figure.id}  {wording.text(figure.shown)}  ", strong=True),
        Span(f"{wording.text(figure.claim)}."),
    ]
    quoted_in = _("Quoted in English: ") if figure.quote_language == "en" else _("Quoted in French: ")
    foreign = figure.quote_language if figure.quote_language != wording.language else None
    quoted = Span(quote(figure.quote, figure.quote_language), language=foreign)
    spans = [Span(f"{source_words(figure, wording)} {quoted_in}"), quoted, Span(". ")]
    if figure.caution:
        spans += link_figures(f"{wording.text(figure.caution)} ")
    if addressed:
        spans.append(Span(figure.address, target=Address(figure.address)))
    yield from source_entry(figure.id, (head, _HEAD), (spans, SMALL))


def _guidance(scorecard: Scorecard, wording: Wording) -> Iterator[Block]:
    cited_ids = {id for each in scorecard.recommendations for id in each.question.guidance}
    if not cited_ids:
        return
    yield Subheading("guidance", wording._("The guidance that the recommendations cite"), wording_only=True)
    yield Paragraph(
        wording._(
            "A pointer, not legal advice. A title in colour leads to the address where the text was read."
        )
    )
    yield from guidance_entries(cited_ids, wording)


def guidance_entries(ids: Container[str], wording: Wording) -> Iterator[Block]:
    """Yield the entries of the guidance with these ids, in the questionnaire’s order."""
    for guidance in wording.questionnaire.guidance.values():
        if guidance.id in ids:
            yield from source_entry(guidance.id, (guidance_spans(guidance, wording), _ENTRY))
