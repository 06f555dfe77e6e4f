"""The documents of a scorecard, as they are downloaded."""

from typing import Protocol

from app.maturity.scorecard import Scorecard
from app.maturity.text import Language
from app.report.board import render_board
from app.report.files import ScorecardFiles, scorecard_files
from app.report.pack import render_pack
from app.report.scorecard import render_scorecard
from app.report.tasks import render_tasks
from app.translations.wording import Wording
from tests.figures.cast import wording_in


class Renderer(Protocol):
    """A function that renders a document of a scorecard."""

    def __call__(
        self, scorecard: Scorecard, wording: Wording, *, attachments: ScorecardFiles | None
    ) -> bytes:
        """Return the bytes of the document."""


def _render_tasks(scorecard: Scorecard, wording: Wording, *, attachments: ScorecardFiles | None) -> bytes:
    """Return what is asked of the role that has most practices; no file is attached to it."""
    return render_tasks(scorecard, "communications", wording)


RENDERERS: dict[str, Renderer] = {
    "scorecard": render_scorecard,
    "board": render_board,
    "pack": render_pack,
    "tasks": _render_tasks,
}


def render_with_files(kind: str, scorecard: Scorecard, language: Language) -> bytes:
    """Return a document of a kind with its files attached."""
    wording = wording_in(language, scorecard.questionnaire)
    return RENDERERS[kind](scorecard, wording, attachments=scorecard_files(scorecard))
