"""A sentence for the next page of an assessment: what opening a code did to the others in this browser."""

from flask import session

from app.translations import N_
from app.web.request.language import translate as _

NOTICE = "notice"

# What happened, as the sealed cookie keeps it until the next page.
KEPT, REPLACED, CLOSED_OLDEST = "kept", "replaced", "closed_oldest"

_SENTENCES = {
    KEPT: N_(
        "This assessment is already open in this browser with more rights than the link or code that you"
        " have just opened gives, so nothing has changed. To see what that link shows, open it in a private"
        " window."
    ),
    REPLACED: N_(
        "This assessment was open in this browser with another link or code, which is closed here now. To"
        " use both, open one of them in a private window."
    ),
    CLOSED_OLDEST: N_(
        "No more assessments can be open in one browser, so the one that you opened first is closed here."
        " Its code opens it again."
    ),
}


def leave(kind: str) -> None:
    """Leave a notice for the next page of an assessment."""
    session[NOTICE] = kind


def take() -> str:
    """Return the sentence that was left, in the reader's language, and forget it; empty if there is none."""
    kind = session.pop(NOTICE) if NOTICE in session else ""
    return _(_SENTENCES[kind]) if kind in _SENTENCES else ""
