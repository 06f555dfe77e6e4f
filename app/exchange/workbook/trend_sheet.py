"""The sheet of the trend: what each closed round printed, as a table and as a chart."""

from collections.abc import Iterable, Sequence

from app.exchange.workbook.book import Book, Cell
from app.maturity.rounds.round import Round
from app.maturity.rounds.trend import FEWEST_ROUNDS
from app.maturity.score import Score
from app.translations.wording import Wording

_WIDTHS = [7, 24, 12, 17, 8, 9, 12]
_DOMAIN_WIDTH = 6
_DAY, _OVERALL = 2, 5
_CHART = (620, 280)


def add_trend_sheet(
    book: Book, rounds: Iterable[Round], variant: str, finding: str, wording: Wording
) -> None:
    """Add a row for each round, those of the variant first, and a chart of these if there are two.

    ``finding`` says what changed from the first of them to the last; empty for nothing.
    """
    _ = wording._
    name, domains = _("Trend"), wording.questionnaire.domains
    widths = [*_WIDTHS, *(_DOMAIN_WIDTH for _domain in domains)]
    headings = (
        _("Round"),
        _("Name of the round"),
        _("Completed on"),
        _("Questionnaire"),
        _("Version"),
        _("Overall"),
        _("Level"),
        *(domain.letter for domain in domains),
    )
    # Side by side, so that a chart draws the rounds of one variant alone.
    listed = sorted(rounds, key=lambda each: (each.variant != variant, each.variant, each.number))
    sheet = book.add_sheet(name, widths, frozen_columns=1, upright=True)
    last = book.write_table(sheet, "Trend", headings, (_row(each, wording) for each in listed), widths)
    key = (f"{domain.letter} {wording.text(domain.name)}" for domain in domains)
    book.write_note(sheet, last + 1, wording.join_items(key), widths)
    drawn = [each for each in listed if each.variant == variant]
    message = _message(drawn, variant, wording)
    if finding:
        message = f"{message} {finding}."
    book.write_finding(sheet, last + 3, message, widths)
    if len(drawn) < FEWEST_ROUNDS:
        return
    count = len(drawn)
    chart = book.workbook.add_chart({"type": "line"})
    chart.add_series(
        {
            "name": [name, 0, _OVERALL],
            "categories": [name, 1, _DAY, count, _DAY],
            "values": [name, 1, _OVERALL, count, _OVERALL],
            "line": {"color": "#1D70B8", "width": 2},
            "marker": {"type": "circle", "size": 7, "fill": {"color": "#1D70B8"}},
            "data_labels": {"value": True, "position": "above"},
        }
    )
    chart.set_title({"none": True})
    chart.set_legend({"none": True})
    # As words: two rounds can have one day, and the distance of days is no part of the finding.
    chart.set_x_axis({"text_axis": True, "num_format": "yyyy-mm-dd"})
    chart.set_y_axis({"min": 0, "max": 100, "major_unit": 25})
    book.add_chart(sheet, last + 4, chart, _CHART, message)


def _row(each: Round, wording: Wording) -> tuple[Cell, ...]:
    scores, variants = each.scores, wording.questionnaire.variants
    domains = (scores.domains.get(domain.letter) for domain in wording.questionnaire.domains)
    return (
        each.number,
        each.label,
        each.completed_on,
        wording.text(variants[each.variant].name) if each.variant in variants else each.variant,
        each.version,
        _printed(scores.overall),
        "" if scores.level is None else wording.level_name(scores.level),
        *(_printed(domain.score) if domain else "" for domain in domains),
    )


def _printed(score: Score | None) -> Cell:
    return score.rounded if score else ""


def _message(drawn: Sequence[Round], variant: str, wording: Wording) -> str:
    """Return what the chart shows, as each round printed it, or when there will be one."""
    _ = wording._
    if len(drawn) < FEWEST_ROUNDS:
        name = wording.text(wording.questionnaire.variants[variant].name)
        return _("A chart appears once this assessment has two rounds of the same kind: %(variant)s.") % {
            "variant": name
        }
    first, last = drawn[0], drawn[-1]
    if first.scores.overall is None or last.scores.overall is None:
        return _("Not every round has a score.")
    sentence = _(
        "Overall readiness as shown at the time: %(before)s in round %(first)s, %(after)s in round %(last)s."
    )
    return sentence % {
        "before": first.scores.overall.rounded,
        "first": first.number,
        "after": last.scores.overall.rounded,
        "last": last.number,
    }
