"""The commands on the questionnaire's files."""

from pathlib import Path

import click

from app.catalogue import loader
from app.catalogue.check import check
from app.cli.errors import CommandGroup, InputError
from app.cli.versions import load_versions
from app.maturity.questionnaire import Questionnaire

questionnaire_commands = CommandGroup("questionnaire", help="Check the questionnaire's files.")


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


def _summary(loaded: Questionnaire) -> str:
    practices = sum(len(domain.questions) for domain in loaded.domains)
    return (
        f"{loaded.id} {loaded.version}: no faults in {len(loaded.domains)} domains and {practices} practices."
    )
