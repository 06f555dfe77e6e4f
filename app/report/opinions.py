"""The opinions given, beside the published shares; no practice score enters here."""

from collections.abc import Iterator

from app.figures.opinions import opinion_shares
from app.maturity.opinions import OpinionResult
from app.maturity.scorecard import Scorecard
from app.maturity.survey import Figure as Published
from app.report.block import Block
from app.report.figure import Figure
from app.report.heading import Part
from app.report.prose import Prose, Span
from app.report.style import POINT, SMALL, WIDTH, Style
from app.report.voice import Voice


def opinions(scorecard: Scorecard, voice: Voice) -> list[Block]:
    """Set each opinion given beside the figures that it meets."""
    if not scorecard.opinions:
        return [Prose(voice._("No opinion question was answered."))]
    survey = scorecard.questionnaire.survey
    words = voice._("%(title)s, %(issuer)s, 2012: %(sample)s; %(mix)s.") % {
        "title": survey.title,
        "issuer": survey.issuer,
        "sample": voice.says(survey.sample),
        "mix": voice.says(survey.mix),
    }
    blocks: list[Block] = [Prose(words, SMALL)]
    for result in scorecard.opinions:
        blocks.extend(_opinion(result, voice))
    return blocks


def _opinion(result: OpinionResult, voice: Voice) -> Iterator[Block]:
    _, question = voice._, result.question
    chosen = ", ".join(voice.says(option.label) for option in result.chosen)
    answer = _("Your answer: %(answer)s") % {"answer": chosen}
    title = f"{question.id}  {voice.says(question.text)}"
    yield Part(f"opinion-{question.id}", title, POINT, level=3)
    yield Prose([Span(answer, strong=True)], Style(after=4, with_next=True))
    yield Figure(opinion_shares(result, voice.language, _), WIDTH, after=4)
    for figure in result.met:
        yield Prose(_met(figure, voice), Style(8.8, 11.8, after=3))
    if not result.met:
        yield Prose(_("The survey has no figure for this answer."), Style(8.8, 11.8, after=3))
    for note in _notes(result, voice):
        yield Prose(note, SMALL)


def _met(figure: Published, voice: Voice) -> list[Span]:
    provenance = voice._("Base: %(base)s. Source: %(source)s. Confidence: %(confidence)s.") % {
        "base": voice.says(figure.base),
        "source": voice.says(figure.source),
        "confidence": figure.confidence,
    }
    spans = [
        Span(voice.says(figure.shown), strong=True),
        Span(f"  {voice.says(figure.claim)}. {provenance}"),
    ]
    if figure.caution:
        spans.append(Span(f" {voice.says(figure.caution)}"))
    return spans


def _notes(result: OpinionResult, voice: Voice) -> Iterator[str]:
    noted = [(option.label, option.note) for option in result.chosen]
    noted += [(combined.label, combined.note) for combined in result.combined]
    for label, note in noted:
        if note:
            words = {"answer": voice.says(label), "note": voice.says(note)}
            yield voice._("%(answer)s: %(note)s") % words
    if result.question.note:
        yield voice.says(result.question.note)
