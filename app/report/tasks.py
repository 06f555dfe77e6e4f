"""What is asked of one role, as a PDF that stands alone: it goes to people who see nothing else."""

from collections.abc import Iterator

from app.figures.palette import ACCENT, WARNING
from app.maturity.recommendation import Recommendation
from app.maturity.scorecard import Scorecard
from app.report.metadata import build_scorecard_metadata
from app.report.sections.cover import completion_status, organisation_name
from app.report.sections.recommendations import practice_title, task_rows
from app.report.task_words import due_words, effort_words
from app.report.tasks_content import TasksContent, build_tasks_content
from app.translations.dates import format_day
from app.translations.wording import Wording
from app.typesetting.document import build_pdf
from app.typesetting.layout.block import Block
from app.typesetting.layout.heading import Subheading
from app.typesetting.layout.paragraph import Paragraph, Span
from app.typesetting.layout.side_by_side import SideBySide
from app.typesetting.layout.together import Together
from app.typesetting.text.style import BODY, FACTS, LEAD, NUMBERED, RANK, SECTION, Style

_NAME = Style(12.4, 15.6, strong=True, colour=ACCENT, after=2)


def render_tasks(scorecard: Scorecard, owner: str, wording: Wording) -> bytes:
    """Return what is asked of a role as a PDF; the same scorecard always gives the same bytes.

    No file is attached: the answers belong to the whole organisation, and the document to one role.
    """
    content = build_tasks_content(scorecard, owner, wording)
    metadata = build_scorecard_metadata("tasks", scorecard, wording, content.title, None)
    return build_pdf(metadata, lambda _pages: [[*_blocks(scorecard, content, wording)]])


def _blocks(scorecard: Scorecard, content: TasksContent, wording: Wording) -> Iterator[Block]:
    yield Paragraph(organisation_name(scorecard, wording), _NAME)
    yield Subheading("tasks", content.title, SECTION, level=1)
    yield Paragraph(content.lead, LEAD)
    yield Paragraph(f"{content.background} {_completed(scorecard, wording)}", BODY)
    for number, each in enumerate(content.recommendations, start=1):
        yield Together((_head(number, each, scorecard, wording), *task_rows(each, wording)))


def _completed(scorecard: Scorecard, wording: Wording) -> str:
    day = scorecard.assessment.completed_on
    if day is None:
        return f"{completion_status(scorecard, wording)}."
    sentence = wording._("The assessment was completed on %(day)s.")
    return sentence % {"day": format_day(day, wording.language)}


def _head(number: int, each: Recommendation, scorecard: Scorecard, wording: Wording) -> SideBySide:
    main = [practice_title(each.question, wording), _facts(each, scorecard, wording)]
    return SideBySide([Paragraph(str(number), RANK)], main, level=2, after=2, indent=NUMBERED)


def _facts(each: Recommendation, scorecard: Scorecard, wording: Wording) -> Paragraph:
    words = f"{due_words(each, scorecard, wording)} · {effort_words(each, wording)}"
    spans = [Span(words[0].upper() + words[1:], strong=True)]
    if each.gate:
        spans.insert(0, Span(f"{wording._('Must-have still missing')}\n", strong=True, colour=WARNING))
    return Paragraph(spans, FACTS)
