"""A questionnaire's folder becomes one frozen object, or is refused with every fault named."""

from collections.abc import Mapping
from pathlib import Path

from app.catalogue import schema
from app.catalogue.check import faults_of
from app.catalogue.checked_table import Entry
from app.catalogue.faults import FaultyQuestionnaireError
from app.catalogue.files import read
from app.maturity.opinions import CombinedFigure, OpinionOption, OpinionQuestion
from app.maturity.questionnaire import Domain, Guidance, Question, Questionnaire, Variant
from app.maturity.survey import Figure, Finding, Survey

__all__ = ["FaultyQuestionnaireError", "load"]


def load(folder: Path) -> Questionnaire:
    """Read the questionnaire in a folder once, or raise FaultyQuestionnaireError with all its faults."""
    documents = read(folder)
    if faults := faults_of(documents):
        raise FaultyQuestionnaireError(faults)
    content = {document.file: Entry(document.content) for document in documents.found}
    main = content[schema.QUESTIONNAIRE]
    domains = tuple(_domain(content[document.file]) for document in documents.domains)
    survey = _survey(content[schema.SURVEY])
    return Questionnaire(
        id=main.word("id"),
        version=main.word("version"),
        title=main.text("title"),
        domains=domains,
        variants=_variants(main, domains),
        levels=tuple(main.texts("level").values()),
        ladder=tuple(main.texts("ladder").values()),
        words=tuple((word.text("term"), word.text("meaning")) for word in main.entries("word")),
        rule=main.text("rule"),
        owners=main.texts("owner"),
        efforts={int(effort): text for effort, text in main.texts("effort").items()},
        opinions=tuple(
            _opinion(each, survey.figures) for each in content[schema.OPINIONS].entries("opinion")
        ),
        survey=survey,
        guidance={each.id: each for each in map(_guidance, content[schema.GUIDANCE].entries("guidance"))},
    )


def _domain(entry: Entry) -> Domain:
    letter = entry.word("letter")
    return Domain(
        letter=letter,
        name=entry.text("name"),
        intro=entry.text("intro"),
        barrier=entry.text_if_any("barrier"),
        benefit=entry.text_if_any("benefit"),
        questions=tuple(_question(practice, letter) for practice in entry.entries("practice")),
    )


def _question(entry: Entry, letter: str) -> Question:
    return Question(
        id=entry.word("id"),
        domain=letter,
        name=entry.text("name"),
        text=entry.text("question"),
        help=entry.text("help"),
        levels=tuple(entry.texts("level").values()),
        evidence=tuple(entry.texts("evidence").values()),
        actions=tuple(entry.texts("action").values()),
        why=entry.text("why"),
        owner=entry.word("owner"),
        effort=entry.whole("effort"),
        gate=entry.flag("gate"),
        not_applicable=entry.text_if_any("not_applicable"),
        guidance=entry.words("guidance"),
        findings=entry.words("findings"),
    )


def _variants(main: Entry, domains: tuple[Domain, ...]) -> dict[str, Variant]:
    everything = tuple(question.id for domain in domains for question in domain.questions)
    return {
        entry.word("id"): Variant(
            entry.word("id"), entry.text("name"), frozenset(entry.words("questions") or everything)
        )
        for entry in main.entries("variant")
    }


def _opinion(entry: Entry, figures: Mapping[str, Figure]) -> OpinionQuestion:
    return OpinionQuestion(
        id=entry.word("id"),
        name=entry.text("name"),
        text=entry.text("question"),
        help=entry.text("help"),
        many=entry.word("choice") == "many",
        optional=entry.flag("optional"),
        options=tuple(_option(option, figures) for option in entry.entries("option")),
        combined=tuple(_combined(combined, figures) for combined in entry.entries("combined")),
        note=entry.text_if_any("note"),
    )


def _option(entry: Entry, figures: Mapping[str, Figure]) -> OpinionOption:
    return OpinionOption(
        token=entry.word("token"),
        label=entry.text("label"),
        exclusive=entry.flag("exclusive"),
        figure=figures[entry.word("figure")] if "figure" in entry else None,
        drawn_as=entry.band("drawn_as"),
        note=entry.text_if_any("note"),
    )


def _combined(entry: Entry, figures: Mapping[str, Figure]) -> CombinedFigure:
    return CombinedFigure(
        tokens=entry.words("tokens"),
        label=entry.text("label"),
        figure=figures[entry.word("figure")],
        note=entry.text_if_any("note"),
    )


def _survey(content: Entry) -> Survey:
    figures = {each.id: each for each in map(_figure, content.entries("figure"))}
    entry = content.entry("survey")
    return Survey(
        title=entry.word("title"),
        issuer=entry.word("issuer"),
        published=entry.word("published"),
        sample=entry.text("sample"),
        sample_figure=entry.word("sample_figure"),
        mix=entry.text("mix"),
        mix_figures=entry.words("mix_figures"),
        caution=entry.text("caution"),
        precision=entry.text("precision"),
        n=entry.whole("n"),
        confidence=content.texts("confidence"),
        figures=figures,
        findings=tuple(_finding(finding, figures) for finding in content.entries("finding")),
    )


def _figure(entry: Entry) -> Figure:
    return Figure(
        id=entry.word("id"),
        claim=entry.text("claim"),
        shown=entry.text("shown"),
        base=entry.text("base"),
        source=entry.text("source"),
        address=entry.word("address"),
        quote=entry.word("quote"),
        quote_language=entry.word("quote_language"),
        confidence=entry.word("confidence"),
        share=entry.whole("share") if "share" in entry else None,
        working=entry.flag("working"),
        caution=entry.text_if_any("caution"),
    )


def _finding(entry: Entry, figures: Mapping[str, Figure]) -> Finding:
    figure = figures[entry.word("figure")]
    return Finding(
        name=entry.word("name"),
        label=entry.text("label"),
        kind=entry.word("kind"),
        figure=figure,
        share=figure.share or 0,  # the check refuses a finding without a share
    )


def _guidance(entry: Entry) -> Guidance:
    return Guidance(
        id=entry.word("id"),
        title=entry.word("title"),
        issuer=entry.text("issuer"),
        requires=entry.text("requires"),
        year=entry.word_if_any("year"),
        identifier=entry.word_if_any("identifier"),
        address=entry.word_if_any("address"),
    )
