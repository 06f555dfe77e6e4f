"""The sources of all figures and guidance."""

from collections.abc import Container, Iterator

from app.maturity.scorecard import Scorecard
from app.maturity.survey import Figure
from app.report.sections.citation import guidance_spans, link_figures, name_survey, source_entry
from app.report.sections.provenance import confidence_key, source_spans
from app.translations.wording import Wording, quote
from app.typesetting.layout.block import Block
from app.typesetting.layout.heading import SectionHeading, Subheading
from app.typesetting.layout.paragraph import Paragraph, Span
from app.typesetting.layout.together import Together
from app.typesetting.tagged.links import Address
from app.typesetting.text.style import SMALL, Style

_HEAD = Style(before=7, after=1, keep_with_next=True)
_ENTRY = Style(9.5, 12.8, after=5)


def sources(scorecard: Scorecard, wording: Wording) -> list[Block]:
    """Return the survey’s figures and the guidance."""
    return [
        SectionHeading("sources", wording._("Sources"), wording_only=True),
        *_survey(wording),
        *_guidance(scorecard, wording),
    ]


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
    named = name_survey(words, survey.title, wording)
    yield Paragraph([*named, *link_figures(f" {known}.")], wording_only=True)
    yield confidence_key(wording)
    yield Paragraph(
        _("The address of a source is given with the first figure that comes from it."),
        SMALL,
        wording_only=True,
    )
    addressed: set[str] = set()
    for figure in survey.figures.values():
        yield _figure(figure, wording, addressed=figure.address not in addressed)
        addressed.add(figure.address)


def _figure(figure: Figure, wording: Wording, *, addressed: bool) -> Together:
    _ = wording._
    head = [
        Span(f"{figure.id}  {wording.text(figure.shown)}  ", strong=True),
        Span(f"{wording.text(figure.claim)}."),
    ]
    quoted_in = _("Quoted in English: ") if figure.quote_language == "en" else _("Quoted in French: ")
    foreign = figure.quote_language if figure.quote_language != wording.language else None
    quoted = Span(quote(figure.quote, figure.quote_language), language=foreign)
    spans = [*source_spans(figure, wording), Span(f" {quoted_in}"), quoted, Span(_after(figure.quote))]
    if figure.caution:
        spans += link_figures(f"{wording.text(figure.caution)} ")
    if addressed:
        spans.append(Span(figure.address, target=Address(figure.address)))
    return source_entry(figure.id, (head, _HEAD), (spans, SMALL))


def _after(quotation: str) -> str:
    # A quotation that ends its own sentence ends ours too.
    return " " if quotation.endswith((".", ".’")) else ". "


def _guidance(scorecard: Scorecard, wording: Wording) -> Iterator[Block]:
    cited_ids = {id for each in scorecard.recommendations for id in each.question.guidance}
    if not cited_ids:
        return
    yield Subheading("guidance", wording._("The guidance that the recommendations cite"), wording_only=True)
    yield Paragraph(wording._("These are pointers, not legal advice. An address is where the text was read."))
    yield from guidance_entries(cited_ids, wording)


def guidance_entries(ids: Container[str], wording: Wording) -> Iterator[Block]:
    """Yield the entries of the guidance with these ids, in the questionnaire’s order."""
    for guidance in wording.questionnaire.guidance.values():
        if guidance.id in ids:
            yield source_entry(guidance.id, (guidance_spans(guidance, wording), _ENTRY))
