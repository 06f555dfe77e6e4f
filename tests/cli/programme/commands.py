"""The coordinator’s commands, as tests run them."""

from click.testing import Result

from tests.cli.installation import Installation


def run(copy: Installation, *words: str, typed: str = "", **settings: str) -> Result:
    """Run one of the commands of a programme."""
    return copy.run_group("programme", *words, typed=typed, settings=settings)
