"""The commands on policies: read one, and write a draft policy or an amendment sheet from model clauses."""

from collections.abc import Collection, Mapping
from pathlib import Path

import click

from app.cli import files, policy_reading, scoring
from app.cli.errors import CommandGroup, InputError
from app.exchange.faults import FaultyAssessmentError
from app.maturity.scorecard import Scorecard
from app.maturity.text import LANGUAGES, Language
from app.report.policy import policy_file
from app.report.policy.draft_content import DraftContent, choose_clauses
from app.report.policy.policy_file import DraftFormat, DraftKind
from app.translations import translator
from app.translations.wording import Wording

_LANGUAGES: Mapping[str, tuple[Language, ...]] = {"en": ("en",), "fr": ("fr",), "both": LANGUAGES}
_FORMATS: Mapping[str, DraftFormat] = {".docx": "docx", ".odt": "odt"}

policy_commands = CommandGroup("policy", help="Read a policy, or write a draft policy or amendments.")
policy_commands.add_command(policy_reading.read)


@policy_commands.command("draft", with_appcontext=False)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("-o", "out", required=True, type=click.Path(path_type=Path), help="The DOCX or ODT to write.")
@click.option(
    "--lang",
    "language",
    required=True,
    type=click.Choice(tuple(_LANGUAGES)),
    help="Its language, or both side by side.",
)
@click.option("--amendments", is_flag=True, help="Write amendments to a policy instead of a whole one.")
@click.option(
    "--practice",
    "practices",
    multiple=True,
    help="Write only the clauses of this practice, for example G5; repeatable.",
)
def draft(
    file: Path,
    out: Path,
    language: str,
    *,
    amendments: bool,
    practices: tuple[str, ...],
) -> None:
    """Write all model clauses as a draft policy, or those an assessment FILE recommends as amendments."""
    format = _FORMATS.get(out.suffix.lower())
    if format is None:
        raise click.UsageError("-o names neither a .docx nor an .odt file.")
    try:
        card = scoring.build_card(scoring.read_assessment(file))
    except FaultyAssessmentError as error:
        raise InputError("\n".join(scoring.fault_lines(file, error))) from None
    clauses = choose_clauses(card.questionnaire, _practices(card, practices, recommended=amendments))
    if not clauses:
        raise InputError(f"{files.printable_name(file)}: There is no model clause for these practices.")
    languages = _LANGUAGES[language]
    wordings = tuple(Wording(each, translator(each), card.questionnaire) for each in languages)
    filled = {"organisation": card.assessment.profile.organisation}
    content = DraftContent(clauses, wordings, dict.fromkeys(languages, filled))
    kind: DraftKind = "amendments" if amendments else "policy"
    files.write_bytes(out, policy_file.write(content, kind, format))


def _practices(card: Scorecard, chosen: tuple[str, ...], *, recommended: bool) -> Collection[str] | None:
    """Return the practices whose clauses are written; None stands for all of them."""
    unknown = [each for each in chosen if each not in card.questionnaire.ids]
    if unknown:
        raise click.UsageError(f"--practice names no practice of the questionnaire: {unknown[0]}.")
    if chosen:
        return chosen
    return [each.question.id for each in card.recommendations] if recommended else None
