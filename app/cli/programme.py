"""Commands for the coordinator of a programme; none prints anything that was not submitted."""

from collections import Counter
from datetime import date
from pathlib import Path

import click
from sqlalchemy import Connection

from app.cli import files, programme_files
from app.cli.configured_database import open_configured_database
from app.cli.errors import CommandGroup, InputError
from app.cli.opened_programme import open_programme_database, own_address, unlock
from app.cli.versions import load_versions
from app.exchange.programme import invitations_csv, labels_csv
from app.exchange.programme.labels_csv import FaultyLabelsError, LabelList
from app.maturity import clock
from app.maturity.clean_text import clean_line, escape_unprintable
from app.maturity.iso_dates import parse_iso_day
from app.maturity.programme.invitation import IssuedInvitation
from app.maturity.programme.programme import MAX_INVITATIONS, NAME_LIMIT, STATES
from app.maturity.text import LANGUAGES, Language
from app.storage.database.engine import for_reading, for_writing
from app.storage.programme import invitations, programmes
from app.storage.programme.errors import ProgrammeClosedError
from app.storage.programme.programme_key import ProgrammeKey
from app.storage.programme.programmes import NewProgramme
from app.storage.sealing.vault import Vault
from app.translations import translator
from app.translations.wording import Wording

programme_commands = CommandGroup(
    "programme", help="Create a programme, invite organisations to it, and follow their progress."
)
programme_commands.add_command(programme_files.report)
programme_commands.add_command(programme_files.letters)

_VARIANTS = ("full", "quick")

_NO_PEPPER = "PEPPER is not set, and the service makes one only at its first start: start it once, or set it."
_KEEP = "Each of the two codes opens the programme. Neither is stored: if both are lost, so is the programme."
_NO_ADDRESS = "The links lack the address of the service: add --address https://HOST."
_CLOSED = "The programme is closed: extend it on its pages to invite more organisations."


@programme_commands.command("create", with_appcontext=False)
@click.option("--name", required=True, help="Its name, which every invited organisation reads.")
@click.option(
    "--variant", required=True, type=click.Choice(_VARIANTS), help="All questions, or the quick check."
)
@click.option("--closes", metavar="DAY", help="The last day on which it is open, as 2027-06-30.")
@click.option("--contact", default="", help="Whom the invited organisations may ask.")
def create(name: str, variant: str, closes: str | None, contact: str) -> None:
    """Create a programme on the newest questionnaire, and print its id and its two codes, once."""
    today = clock.utc_day(clock.utc_now())
    newest = load_versions().newest
    new = NewProgramme(
        _line(name, "--name"),
        newest.id,
        newest.version,
        variant,
        _line(contact, "--contact", may_be_empty=True),
        _last_day(closes, today),
    )
    with open_configured_database(with_peppers=True) as (engine, config):
        if not config.peppers:
            raise InputError(_NO_PEPPER)
        with for_writing(engine).begin() as connection:
            id, made = programmes.create(connection, Vault(config.peppers), new, today)
    click.echo(id)
    for code in made:
        click.echo(code)
    click.echo(_KEEP, err=True)


@programme_commands.command("invite", with_appcontext=False)
@click.argument("id")
@click.argument("labels", metavar="LABELS.csv", type=click.Path(path_type=Path))
@click.option("-o", "out", type=click.Path(path_type=Path), help="The CSV to write; printed without it.")
@click.option("--lang", "language", default="en", type=click.Choice(LANGUAGES), help="The links’ language.")
@click.option("--address", help="The address of the service, as https://muster.example.")
def invite(id: str, labels: Path, out: Path | None, language: Language, address: str | None) -> None:
    """Invite every organisation in a CSV file, and print each with the link that invites it.

    Reads a coordinator’s code from standard input.
    """
    data = files.read_bytes(labels, labels_csv.MAX_BYTES + 1)
    with open_programme_database() as (engine, config), for_writing(engine).begin() as connection:
        key = unlock(connection, config, id)
        listed = _read_labels(connection, key, data, labels)
        try:
            made = invitations.invite(connection, key, listed.labels)
        except ProgrammeClosedError:
            raise InputError(_CLOSED) from None
        base = address or own_address(config)
        issued = [
            IssuedInvitation(each.label, each.state, each.state_on, f"{base}/i/{language}/{each.token}")
            for each in made
        ]
        wording = Wording(language, translator(language), load_versions().newest)
        content = invitations_csv.write(issued, wording)
        # Before the commit: if the links cannot be written, nobody is invited.
        if out is None:
            click.echo(content, nl=False)
        else:
            files.write_bytes(out, content)
    for fault in listed.left_out:
        click.echo(f"{files.printable_name(labels)}: {fault.text(translator('en'))}", err=True)
    if not base:
        click.echo(_NO_ADDRESS, err=True)


@programme_commands.command("list", with_appcontext=False)
@click.argument("id")
def list_organisations(id: str) -> None:
    """Print every organisation with its state and since which day; then how many are in each state.

    Reads a coordinator’s code from standard input.
    """
    with open_programme_database() as (engine, config), for_reading(engine).connect() as connection:
        listed = invitations.list_invitations(connection, unlock(connection, config, id))
    for each in listed:
        click.echo(f"{each.state_on} {each.state} {escape_unprintable(each.label)}")
    counts = Counter(each.state for each in listed)
    click.echo(", ".join(f"{state} {counts[state]}" for state in STATES), err=True)


@programme_commands.command("close", with_appcontext=False)
@click.argument("id")
def close(id: str) -> None:
    """Close a programme: nothing more is accepted, submitted or replaced until it is extended.

    Reads a coordinator’s code from standard input.
    """
    with open_programme_database() as (engine, config), for_writing(engine).begin() as connection:
        key = unlock(connection, config, id)
        if key.is_open:
            programmes.close(connection, key)
    click.echo("The programme is closed." if key.is_open else "The programme was closed already.")


def _read_labels(connection: Connection, key: ProgrammeKey, data: bytes, file: Path) -> LabelList:
    invited = [each.label for each in invitations.list_invitations(connection, key)]
    try:
        return labels_csv.read_file(data, invited, MAX_INVITATIONS - len(invited))
    except FaultyLabelsError as error:
        name, english = files.printable_name(file), translator("en")
        raise InputError("\n".join(f"{name}: {fault.text(english)}" for fault in error.faults)) from None


def _line(typed: str, option: str, *, may_be_empty: bool = False) -> str:
    text = clean_line(typed)
    if not text and not may_be_empty:
        raise click.UsageError(f"{option} is empty.")
    if len(text) > NAME_LIMIT:
        raise click.UsageError(f"{option} has {len(text)} characters. It may have at most {NAME_LIMIT}.")
    return text


def _last_day(typed: str | None, today: date) -> date | None:
    if typed is None:
        return None
    try:
        day = parse_iso_day(typed)
    except ValueError:
        raise click.UsageError("--closes must be a day such as 2027-06-30.") from None
    if day < today:
        raise click.UsageError(f"--closes names a day that has passed: today is {today}.")
    return day
