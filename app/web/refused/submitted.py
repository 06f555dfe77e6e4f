"""What was typed on a page that could not be saved, out of the request: carried along, and in words."""

from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from flask import request

from app.maturity.clean_text import clean
from app.translations import translator
from app.web.refused.submitted_words import field_words
from app.web.request.language import current
from app.web.request.services import nearest_questionnaire, versions

# No page of ours asks for half as many.
_MOST_FIELDS = 200

SubmittedField = tuple[str, str]


def submitted_fields(without: Collection[str] = ()) -> Iterator[SubmittedField]:
    """List the fields that were sent, with their texts."""
    for name, value in islice(request.form.items(multi=True), _MOST_FIELDS):
        if name != "csrf_token" and name not in without:
            yield clean(name), clean(value)


def describe_fields(fields: Iterable[SubmittedField]) -> list[SubmittedField]:
    """Put fields into words: of the page's version of the questionnaire, or of any that knows them."""
    reader, nearest = current(), nearest_questionnaire()
    others = (each for each in reversed(versions().known) if each is not nearest)
    return list(field_words(fields, (nearest, *others), reader, translator(reader)))
