"""Loading a questionnaire's folder as one frozen Questionnaire."""

from collections.abc import Mapping
from pathlib import Path

from app.catalogue.check import find_faults
from app.catalogue.checked_table import CheckedTable
from app.catalogue.faults import FaultyQuestionnaireError
from app.catalogue.file_names import GUIDANCE, OPINIONS, QUESTIONNAIRE, SURVEY
from app.catalogue.files import read
from app.catalogue.policy.policy_loader import load_policy
from app.maturity.opinions import CombinedFigure, OpinionOption, OpinionQuestion
from app.maturity.questionnaire import Domain, Guidance, Question, Questionnaire, Variant
from app.maturity.survey import Figure, Finding, Survey

__all__ = ["FaultyQuestionnaireError", "load"]


def load(folder: Path) -> Questionnaire:
    """Return the questionnaire in a folder, or raise FaultyQuestionnaireError with all its faults."""
    files = read(folder)
    if faults := find_faults(files):
        raise FaultyQuestionnaireError(faults)
    content = {file.path: CheckedTable(file.content) for file in files.files}
    main = content[QUESTIONNAIRE]
    domains = tuple(_domain(content[file.path]) for file in files.domain_files)
    survey = _survey(content[SURVEY])
    pulse = content[OPINIONS].optional_table("pulse")
    return Questionnaire(
        id=main.string("id"),
        version=main.string("version"),
        title=main.text("title"),
        domains=domains,
        variants=_variants(main, domains),
        levels=tuple(main.texts("level").values()),
        level_meanings=tuple(main.texts("ladder").values()),
        glossary=tuple((word.text("term"), word.text("meaning")) for word in main.tables("word")),
        answering_rule=main.text("rule"),
        owners=main.texts("owner"),
        efforts={int(effort): text for effort, text in main.texts("effort").items()},
        opinions=tuple(_opinion(each, survey.figures) for each in content[OPINIONS].tables("opinion")),
        survey=survey,
        guidance={each.id: each for each in map(_guidance, content[GUIDANCE].tables("guidance"))},
        policy_questions=tuple(map(_policy_question, pulse.tables("question") if pulse else ())),
        pulse_practice=pulse.string("practice") if pulse else None,
        published=main.optional_day("published"),
        policy=load_policy(files, [question.id for domain in domains for question in domain.questions]),
    )


def _domain(entry: CheckedTable) -> Domain:
    letter = entry.string("letter")
    return Domain(
        letter=letter,
        name=entry.text("name"),
        intro=entry.text("intro"),
        barrier=entry.optional_text("barrier"),
        benefit=entry.optional_text("benefit"),
        questions=tuple(_question(practice, letter) for practice in entry.tables("practice")),
    )


def _question(entry: CheckedTable, letter: str) -> Question:
    return Question(
        id=entry.string("id"),
        domain_letter=letter,
        name=entry.text("name"),
        text=entry.text("question"),
        help=entry.text("help"),
        levels=tuple(entry.texts("level").values()),
        evidence=tuple(entry.texts("evidence").values()),
        actions=tuple(entry.texts("action").values()),
        why=entry.text("why"),
        owner=entry.string("owner"),
        effort=entry.integer("effort"),
        gate=entry.boolean("gate"),
        not_applicable=entry.optional_text("not_applicable"),
        guidance=entry.strings("guidance"),
        findings=entry.strings("findings"),
        foundation=entry.boolean("foundation"),
        builds_on=entry.strings("builds_on"),
        decision=entry.optional_text("decision"),
    )


def _variants(main: CheckedTable, domains: tuple[Domain, ...]) -> dict[str, Variant]:
    everything = tuple(question.id for domain in domains for question in domain.questions)
    return {
        entry.string("id"): Variant(
            entry.string("id"), entry.text("name"), frozenset(entry.strings("questions") or everything)
        )
        for entry in main.tables("variant")
    }


def _opinion(entry: CheckedTable, figures: Mapping[str, Figure]) -> OpinionQuestion:
    return OpinionQuestion(
        id=entry.string("id"),
        name=entry.text("name"),
        text=entry.text("question"),
        help=entry.text("help"),
        many=entry.string("choice") == "many",
        optional=entry.boolean("optional"),
        options=tuple(_option(option, figures) for option in entry.tables("option")),
        combined=tuple(_combined(combined, figures) for combined in entry.tables("combined")),
        note=entry.optional_text("note"),
    )


def _policy_question(entry: CheckedTable) -> OpinionQuestion:
    return OpinionQuestion(
        id=entry.string("id"),
        name=entry.text("name"),
        text=entry.text("question"),
        help=entry.text("help"),
        many=False,
        optional=True,
        options=tuple(_option(option, {}) for option in entry.tables("option")),
        practice=entry.string("practice"),
    )


def _option(entry: CheckedTable, figures: Mapping[str, Figure]) -> OpinionOption:
    return OpinionOption(
        token=entry.string("token"),
        label=entry.text("label"),
        exclusive=entry.boolean("exclusive"),
        figure=figures[entry.string("figure")] if "figure" in entry else None,
        drawn_as=entry.optional_band("drawn_as"),
        note=entry.optional_text("note"),
    )


def _combined(entry: CheckedTable, figures: Mapping[str, Figure]) -> CombinedFigure:
    return CombinedFigure(
        tokens=entry.strings("tokens"),
        label=entry.text("label"),
        figure=figures[entry.string("figure")],
        note=entry.optional_text("note"),
    )


def _survey(content: CheckedTable) -> Survey:
    figures = {each.id: each for each in map(_figure, content.tables("figure"))}
    entry = content.table("survey")
    return Survey(
        title=entry.string("title"),
        issuer=entry.string("issuer"),
        published=entry.string("published"),
        sample=entry.text("sample"),
        sample_figure=entry.string("sample_figure"),
        mix=entry.text("mix"),
        mix_figures=entry.strings("mix_figures"),
        caution=entry.text("caution"),
        precision=entry.text("precision"),
        sample_size=entry.integer("n"),
        confidence=content.texts("confidence"),
        figures=figures,
        findings=tuple(_finding(finding, figures) for finding in content.tables("finding")),
    )


def _figure(entry: CheckedTable) -> Figure:
    return Figure(
        id=entry.string("id"),
        claim=entry.text("claim"),
        shown=entry.text("shown"),
        base=entry.text("base"),
        source=entry.text("source"),
        address=entry.string("address"),
        quote=entry.string("quote"),
        quote_language=entry.string("quote_language"),
        confidence=entry.string("confidence"),
        share=entry.integer("share") if "share" in entry else None,
        working=entry.boolean("working"),
        caution=entry.optional_text("caution"),
    )


def _finding(entry: CheckedTable, figures: Mapping[str, Figure]) -> Finding:
    figure = figures[entry.string("figure")]
    return Finding(
        name=entry.string("name"),
        label=entry.text("label"),
        kind=entry.string("kind"),
        figure=figure,
        share=figure.share or 0,  # the check refuses a finding without a share
    )


def _guidance(entry: CheckedTable) -> Guidance:
    return Guidance(
        id=entry.string("id"),
        title=entry.text_or_name("title"),
        issuer=entry.text("issuer"),
        requires=entry.text("requires"),
        year=entry.optional_string("year"),
        identifier=entry.optional_string("identifier"),
        address=entry.optional_string("address"),
        title_language=entry.optional_language("title_language"),
    )
