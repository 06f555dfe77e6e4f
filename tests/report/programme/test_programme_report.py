"""The report of a programme: every number of the comparison, and nothing of who has not submitted."""

from dataclasses import replace

import pytest

from app.figures.programme.distributions import distribution_table, level_table
from app.figures.programme.tables import below_target_table, organisation_table
from app.maturity.programme.side_by_side import side_by_side
from app.maturity.text import Language
from app.report.programme.day_words import change_table
from app.report.programme.programme_report import render_programme_report
from tests.figures.cast import LANGUAGES, questionnaire, wording_in
from tests.figures.cast_programme import comparison, programme
from tests.report.corpus import HOSTILE, MIXED, STRANGE, WRITTEN
from tests.report.documents import reader, words
from tests.report.programme.programme_documents import AS_OF, report, report_of_labels


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_of_every_table_is_printed(language: Language) -> None:
    compared, wording = comparison(12), wording_in(language)
    printed = words(report(12, language))

    tables = (
        distribution_table(compared, wording),
        level_table(compared, wording),
        organisation_table(compared.submitted, compared, wording),
        below_target_table(compared.below_target, wording),
        change_table(compared, wording),
    )
    for table in tables:
        assert table.rows
        for row in table.rows:
            assert " ".join(row) in printed


def test_nobody_who_has_not_submitted_is_named() -> None:
    compared = comparison(12)
    printed = words(report(12, "en"))
    waiting = [each.label for each in compared.organisations if each.state != "submitted"]

    assert len(waiting) == 4
    assert not [label for label in waiting if f"{label} " in printed]
    assert "16 organisations are invited. Not begun:" in printed


def test_a_programme_that_has_just_begun_has_a_report() -> None:
    printed = words(report(0, "en"))

    assert "No organisation has submitted a score yet." in printed
    assert "No organisation has submitted two rounds yet." in printed
    assert "No organisation has submitted its answers." in printed
    assert "One organisation has submitted: its overall readiness is" in words(report(1, "en"))


def test_equal_comparisons_give_equal_bytes() -> None:
    drawn = programme(12)
    again = side_by_side(replace(drawn, organisations=tuple(reversed(drawn.organisations))), questionnaire())

    assert render_programme_report(again, AS_OF, wording_in("fr")) == report(12, "fr")


def test_typed_names_are_printed_as_text() -> None:
    labels = [*WRITTEN.values(), *MIXED.values()][:12]
    printed = words(report_of_labels(labels, "en"))

    assert WRITTEN["Cyrillic"] in printed
    assert words(report_of_labels([*HOSTILE.values(), *STRANGE.values()], "fr"))


def test_the_longest_names_fit() -> None:
    assert len(reader(report_of_labels(["汉" * 200, "W" * 200, "a " * 100] * 4, "en")).pages) < 20


def test_a_submission_that_cannot_be_read_is_counted_on_the_cover() -> None:
    drawn = programme(12)
    damaged = replace(drawn.organisations[-1], state="submitted", unreadable=1)
    compared = side_by_side(
        replace(drawn, organisations=(*drawn.organisations[:-1], damaged)), questionnaire()
    )

    cover = reader(render_programme_report(compared, AS_OF, wording_in("en"))).pages[0].extract_text()

    assert "cannot be read, and are not compared: 1." in " ".join(cover.split())
    assert "cannot be read" not in words(report(12, "en"))
