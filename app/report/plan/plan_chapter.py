"""The plan of the day: every action by its state, with its day, person, practice and note."""

from collections.abc import Iterator
from datetime import date

from app.maturity.plan.action import NOTE_LIMIT, PERSON_LIMIT, STATES, TITLE_LIMIT, Action
from app.maturity.plan.plan import Plan
from app.maturity.plan.progress import progress
from app.translations.dates import format_day
from app.translations.plan_words import STATE_NAMES, practice_words, progress_words, role_words
from app.translations.wording import Wording
from app.typesetting.layout.block import Block
from app.typesetting.layout.heading import SectionHeading, Subheading
from app.typesetting.layout.paragraph import Paragraph, Span
from app.typesetting.layout.side_by_side import SideBySide
from app.typesetting.tagged.tags import LISTED
from app.typesetting.text.bidi import base_level
from app.typesetting.text.printable import printable
from app.typesetting.text.style import INDENT, LEAD, RAIL_TEXT, Style

_ACTION = Style(9.5, 12.8, after=1)
_NOTE = Style(9.5, 12.8, indent=INDENT, after=4)


def plan_chapter(actions: Plan, wording: Wording) -> list[Block]:
    """Return the actions by state, each part in the order of the due days."""
    _, reached = wording._, progress(actions)
    blocks: list[Block] = [SectionHeading("plan", _("Action plan"), wording_only=True)]
    if reached:
        blocks.append(Paragraph(progress_words(reached, wording), LEAD))
    for state in STATES:
        held = sorted((each for each in actions if each.state == state), key=_due)
        if held:
            title = wording.label_value(_(STATE_NAMES[state]), str(len(held)))
            blocks.append(Subheading(f"plan-{state}", title))
            blocks.extend(block for each in held for block in _with_note(each, wording))
    return blocks


def _due(action: Action) -> date:
    return action.due or date.max


def _with_note(action: Action, wording: Wording) -> Iterator[Block]:
    note = printable(action.note, NOTE_LIMIT)
    title = Span(
        printable(action.title, TITLE_LIMIT),
        strong=True,
        language=None if action.lang == wording.language else action.lang,
    )
    facts = "\n".join(_facts(action, wording))
    yield SideBySide(
        [Paragraph(_day_words(action, wording), RAIL_TEXT)],
        [Paragraph([title, Span(f"\n{facts}")] if facts else [title], _ACTION, path=())],
        ruled=False,
        after=3,
        keep_with_next=bool(note),
        item=True,
    )
    if note:
        # Text from right to left begins at the right margin, so it gets a line of its own.
        between = "\n" if base_level(note) else "  "
        yield Paragraph(
            [Span(f"{wording._('Note')}{between}", strong=True), Span(note)], _NOTE, within=LISTED
        )


def _day_words(action: Action, wording: Wording) -> str:
    _ = wording._
    if action.done_on:
        return _("Done on %(day)s") % {"day": format_day(action.done_on, wording.language)}
    return format_day(action.due, wording.language) if action.due else _("No due date")


def _facts(action: Action, wording: Wording) -> Iterator[str]:
    """Yield the person, and the practice with its owner role; pages alone say what is overdue."""
    if action.person:
        yield wording.label_value(wording._("Person"), printable(action.person, PERSON_LIMIT))
    of = [words for words in (practice_words(action, wording), role_words(action, wording)) if words]
    if of:
        yield wording.join_items(of)
