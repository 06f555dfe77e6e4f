"""Commands for a sector body: what peers are told, published, reported and mended; never one contribution."""

import sys
from pathlib import Path

import click
from flask.cli import AppGroup

from app.cli import files
from app.cli.configured_database import open_configured_database
from app.cli.errors import InputError
from app.cli.versions import load_versions
from app.exchange import published_peers
from app.maturity import clock
from app.maturity.errors import UnknownVersionError
from app.maturity.peers.snapshot import Snapshot
from app.maturity.text import LANGUAGES, Language
from app.report.published_peers import render_published_peers
from app.storage.database.engine import for_reading, for_writing
from app.storage.peers import contributions, invitations, snapshots
from app.translations import translator
from app.translations.wording import Wording

peers_commands = AppGroup("peers", help="Publish and report what peers are told, and invite to contribute.")

_NOBODY_ASKS = "CONTRIBUTIONS is open: nobody is asked for an invitation."
_FORMATS = {"csv": published_peers.write_csv, "json": published_peers.write_json}


@peers_commands.command("rebuild", with_appcontext=False)
def rebuild() -> None:
    """Count all contributions anew, and say whether what was kept of them was right.

    Which receipts differ from the snapshot is kept with each change, and cannot be found again.
    """
    with open_configured_database() as (engine, _), for_writing(engine).begin() as connection:
        length, quiet = contributions.count(connection), not sys.stderr.isatty()
        with click.progressbar(length=length, file=sys.stderr, hidden=quiet) as bar:
            right = contributions.rebuild_histograms(connection, bar.update)
    click.echo(
        "Counted anew: all was right." if right else "Counted anew: something was wrong, and is mended."
    )


@peers_commands.command("publish", with_appcontext=False)
def publish() -> None:
    """Publish what the rules allow, as the server does every hour, and say what got a new snapshot."""
    with open_configured_database() as (engine, config):
        today = clock.utc_day(clock.utc_now())
        tried = list(snapshots.publish_all(engine, today, config.minimum_cohort))
    for (version, variant), done in tried:
        told = f"published as of {today:%Y-%m}" if done else "stays as it is: not enough has changed"
        click.echo(f"{version} {variant}: {told}.")
    if not tried:
        click.echo("There is nothing to publish.")


@peers_commands.command("report", with_appcontext=False)
@click.option("--csv", "kind", flag_value="csv", default=True, help="As CSV, which is the default.")
@click.option("--json", "kind", flag_value="json", help="As JSON, with notes on how to read it.")
@click.option("--pdf", "kind", flag_value="pdf", help="As a PDF, which needs -o and --lang.")
@click.option("--lang", "language", type=click.Choice(LANGUAGES), help="The language of the PDF.")
@click.option("-o", "out", type=click.Path(path_type=Path), help="The file to write in place of printing.")
def report(kind: str, language: Language | None, out: Path | None) -> None:
    """Give the published cohorts, under the same rules as the pages."""
    if (kind == "pdf") != (language is not None) or (kind == "pdf" and out is None):
        raise click.UsageError("--pdf needs -o and --lang, and --lang needs --pdf.")
    with open_configured_database() as (engine, _), for_reading(engine).connect() as connection:
        editions = snapshots.published_editions(connection)
        found = [snapshots.read_snapshot(connection, edition) for edition in editions]
    told = [snapshot for snapshot in found if snapshot]
    content = _render_pdf(told, language) if language else _FORMATS[kind](told)
    if out is None:
        click.echo(content, nl=False)
        return
    files.write_bytes(out, content)


def _render_pdf(told: list[Snapshot], language: Language) -> bytes:
    if not told:
        raise InputError("Nothing is published yet, so there is nothing to print.")
    known = load_versions()
    try:
        editions = [(each, known.find(known.newest.id, each.version)) for each in told]
    except UnknownVersionError as error:
        raise InputError(str(error)) from None
    wording = Wording(language, translator(language), editions[-1][1])
    return render_published_peers(editions, wording)


@peers_commands.command("invite", with_appcontext=False)
@click.argument("count", metavar="[N]", default=1, type=click.IntRange(1, 1000))
def invite(count: int) -> None:
    """Print tokens, one a line, each of which lets one organisation contribute once; they are not kept."""
    with open_configured_database() as (engine, config):
        with for_writing(engine).begin() as connection:
            tokens = invitations.invite(connection, count)
        if not config.invited_only:
            click.echo(_NOBODY_ASKS, err=True)
    for token in tokens:
        click.echo(token)
