"""The workbook’s first page: whose it is, the result, how far the plan is, and what the other sheets hold."""

from collections.abc import Iterable, Iterator, Mapping

from app.exchange.workbook.book import Book, Cell
from app.figures.readiness_words import held_back
from app.maturity.plan.action import STATES, Action
from app.maturity.plan.progress import progress
from app.maturity.scorecard import Scorecard
from app.translations.organisations import REGION_NAMES, SIZE_NAMES, TYPE_NAMES
from app.translations.plan_words import STATE_NAMES, progress_words
from app.translations.wording import Wording

_WIDTHS = [27, 73]


def add_first_page(
    book: Book, card: Scorecard, plan: Iterable[Action], sheets: Mapping[str, str], wording: Wording
) -> None:
    """Add the first page; ``sheets`` are the names of those that follow, each with what it holds."""
    _ = wording._
    sheet = book.add_page(_("First page"), _WIDTHS)
    book.write_title(sheet, wording.text(card.questionnaire.title), _WIDTHS)
    parts: tuple[tuple[str, Iterable[tuple[str, Cell]]], ...] = (
        (_("Assessment"), _facts(card, wording)),
        (_("Result"), _result(card, wording)),
        (_("Action plan"), _plan(tuple(plan), wording)),
        (_("The other sheets"), sheets.items()),
    )
    row = 2
    for heading, lines in parts:
        row = book.write_part(sheet, row, heading, lines, _WIDTHS) + 1


def _facts(card: Scorecard, wording: Wording) -> Iterator[tuple[str, Cell]]:
    _, profile = wording._, card.assessment.profile
    facts: tuple[tuple[str, Cell], ...] = (
        (_("Organisation"), profile.organisation),
        (_("Type of organisation"), _(TYPE_NAMES.get(profile.organisation_type, ""))),
        (_("Number of people"), _(SIZE_NAMES.get(profile.size_band, ""))),
        (_("Region"), _(REGION_NAMES.get(profile.region, ""))),
        (_("Questionnaire"), wording.text(card.questionnaire.variants[profile.variant].name)),
        (_("Version"), card.questionnaire.version),
        (_("Completed on"), card.completed_on or ""),
    )
    yield from (fact for fact in facts if fact[1])


def _result(card: Scorecard, wording: Wording) -> Iterator[tuple[str, Cell]]:
    _, overall = wording._, card.overall
    if not card.complete:
        yield (
            _("Interim result"),
            _("%(answered)s of %(asked)s practices answered")
            % {
                "answered": card.answered,
                "asked": card.asked,
            },
        )
    if overall.score and overall.level is not None:
        yield _("Overall readiness, of 100"), overall.score.rounded
        yield _("Level"), wording.level_name(overall.level)
    yield _("What holds it back"), held_back(card, wording)


def _plan(plan: tuple[Action, ...], wording: Wording) -> Iterator[tuple[str, Cell]]:
    _ = wording._
    reached = progress(plan)
    if reached:
        yield _("Progress"), progress_words(reached, wording)
    else:
        yield _("Actions"), _("There are none yet.") if not plan else _("All were dropped.")
    for state in STATES:
        count = sum(action.state == state for action in plan)
        if count and state != "done":
            yield _(STATE_NAMES[state]), count
