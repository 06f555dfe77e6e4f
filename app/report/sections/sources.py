"""How the numbers are made, and where every figure and every guidance comes from."""

from collections.abc import Iterator

from app.maturity.scorecard import Scorecard
from app.maturity.survey import Figure
from app.report.sections.citation import entry, guidance_words, linked
from app.report.sections.provenance import confidence, provenance
from app.translations.wording import Voice
from app.typesetting.layout.block import Block
from app.typesetting.layout.heading import Part, Section
from app.typesetting.layout.paragraph import Prose, Span
from app.typesetting.layout.table_block import Column, Grid
from app.typesetting.tagged.links import Address
from app.typesetting.tagged.tags import LISTED
from app.typesetting.text.style import SMALL, Style

_HEAD = Style(before=7, after=1, with_next=True)
_ENTRY = Style(8.8, 12, after=5)


def section(voice: Voice) -> Section:
    """Give the section's heading."""
    return Section("sources", voice._("Method and sources"))


def sources(scorecard: Scorecard, voice: Voice) -> list[Block]:
    """Explain the method in brief, then list the survey’s figures and the guidance."""
    return [section(voice), *_method(voice), *_survey(voice), *_guidance(scorecard, voice)]


def _method(voice: Voice) -> list[Block]:
    _, questionnaire = voice._, voice.questionnaire
    ladder = zip(questionnaire.levels, questionnaire.ladder, strict=True)
    levels = tuple(
        (str(number), voice.says(name), voice.says(meaning)) for number, (name, meaning) in enumerate(ladder)
    )
    gates = [each.id for domain in questionnaire.domains for each in domain.questions if each.gate]
    rules = (
        _("Domain score: 100 × the sum of the levels ÷ (4 × the applicable answered practices)."),
        _("Overall readiness: the mean of the domain scores that exist; all domains weigh the same."),
        _("Level of a score: below 12.5 Absent, below 37.5 Ad hoc, below 62.5 Defined, below 87.5 Applied,"
          " else Proven; tested on the exact value."),
        _("While one of the gates %(gates)s stands below Defined, the overall level is capped at Defined.")
        % {"gates": ", ".join(gates)},
        _("“We don’t know” counts as level 0. What does not apply leaves every sum, with its reason."),
        _("All sums are exact fractions; a number is rounded once, when it is shown, and halves go up."),
    )  # fmt: skip
    return [
        Part("method", _("How the scores are made")),
        *(Prose(rule, Style(after=3), path=LISTED) for rule in rules),
        Part("levels", _("The five levels")),
        Prose(voice.says(questionnaire.rule), Style(with_next=True)),
        Grid((Column("", 24), Column(_("Level"), 84), Column(_("Meaning"), 372)), levels, about=1),
    ]


def _survey(voice: Voice) -> Iterator[Block]:
    _, survey = voice._, voice.questionnaire.survey
    yield Part("figures", _("The figures of the 2012 survey"))
    words = _("%(title)s, %(issuer)s, 2012: %(sample)s; %(mix)s.") % {
        "title": survey.title,
        "issuer": survey.issuer,
        "sample": voice.says(survey.sample),
        "mix": voice.says(survey.mix),
    }
    known = ", ".join((survey.sample_figure, *survey.mix_figures))
    yield Prose(linked(f"{words} {known}."))
    yield confidence(voice)
    yield Prose(_("The address of a source stands with the first figure that comes from it."), SMALL)
    addressed: set[str] = set()
    for figure in survey.figures.values():
        yield from _figure(figure, voice, addressed=figure.address not in addressed)
        addressed.add(figure.address)


def _figure(figure: Figure, voice: Voice, *, addressed: bool) -> Iterator[Block]:
    _ = voice._
    head = [
        Span(f"{figure.id}  {voice.says(figure.shown)}  ", strong=True),
        Span(f"{voice.says(figure.claim)}."),
    ]
    quote = _("Quoted in English: ") if figure.quote_language == "en" else _("Quoted in French: ")
    marks = "«\u00a0{}\u00a0»" if figure.quote_language == "fr" else "“{}”"
    foreign = figure.quote_language if figure.quote_language != voice.language else None
    quoted = Span(marks.format(figure.quote), language=foreign)
    spans = [Span(f"{provenance(figure, voice)} {quote}"), quoted, Span(". ")]
    if figure.caution:
        spans += linked(f"{voice.says(figure.caution)} ")
    if addressed:
        spans.append(Span(figure.address, target=Address(figure.address)))
    yield from entry(figure.id, (head, _HEAD), (spans, SMALL))


def _guidance(scorecard: Scorecard, voice: Voice) -> Iterator[Block]:
    cited_ids = {id for each in scorecard.recommendations for id in each.question.guidance}
    if not cited_ids:
        return
    yield Part("guidance", voice._("The guidance that the recommendations cite"))
    yield Prose(
        voice._(
            "A pointer, not legal advice. A title in colour leads to the address where the text was read."
        )
    )
    for guidance in voice.questionnaire.guidance.values():
        if guidance.id in cited_ids:
            yield from entry(guidance.id, (guidance_words(guidance, voice), _ENTRY))
