"""A copy of the service as its operator sees it: commands with their settings, and a database behind them."""

from collections.abc import Mapping
from dataclasses import dataclass

from click.testing import Result
from flask.testing import FlaskCliRunner

from tests.conftest import SECRET
from tests.storage.filing import Desk

PEPPER = "p" * 32


@dataclass(frozen=True)
class Copy:
    """Runs the data commands on a database."""

    runner: FlaskCliRunner
    url: str
    desk: Desk

    def runs(self, *words: str, typed: str = "", settings: Mapping[str, str] | None = None) -> Result:
        """Run one of the data commands."""
        own = {"DATABASE_URL": self.url, "SECRET_KEY": SECRET, "PEPPER": PEPPER}
        return self.runner.invoke(args=["data", *words], input=typed, env={**own, **(settings or {})})
