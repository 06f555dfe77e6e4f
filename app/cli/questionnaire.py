"""The commands on the questionnaire's files."""

from pathlib import Path
from typing import get_args

import click

from app.catalogue import loader
from app.catalogue.check import check
from app.cli import files
from app.cli.errors import CommandGroup, InputError
from app.cli.versions import load_versions
from app.exchange.question_bank import bank_files
from app.exchange.question_bank.bank_files import BankFile
from app.maturity.errors import UnknownVersionError
from app.maturity.questionnaire import Questionnaire

questionnaire_commands = CommandGroup(
    "questionnaire", help="Check the questionnaire's files, and write it for other programs."
)


@questionnaire_commands.command("check", with_appcontext=False)
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
def check_folder(folder: Path | None) -> None:
    """Print every fault of all versions, or of one version's folder, with file, key and reason."""
    if folder is None:
        for each in load_versions().known:
            click.echo(_summary(each))
        return
    faults = check(folder)
    if faults:
        raise InputError("\n".join(str(fault) for fault in faults))
    click.echo(_summary(loader.load(folder)))


@questionnaire_commands.command("export", with_appcontext=False)
@click.option("--to", "kind", required=True, type=click.Choice(get_args(BankFile)), help="What to write.")
@click.option("-o", "out", required=True, type=click.Path(path_type=Path), help="The file to write.")
@click.option("--version", "version", help="Write another version than the newest, by its number.")
def export(kind: BankFile, out: Path, version: str | None) -> None:
    """Write the questionnaire for other programs, in both languages: OSCAL, CISO Assistant or SKOS."""
    known = load_versions()
    try:
        found = known.find(known.newest.id, version) if version else known.newest
    except UnknownVersionError:
        numbers = ", ".join(each.version for each in known.known)
        raise InputError(f"There is no version {version} of the questionnaire; there is {numbers}.") from None
    files.write_bytes(out, bank_files.write(found, kind))


def _summary(loaded: Questionnaire) -> str:
    practices = sum(len(domain.questions) for domain in loaded.domains)
    return (
        f"{loaded.id} {loaded.version}: no faults in {len(loaded.domains)} domains and {practices} practices."
    )
