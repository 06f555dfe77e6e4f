"""A copy of the service that restarts with other versions of the questionnaire."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from flask import Flask

from tests.conftest import a_config
from tests.questionnaire_versions import lay_out
from tests.web.respondent import Respondent
from tests.web.serving import serve


@dataclass(frozen=True)
class RestartedService:
    """A database and a folder of questionnaires, which several starts serve one after another."""

    url: str
    folder: Path

    @contextmanager
    def started(self, *names: str) -> Iterator[Flask]:
        """Serve with some versions until the block ends; those that are not there are laid out before."""
        lay_out(self.folder, *(name for name in names if not (self.folder / name).exists()))
        with serve(replace(a_config(self.url), questionnaires=self.folder)) as app:
            yield app


def begin_assessment(app: Flask, language: str = "en") -> Respondent:
    """Begin an assessment of the newest version, and remember its code."""
    begun = Respondent(app.test_client(), language).starts(organisation="Capella")
    begun.known_code = begun.code
    return begun


def sign_in_elsewhere(app: Flask, code: str, language: str = "en") -> Respondent:
    """Enter a code in another browser."""
    return Respondent(app.test_client(), language).enters(code)


def begin_half_filled(app: Flask) -> Respondent:
    """Begin an assessment of version 1.0, and answer all of it but its completion."""
    person = begin_assessment(app)
    person.answers("H", "save", H1="2", H1_comment="Lit by night", H2="3", H2_comment="Stone, <b>1912</b>")
    person.answers("G", "save", G1="3", G1_evidence="A photograph")
    person.visits("opinions").sends({"O1": "fair", "O2": ["fog"]})
    person.visits("targets").sends({"target-H": "4", "target-G": "2"})
    return person


def upgrade_to_newest(person: Respondent) -> Respondent:
    """Upgrade the open assessment to the newest version."""
    return person.visits("version").sends({"sure": "yes"})
