"""The parts of the board’s page."""

from collections.abc import Iterator

from app.figures.chart import Chart
from app.figures.overall_readiness import readiness_bar
from app.figures.palette import ACCENT, GREY_TEXT, WARNING
from app.maturity.scorecard import Scorecard
from app.report.board_content import BoardContent, BoardDecision, tick_words
from app.report.sections.cover import completion_status, organisation_name, profile_words
from app.translations.wording import Wording
from app.typesetting.layout.block import Block
from app.typesetting.layout.chart_block import ChartBlock
from app.typesetting.layout.columns import Columns, Stack
from app.typesetting.layout.heading import Subheading
from app.typesetting.layout.paragraph import Paragraph, Span
from app.typesetting.layout.tick_row import TickRow
from app.typesetting.tagged.tags import LABEL
from app.typesetting.text.style import GUTTER, WIDTH, Style

_EYEBROW = Style(10.4, 14, strong=True, colour=ACCENT, after=0)
_TITLE = Style(21, 25, strong=True, after=3)
_NAME = Style(12.4, 15.6, strong=True, after=1)
_FACTS = Style(9.5, 12.6, colour=GREY_TEXT, after=0)
_HEAD = Style(11.6, 14.6, strong=True, after=2)
_NUMBER = Style(44, 44, strong=True, colour=ACCENT, after=0)
_LEVEL = Style(12.4, 16, after=2)
_TEXT = Style(9.8, 13, after=2)
_DECISION = Style(11.2, 14.4, strong=True, after=2)
_FACT = Style(9.8, 13, strong=True, after=1)
_RANK = Style(17, 17, strong=True, colour=ACCENT, after=0)

# Widths in points: the number of the score, the ranks of the decisions, and the column of a box to tick.
_FIGURE = 84.0
_RANKED = 26.0
_TICKED = 96.0
_REVIEW = 122.0
TREND_WIDTH = 250.0
_SURVEY = WIDTH - _REVIEW - 2 * GUTTER


def head(scorecard: Scorecard, wording: Wording, lines: int, *, in_pack: bool) -> Stack:
    """Return the organisation, the variant, the date and the profile; in a pack the page is named first."""
    _, profile = wording._, scorecard.assessment.profile
    variant = wording.text(scorecard.questionnaire.variants[profile.variant].name)
    known = " · ".join((variant, completion_status(scorecard, wording), *profile_words(profile, wording)))
    # The scorecard that follows in a pack has the other heading, and bookmarks are told apart by them.
    named = (
        [Subheading("board", _("Board page: social media policy readiness"), _TITLE, level=1)]
        if in_pack
        else [
            Paragraph(_("Board page"), _EYEBROW),
            Subheading("board", _("Social media policy readiness"), _TITLE, level=1),
        ]
    )
    blocks = (
        *named,
        Paragraph(organisation_name(scorecard, wording), _NAME),
        Paragraph(known, _FACTS),
    )
    return Stack(blocks, WIDTH).truncate_lines(lines)


def position(scorecard: Scorecard, content: BoardContent, wording: Wording, lines: int) -> Stack:
    """Return the score on its scale, the level in words, and what holds it back."""
    heading = Subheading("position", wording._("Position"), _HEAD)
    # The page is handed out alone: it says itself what a must-have is.
    held_back = Paragraph(" ".join(each for each in (content.held_back, content.must_have) if each), _TEXT)
    if content.score is None or content.meaning is None:
        return Stack((heading, held_back), WIDTH).truncate_lines(lines)
    number = Stack((Paragraph(str(content.score), _NUMBER),), _FIGURE)
    words = (
        Paragraph([Span(f"{content.scale}. "), Span(content.level, strong=True)], _LEVEL),
        Paragraph(
            " ".join(each for each in (content.meaning, content.interim, content.domains) if each), _TEXT
        ),
    )
    beside = Stack(words, WIDTH - _FIGURE, _FIGURE).truncate_lines(lines)
    chart = ChartBlock(readiness_bar(scorecard, wording), WIDTH, after=4)
    blocks = (heading, Columns((number, beside), after=2), chart, held_back)
    return Stack(blocks, WIDTH).truncate_lines(lines)


def trend(content: BoardContent, line: Chart | None, lines: int) -> tuple[Stack, ...]:
    """Return the sentence on the trend, and beside it the line of overall readiness if there is room."""
    sentence = content.trend or ""
    if line is None:
        spans = (Span(f"{content.trend_title}. ", strong=True), Span(sentence))
        return (Stack((Paragraph(spans, _TEXT),), WIDTH).truncate_lines(lines),)
    words = (Subheading("trend", content.trend_title, _HEAD), Paragraph(sentence, _TEXT))
    beside = WIDTH - TREND_WIDTH - GUTTER
    drawn = Stack((ChartBlock(line, TREND_WIDTH, after=0),), TREND_WIDTH, beside + GUTTER)
    return Stack(words, beside).truncate_lines(lines), drawn


def decisions_lead(content: BoardContent, lines: int) -> Stack:
    """Return the heading of the decisions, and what is asked of the board."""
    blocks = (
        Subheading("decisions", content.decisions_title, _HEAD),
        Paragraph(content.decisions_lead, _TEXT),
    )
    return Stack(blocks, WIDTH).truncate_lines(lines)


def decision(each: BoardDecision, wording: Wording, lines: int) -> tuple[Stack, Stack]:
    """Return one decision with its cost, its owner, its day, its reason and its boxes to tick."""
    blocks: tuple[Block, ...] = (
        Paragraph(each.decision, _DECISION),
        Paragraph(" · ".join((each.owner, each.day, each.effort)), _FACT),
        Paragraph(list(_reason(each, wording)), _TEXT),
        TickRow(tick_words(wording), _TICKED),
    )
    body = Stack(blocks, WIDTH - _RANKED, _RANKED).truncate_lines(lines)
    return Stack((Paragraph(str(each.rank), _RANK, path=(LABEL,)),), _RANKED), body


def _reason(each: BoardDecision, wording: Wording) -> Iterator[Span]:
    yield Span(each.practice, strong=True)
    if each.must_have:
        yield Span(f" ({wording._('must-have')})", strong=True, colour=WARNING)
    yield Span(f". {each.today}. {each.why or ''}".rstrip())


def outlook(content: BoardContent, wording: Wording, lines: int) -> tuple[Stack, Stack]:
    """Return the survey and the position among other organisations, and beside them the next review."""
    blocks: list[Block] = [
        Subheading("survey", wording._("The 2012 survey"), _HEAD),
        *(Paragraph(each, _TEXT) for each in content.survey),
    ]
    if content.peers is not None:
        blocks += [Subheading("peers", content.peers_title, _HEAD), Paragraph(content.peers, _TEXT)]
    review = (
        Subheading("review", wording._("Next review"), _HEAD),
        Paragraph(content.review, _TEXT),
        Paragraph(content.full_report, _TEXT),
    )
    return (
        Stack(blocks, _SURVEY).truncate_lines(lines),
        Stack(review, _REVIEW, WIDTH - _REVIEW).truncate_lines(lines),
    )
