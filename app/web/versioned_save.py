"""Saving a form under the version of the document that its sender saw."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection

from app.storage.sealing.documents import StoredAssessment
from app.storage.sealing.errors import ConflictError, RoundClosedError
from app.web.forms.base import Problem, VersionedForm
from app.web.request import database
from app.web.request.language import translate as _

# Takes the connection to write to and the version that the save expects; returns the version afterwards.
Save = Callable[[Connection, int], int]


@dataclass(frozen=True, slots=True)
class SaveResult:
    """The outcome of a form: the version to show in it again, its problems, and the conflict if there is one.

    ``conflict`` is the assessment as somebody else stored it meanwhile; nothing of the form is stored then.
    ``is_refused`` says that nothing of it could be stored because it is not genuine or arrived incomplete.
    """

    version: int
    problems: tuple[Problem, ...] = ()
    conflict: StoredAssessment | None = None
    is_sent: bool = True
    is_refused: bool = False

    @property
    def is_saved(self) -> bool:
        """Return whether the whole form is stored."""
        return self.is_sent and not self.problems and self.conflict is None

    @property
    def status(self) -> int:
        """Return the HTTP status of the page that shows the form: 200, 409 or 422."""
        if self.conflict is not None:
            return 409
        return 422 if self.is_sent else 200

    @property
    def saved_sentence(self) -> str:
        """Return what of a form with problems is saved and what is not; empty if it has none.

        The page of a conflict says so itself.
        """
        if not self.problems or self.conflict is not None:
            return ""
        if self.is_refused:
            return _("Nothing on this page is saved yet.")
        return _("What is named here is not saved yet. Everything else on this page is saved.")


def unsent(stored: StoredAssessment, document: str) -> SaveResult:
    """Return the result of a page that is only shown."""
    return SaveResult(stored.versions[document], is_sent=False)


def versioned_save(form: VersionedForm, stored: StoredAssessment, document: str, save: Save) -> SaveResult:
    """Store the valid fields of a form, and return what its page shows.

    Nothing is stored if the form is not genuine, if it has problems and is older than the stored document, or
    if the save raises ConflictError. Raises RoundClosedError if the present round is closed.
    """
    if stored.is_closed:
        raise RoundClosedError
    current = stored.versions[document]
    problems = tuple(form.problems())
    if not form.may_be_stored:
        return SaveResult(form.version_to_show(current), problems, is_refused=True)
    if form.is_outdated(current):
        return SaveResult(current, conflict=stored)
    try:
        version = save(database.writing(), form.expected_version)
    except ConflictError as error:
        return SaveResult(error.version, conflict=error.stored)
    return SaveResult(version, problems)
