"""The fields of a page that could not be saved, read from the request: as sent, and in words."""

from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from flask import request

from app.maturity.clean_text import clean
from app.maturity.questionnaire import Questionnaire
from app.web.refused.submitted_words import field_words
from app.web.request.language import wording
from app.web.request.services import versions

# The page of a full plan sends a thousand.
_MOST_FIELDS = 1_200

SubmittedField = tuple[str, str]


def submitted_fields(without: Collection[str] = ()) -> Iterator[SubmittedField]:
    """Yield the fields that were sent, with their texts."""
    for name, value in islice(request.form.items(multi=True), _MOST_FIELDS):
        if name != "csrf_token" and name not in without:
            yield clean(name), clean(value)


def describe_fields(
    fields: Iterable[SubmittedField], questionnaire: Questionnaire | None = None
) -> list[SubmittedField]:
    """Return fields in words: of the page's questionnaire if known, else of the newest that has them.

    An error page does not know its assessment's questionnaire: in an outage it could not read it.
    """
    newest_first = versions().known[::-1]
    sources = (questionnaire, *newest_first) if questionnaire else newest_first
    return list(field_words(fields, [wording(each) for each in sources]))
