"""The command that checks a PDF written by Muster."""

from pathlib import Path

import click

from app.cli import files
from app.cli.errors import CommandGroup
from app.cli.versions import load_versions
from app.maturity import clock
from app.report.verification.verdict import PdfOutcome
from app.report.verification.verifying import verify_pdf
from app.translations import translator

report_commands = CommandGroup("report", help="Check the PDFs that Muster writes.")

_LIMIT = 64_000_000


@report_commands.command("verify", with_appcontext=False)
@click.argument("file", type=click.Path(path_type=Path))
def verify(file: Path) -> None:
    """Score the answers attached to a scorecard or a board’s page, and tell what happened to the PDF."""
    content = files.read_bytes(file, _LIMIT)
    found = verify_pdf(content, load_versions(), clock.latest_day(clock.utc_now()))
    english = translator("en")
    for finding in found.findings:
        line = f"{files.printable_name(file)}: {finding.text(english)}"
        click.echo(line, err=found.outcome is not PdfOutcome.WHOLE)
    raise SystemExit(found.outcome)
