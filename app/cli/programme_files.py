"""The commands that write the files of a programme: the comparison of its organisations, and the letters."""

import sys
from datetime import date
from pathlib import Path

import click

from app.cli import files
from app.cli.errors import InputError
from app.cli.opened_programme import open_programme_database, own_address, unlock
from app.cli.versions import load_versions
from app.exchange.programme import comparison_csv, comparison_json, comparison_xlsx
from app.maturity.errors import UnknownVersionError
from app.maturity.programme.invitation import IssuedInvitation
from app.maturity.programme.side_by_side import Comparison, side_by_side
from app.maturity.text import LANGUAGES, Language
from app.report.programme.invitation_letters import render_letters
from app.report.programme.programme_report import render_programme_report
from app.storage.database.engine import for_reading
from app.storage.programme import invitations
from app.storage.programme.invitations import NOT_BEGUN
from app.translations import translator
from app.translations.wording import Wording
from app.web.whole_programme import load_programme

_WITHOUT_WORDS = {".csv": comparison_csv.write, ".json": comparison_json.write}
_WITH_WORDS = (".pdf", ".xlsx")

_NO_ADDRESS = "The letters need the address of the service: add --address https://HOST."
_CLOSED = "The programme is closed: its invitations open nothing until it is extended on its pages."
_NOBODY = "Every invitation is used or withdrawn: there is no letter to write."


@click.command("report")
@click.argument("id")
@click.option(
    "-o", "out", required=True, type=click.Path(path_type=Path), help="A .pdf, .xlsx, .csv or .json."
)
@click.option("--lang", "language", type=click.Choice(LANGUAGES), help="The language of the PDF or workbook.")
def report(id: str, out: Path, language: Language | None) -> None:
    """Write the organisations that have submitted, side by side.

    Reads a coordinator’s code from standard input.
    The ending of the file says which kind is written. Of the other organisations it holds at most label,
    state and day.
    """
    kind = out.suffix.lower()
    if kind not in (*_WITH_WORDS, *_WITHOUT_WORDS):
        raise click.UsageError("-o must name a file that ends in .pdf, .xlsx, .csv or .json.")
    if (kind in _WITH_WORDS) != (language is not None):
        raise click.UsageError("A PDF and a workbook need --lang; a CSV and a JSON file take none.")
    with open_programme_database() as (engine, config), for_reading(engine).connect() as connection:
        key = unlock(connection, config, id)
        _note("Opening the submissions …")
        try:
            questionnaire = load_versions().find(key.terms.questionnaire_id, key.terms.version)
        except UnknownVersionError as error:
            raise InputError(str(error)) from None
        programme = load_programme(connection, key, questionnaire)
    # The database is closed by now: what follows may take seconds, and writers wait for readers.
    comparison = side_by_side(programme, questionnaire)
    _note(
        f"Writing {files.printable_name(out)}:"
        f" organisations that have submitted: {len(comparison.submitted)} …"
    )
    files.write_bytes(out, _content(comparison, kind, language, key.today))
    unreadable = sum(each.unreadable for each in programme.organisations)
    if unreadable:
        click.echo(f"Submissions that could not be read and are left out: {unreadable}.", err=True)


@click.command("letters")
@click.argument("id")
@click.option("-o", "out", required=True, type=click.Path(path_type=Path), help="The PDF to write.")
@click.option("--lang", "language", required=True, type=click.Choice(LANGUAGES), help="Its language.")
@click.option("--address", help="The address of the service, as https://muster.example.")
def letters(id: str, out: Path, language: Language, address: str | None) -> None:
    """Write a letter for each invitation that nobody has accepted.

    Reads a coordinator’s code from standard input.
    """
    with open_programme_database() as (engine, config), for_reading(engine).connect() as connection:
        base = address or own_address(config)
        if not base:
            raise InputError(_NO_ADDRESS)
        key = unlock(connection, config, id)
        if not key.is_open:
            raise InputError(_CLOSED)
        issued = [
            IssuedInvitation(each.label, each.state, each.state_on, f"{base}/i/{language}/{each.token}")
            for each in invitations.list_invitations(connection, key)
            if each.state == NOT_BEGUN
        ]
    if not issued:
        raise InputError(_NOBODY)
    quiet = not sys.stderr.isatty()
    with click.progressbar(length=len(issued), file=sys.stderr, hidden=quiet) as bar:
        content = render_letters(
            issued,
            _wording(language),
            name=key.terms.name,
            contact=key.terms.contact,
            closes_on=key.days.closes_on,
            report_letter=bar.update,
        )
    files.write_bytes(out, content)


def _content(comparison: Comparison, kind: str, language: Language | None, today: date) -> bytes:
    if language is None:
        return _WITHOUT_WORDS[kind](comparison)
    wording = Wording(language, translator(language), comparison.questionnaire)
    if kind == ".pdf":
        return render_programme_report(comparison, today, wording)
    return comparison_xlsx.write(comparison, today, wording)


def _wording(language: Language) -> Wording:
    return Wording(language, translator(language), load_versions().newest)


def _note(sentence: str) -> None:
    """Print what is being done, on a terminal alone."""
    if sys.stderr.isatty():
        click.echo(sentence, err=True)
