"""The edition of a questionnaire, within which contributions are compared."""

from typing import NamedTuple

from app.maturity.peers.contribution import Contribution


class Edition(NamedTuple):
    """A version of the questionnaire and a variant; only contributions of the same edition are peers."""

    version: str
    variant: str


def edition_of(contribution: Contribution) -> Edition:
    """Return the edition that a contribution belongs to."""
    return Edition(contribution.version, contribution.variant)
