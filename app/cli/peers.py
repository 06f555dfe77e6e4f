"""Commands for a sector body, about published peers; none of them shows a single contribution."""

import sys
from pathlib import Path

import click

from app.cli import files
from app.cli.configured_database import open_configured_database
from app.cli.errors import CommandGroup, InputError
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

peers_commands = CommandGroup(
    "peers", help="Publish and report the cohorts of peers, and invite to contribute."
)

_NOT_NEEDED = "CONTRIBUTIONS is open: contributing needs no invitation."
_RIGHT = "Recounted: all counts were right."
_CORRECTED = "Recounted: some counts were wrong and are corrected."
_FORMATS = {"csv": published_peers.write_csv, "json": published_peers.write_json}


@peers_commands.command("rebuild", with_appcontext=False)
def rebuild() -> None:
    """Recount all contributions, and print whether the stored counts were right.

    Which receipts differ from the snapshot is recorded with each change and cannot be recomputed.
    """
    with open_configured_database() as (engine, _), for_writing(engine).begin() as connection:
        length, quiet = contributions.count(connection), not sys.stderr.isatty()
        with click.progressbar(length=length, file=sys.stderr, hidden=quiet) as bar:
            right = contributions.rebuild_histograms(connection, bar.update)
    click.echo(_RIGHT if right else _CORRECTED)


@peers_commands.command("publish", with_appcontext=False)
def publish() -> None:
    """Publish the cohorts that the rules allow, as the server does every hour, and print the result."""
    with open_configured_database() as (engine, config):
        today = clock.utc_day(clock.utc_now())
        results = list(snapshots.publish_all(engine, today, config.minimum_cohort))
    for (version, variant), published in results:
        result = f"published as of {today:%Y-%m}" if published else "stays as it is: not enough has changed"
        click.echo(f"{version} {variant}: {result}.")
    if not results:
        click.echo("There is nothing to publish.")


@peers_commands.command("report", with_appcontext=False)
@click.option("--csv", "kind", flag_value="csv", default=True, help="As CSV, which is the default.")
@click.option("--json", "kind", flag_value="json", help="As JSON, with notes on how to read it.")
@click.option("--pdf", "kind", flag_value="pdf", help="As a PDF, which needs -o and --lang.")
@click.option("--lang", "language", type=click.Choice(LANGUAGES), help="The language of the PDF.")
@click.option("-o", "out", type=click.Path(path_type=Path), help="The file to write in place of printing.")
def report(kind: str, language: Language | None, out: Path | None) -> None:
    """Print the published cohorts, which are the same as on the pages."""
    if (kind == "pdf") != (language is not None) or (kind == "pdf" and out is None):
        raise click.UsageError("--pdf needs -o and --lang, and --lang needs --pdf.")
    with open_configured_database() as (engine, _), for_reading(engine).connect() as connection:
        editions = snapshots.published_editions(connection)
        stored = [snapshots.read_snapshot(connection, edition) for edition in editions]
    published = [snapshot for snapshot in stored if snapshot]
    content = _render_pdf(published, language) if language else _FORMATS[kind](published)
    if out is None:
        click.echo(content, nl=False)
        return
    files.write_bytes(out, content)


def _render_pdf(published: list[Snapshot], language: Language) -> bytes:
    if not published:
        raise InputError("Nothing is published yet, so there is nothing to print.")
    known = load_versions()
    try:
        editions = [(each, known.find(known.newest.id, each.version)) for each in published]
    except UnknownVersionError as error:
        raise InputError(str(error)) from None
    wording = Wording(language, translator(language), editions[-1][1])
    return render_published_peers(editions, wording)


@peers_commands.command("invite", with_appcontext=False)
@click.argument("count", metavar="[N]", default=1, type=click.IntRange(1, 1000))
def invite(count: int) -> None:
    """Print tokens, one a line; with each, one organisation can contribute once. Tokens are not stored."""
    with open_configured_database() as (engine, config):
        with for_writing(engine).begin() as connection:
            tokens = invitations.invite(connection, count)
        if not config.invited_only:
            click.echo(_NOT_NEEDED, err=True)
    for token in tokens:
        click.echo(token)
