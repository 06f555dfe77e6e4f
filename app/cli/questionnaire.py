"""Commands on the questionnaire's files."""

from functools import cache
from pathlib import Path

import click
from flask.cli import AppGroup

from app.catalogue import loader
from app.catalogue.check import check
from app.config import ROOT
from app.maturity.questionnaire import Questionnaire

FOLDER = ROOT / "questionnaires" / "readiness"

questionnaire_commands = AppGroup("questionnaire", help="Check the questionnaire's files.")


class InputError(click.ClickException):
    """What was given is at fault: one sentence a line, without a prefix, and exit code 1."""

    def show(self, file: object = None) -> None:
        """Print the sentences on standard error."""
        click.echo(self.message, err=True)


@cache
def questionnaire() -> Questionnaire:
    """Load the questionnaire that files are scored by, or end with its faults."""
    try:
        return loader.load(FOLDER)
    except loader.FaultyQuestionnaireError as error:
        raise InputError(str(error)) from None


@questionnaire_commands.command("check", with_appcontext=False)
@click.argument("folder", metavar="[DIR]", default=FOLDER, type=click.Path(path_type=Path))
def check_folder(folder: Path) -> None:
    """Name every fault of a questionnaire's folder with file, key and reason."""
    faults = check(folder)
    if faults:
        raise InputError("\n".join(str(fault) for fault in faults))
    loaded = loader.load(folder)
    click.echo(
        f"{loaded.id} {loaded.version}: no faults in {len(loaded.domains)} domains and "
        f"{sum(len(domain.questions) for domain in loaded.domains)} practices."
    )
