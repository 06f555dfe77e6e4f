"""What the page of a read policy shows of each practice, in words."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from app.maturity.answers import Answer
from app.maturity.policy.cue import MeasuredReading
from app.maturity.policy.matching import Quote
from app.maturity.questionnaire import Domain
from app.maturity.text import Language
from app.storage.sealing.documents import StoredAssessment
from app.translations import N_
from app.translations.policy_words import nothing_words, place_words
from app.translations.wording import Wording
from app.web.clauses.clause_view import ClauseView, describe_clauses
from app.web.policy.practice_reading import PracticeReading, answer_to

_MEASURED: Mapping[Language, str] = {
    "en": N_(
        "On %(texts)s English policies that the authors of the search had not read, %(right)s of the"
        " %(shown)s sentences that it found were about the practice that it gave for them, and it found"
        " %(found)s of the %(marked)s sentences that a careful reader had marked."
    ),
    "fr": N_(
        "On %(texts)s French policies that the authors of the search had not read, %(right)s of the"
        " %(shown)s sentences that it found were about the practice that it gave for them, and it found"
        " %(found)s of the %(marked)s sentences that a careful reader had marked."
    ),
}


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A quote with its place from 1, where it stands in words, its language, and whether it is kept."""

    place: int
    quote: Quote
    where: str
    language: Language
    is_kept: bool


@dataclass(frozen=True, slots=True)
class ReadingView:
    """A practice: its quotes, the sentence to confirm, and the offer to answer with a level, if there is one.

    ``nothing`` is what is said where there are no quotes.
    ``theirs`` says that somebody else changed its domain meanwhile.
    """

    reading: PracticeReading
    answer: Answer
    quotes: tuple[QuoteView, ...]
    confirm: str
    offer: str
    why: str
    clauses: tuple[ClauseView, ...]
    nothing: str
    theirs: bool = False


@dataclass(frozen=True, slots=True)
class DomainReading:
    """A domain with the version that was read, and its practices."""

    domain: Domain
    version: int
    practices: tuple[ReadingView, ...]


def describe_readings(
    readings: Sequence[PracticeReading],
    stored: StoredAssessment,
    wording: Wording,
    changed: Collection[str] = (),
) -> tuple[DomainReading, ...]:
    """Return what a page shows, beside the stored answers; the domains in ``changed`` did so meanwhile."""
    return tuple(_domains(readings, stored, wording, changed))


def measured_sentences(measured: Mapping[Language, MeasuredReading], wording: Wording) -> tuple[str, ...]:
    """Return how often the search is right, a sentence for each language that was measured."""
    return tuple(
        wording._(_MEASURED[language])
        % {
            "texts": each.texts,
            "right": each.right,
            "shown": each.shown,
            "found": each.found,
            "marked": each.marked,
        }
        for language, each in measured.items()
    )


def _domains(
    readings: Sequence[PracticeReading], stored: StoredAssessment, wording: Wording, changed: Collection[str]
) -> Iterator[DomainReading]:
    clauses = describe_clauses(wording)
    for letter, own in groupby(readings, lambda each: each.question.domain_letter):
        views = []
        for each in own:
            known = clauses.get(each.question.id)
            answer = answer_to(each.question, stored.assessment.answers)
            views.append(_describe(each, answer, wording, known.clauses if known else (), letter in changed))
        yield DomainReading(wording.questionnaire.domain(letter), stored.versions[letter], tuple(views))


def _describe(
    each: PracticeReading, answer: Answer, wording: Wording, clauses: tuple[ClauseView, ...], theirs: bool
) -> ReadingView:
    reading = each.reading
    return ReadingView(
        reading=each,
        answer=answer,
        quotes=tuple(
            QuoteView(place, quote, place_words(quote, wording), each.language_of(quote), place in each.kept)
            for place, quote in enumerate(each.quotes, start=1)
        ),
        confirm=wording.text(reading.confirm) if reading.confirm else "",
        offer=_offer(each, answer, wording),
        why=wording.text(reading.why) if reading.why else "",
        clauses=clauses,
        nothing=nothing_words(wording, is_readable=each.is_readable),
        theirs=theirs,
    )


def _offer(each: PracticeReading, answer: Answer, wording: Wording) -> str:
    """Return the offer to answer with the level that kept sentences suggest; empty if they suggest none."""
    alone = each.possible_level(answer, confirmed=False)
    confirmed = each.possible_level(answer, confirmed=True)
    if confirmed is None:
        return ""
    names = {"alone": _level(alone, wording), "confirmed": _level(confirmed, wording)}
    if alone == confirmed:
        return wording._("Answer with level %(alone)s") % names
    if alone is None:
        sentence = wording._("Answer with level %(confirmed)s, if the statement above is ticked too")
        return sentence % names
    sentence = wording._(
        "Answer with level %(alone)s, or with level %(confirmed)s if the statement above is ticked too"
    )
    return sentence % names


def _level(level: int | None, wording: Wording) -> str:
    return "" if level is None else f"{level} {wording.level_name(level)}"
