"""Commands on the questionnaire's files."""

from functools import cache
from pathlib import Path

import click
from flask.cli import AppGroup

from app.catalogue import loader
from app.catalogue.check import check
from app.catalogue.faults import FaultyQuestionnaireError
from app.catalogue.versions import load_all
from app.config import ROOT
from app.maturity.questionnaire import Questionnaire
from app.maturity.versions.versions import QuestionnaireVersions

FOLDER = ROOT / "questionnaires"

questionnaire_commands = AppGroup("questionnaire", help="Check the questionnaire's files.")


class InputError(click.ClickException):
    """What was given is at fault: one sentence a line, without a prefix, and exit code 1."""

    def show(self, file: object = None) -> None:
        """Print the sentences on standard error."""
        click.echo(self.message, err=True)


@cache
def load_versions() -> QuestionnaireVersions:
    """Load the versions of the questionnaire that files are scored by, or end with their faults."""
    try:
        return load_all(FOLDER)
    except FaultyQuestionnaireError as error:
        raise InputError(str(error)) from None


@questionnaire_commands.command("check", with_appcontext=False)
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
def check_folder(folder: Path | None) -> None:
    """Name every fault of all versions, or of one version's folder, with file, key and reason."""
    if folder is None:
        for each in load_versions().known:
            click.echo(_sound(each))
        return
    faults = check(folder)
    if faults:
        raise InputError("\n".join(str(fault) for fault in faults))
    click.echo(_sound(loader.load(folder)))


def _sound(loaded: Questionnaire) -> str:
    practices = sum(len(domain.questions) for domain in loaded.domains)
    return (
        f"{loaded.id} {loaded.version}: no faults in {len(loaded.domains)} domains and {practices} practices."
    )
