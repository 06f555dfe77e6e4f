"""The commands on assessment files: score many, print one, write it for other programs."""

import sys
from pathlib import Path
from typing import get_args

import click

from app.cli import files, scoring
from app.cli.errors import CommandGroup, InputError
from app.cli.versions import load_versions
from app.exchange.assessment_file import AssessmentFile
from app.exchange.faults import FaultyAssessmentError
from app.exchange.rounds.file_history import history_of_file
from app.maturity.text import LANGUAGES, Language
from app.report import document_of_file
from app.report.plan.file_content import PlanFile

# What an earlier round has without its plan.
_WITHOUT_PLAN: tuple[PlanFile, ...] = ("xlsx", "oscal-results", "ciso-csv")

assessment_commands = CommandGroup("assessment", help="Score assessment files, and print their scorecards.")


@assessment_commands.command("score", with_appcontext=False)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print scorecard.json objects, one a line.")
@click.option("--round", "round", type=int, help="Score a closed round of each file, by its number.")
def score(files: tuple[Path, ...], *, as_json: bool, round: int | None) -> None:
    """Score assessment files, one line each; faults are printed, and the other files are still scored."""
    load_versions()
    faulty = False
    results = scoring.score_files(files, as_json=as_json, round=round)
    quiet = len(files) < 2 or not sys.stderr.isatty()
    with click.progressbar(results, length=len(files), file=sys.stderr, hidden=quiet) as progress:
        for result in progress:
            faulty = faulty or bool(result.faults)
            for sentence in result.faults:
                click.echo(sentence, err=True)
            if result.line:
                click.echo(result.line)
    if faulty:
        raise click.exceptions.Exit(1)


@assessment_commands.command("report", with_appcontext=False)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("-o", "out", required=True, type=click.Path(path_type=Path), help="The PDF to write.")
@click.option("--lang", "language", required=True, type=click.Choice(LANGUAGES), help="Its language.")
@click.option("--board", is_flag=True, help="Write the board’s one page instead of the whole scorecard.")
@click.option("--for", "owner", help="Write what is asked of a role instead, for example hr or legal.")
@click.option("--round", "round", type=int, help="Print a closed round of the file, by its number.")
def report(
    file: Path, out: Path, language: Language, *, board: bool, owner: str | None, round: int | None
) -> None:
    """Write the scorecard PDF of an assessment file, its board page, or what is asked of one role."""
    if board and owner is not None:
        raise click.UsageError("Choose --board or --for, not both.")
    found = _read(file, round)
    if owner is not None and owner not in found.questionnaire.owners:
        roles = ", ".join(found.questionnaire.owners)
        raise click.UsageError(f"--for names no role of the questionnaire: choose one of {roles}.")
    card = scoring.build_card(found)
    content = (
        document_of_file.render_pdf(
            card, language, board=board, history=history_of_file(found, card), whole=found
        )
        if owner is None
        else scoring.render_tasks_pdf(card, owner, language)
    )
    files.write_bytes(out, content)


@assessment_commands.command("export", with_appcontext=False)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--to", "form", required=True, type=click.Choice(get_args(PlanFile)), help="What to write.")
@click.option("-o", "out", required=True, type=click.Path(path_type=Path), help="The file to write.")
@click.option("--lang", "language", required=True, type=click.Choice(LANGUAGES), help="Its language.")
@click.option("--round", "round", type=int, help="Write a closed round of the file, by its number.")
def export(file: Path, out: Path, form: PlanFile, language: Language, round: int | None) -> None:
    """Write an assessment file as a workbook, its plan, or its results for another program."""
    found = _read(file, round)
    if round is not None and form not in _WITHOUT_PLAN and _read(file, None).number != round:
        raise InputError(
            f"The file does not hold the plan of round {round}, but the latest plan alone."
            " Leave out --round, or choose --to xlsx, oscal-results or ciso-csv."
        )
    files.write_bytes(out, scoring.write_plan_file(found, language, form))


def _read(file: Path, round: int | None) -> AssessmentFile:
    try:
        return scoring.read_assessment(file, round)
    except FaultyAssessmentError as error:
        raise InputError("\n".join(scoring.fault_lines(file, error))) from None
