"""The 2012 survey: what the sector said, what we say and what we do, then opinions beside opinions."""

from app.figures.survey import table_words
from app.maturity.pulse.results import PulseResult
from app.maturity.scorecard import Scorecard
from app.maturity.survey_table import SurveyRow, build_survey_table
from app.report.sections.opinions import opinions
from app.translations.wording import Wording, quote
from app.typesetting.layout.block import Block
from app.typesetting.layout.heading import SectionHeading
from app.typesetting.layout.paragraph import Paragraph, RichText, Span
from app.typesetting.layout.table_block import Column, TableBlock
from app.typesetting.tagged.links import Destination
from app.typesetting.text.style import LEAD, SMALL, Style

# In points. With them heading, table and notes fit one page in both languages.
_WIDTHS = (165.0, 95.0, 110.0, 110.0)
_WIDTHS_WITH_PULSE = (148.0, 124.0, 90.0, 118.0)


def survey(scorecard: Scorecard, pulse: PulseResult | None, wording: Wording) -> list[Block]:
    """Return the table of the findings on one page, then the opinions."""
    _ = wording._
    rows = build_survey_table(scorecard, pulse)
    headings = (_("What the sector said"), _("What you say"), _("What you do"), _("Taken together"))
    # A closed pulse adds our colleagues’ share and its interval to what we say.
    widths = _WIDTHS_WITH_PULSE if any(row.colleagues for row in rows) else _WIDTHS
    columns = tuple(Column(heading, width) for heading, width in zip(headings, widths, strict=True))
    return [
        SectionHeading("survey", _("The 2012 survey"), wording_only=True),
        Paragraph(table_words.finding(rows, wording), LEAD),
        Paragraph(_meaning(wording), Style(after=5, keep_with_next=True), wording_only=True),
        TableBlock(columns, tuple(_row(row, wording) for row in rows), keep_whole=True),
        Paragraph(wording.text(scorecard.questionnaire.survey.caution), SMALL, wording_only=True),
        Paragraph(wording.text(scorecard.questionnaire.survey.precision), SMALL, wording_only=True),
        *opinions(scorecard, wording),
    ]


def _meaning(wording: Wording) -> str:
    return wording._(
        "A share says what people thought in 2012. A level says what you do. One is an opinion and the"
        " other a practice, so neither is above or below the other. Each figure’s base, source and"
        " confidence are under its number in “Sources”."
    )


def _row(row: SurveyRow, wording: Wording) -> tuple[RichText, ...]:
    return (
        _sector(row, wording),
        " ".join(table_words.own_sentences(row, wording)),
        _practice(row, wording),
        table_words.own_side_sentence(row, wording),
    )


def _sector(row: SurveyRow, wording: Wording) -> list[Span]:
    """Return the subject, the share, the words that were published and the number of the source."""
    figure = row.finding.figure
    foreign = figure.quote_language if figure.quote_language != wording.language else None
    share = wording._("%(share)s in 2012") % {"share": wording.text(figure.shown)}
    return [
        Span(f"{wording.label_value(wording.text(row.finding.label), share)}\n", strong=True),
        Span(quote(figure.quote, figure.quote_language), language=foreign),
        Span(
            f" {figure.id}\u00a0({figure.confidence})", target=Destination(figure.id, f"{figure.id}, {share}")
        ),
    ]


def _practice(row: SurveyRow, wording: Wording) -> list[Span]:
    names = wording.join_items(table_words.practice_names(row, wording))
    level = Span(table_words.practice_words(row, wording), strong=row.level is not None)
    return [level, Span(f"\n{names}")] if names else [level]
