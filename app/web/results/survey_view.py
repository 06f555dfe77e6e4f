"""The survey’s table on a page: each finding with our opinion and our practice, in words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.figures.survey import table_words
from app.maturity.survey_table import SurveyRow
from app.translations.wording import Wording, quote


@dataclass(frozen=True, slots=True)
class SurveyRowWords:
    """A row of the table: ``said`` are our opinions, ``practice`` is our level or why there is none.

    ``published`` is the survey’s own wording between quotation marks, in the language of its source.
    """

    row: SurveyRow
    published: str
    said: tuple[str, ...]
    practice: str
    practices: tuple[str, ...]
    together: str


def describe_rows(rows: Iterable[SurveyRow], wording: Wording) -> Iterator[SurveyRowWords]:
    """Yield each row in words, in their order."""
    for row in rows:
        figure = row.finding.figure
        yield SurveyRowWords(
            row=row,
            published=quote(figure.quote, figure.quote_language),
            said=table_words.own_sentences(row, wording),
            practice=table_words.practice_words(row, wording),
            practices=table_words.practice_names(row, wording),
            together=table_words.parting_sentences(row, wording),
        )
