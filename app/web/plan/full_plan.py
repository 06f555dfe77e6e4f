"""The sentence of a page that adds actions to a full plan."""

from app.web.request.language import translate as _


def full_plan_sentence(limit: int) -> str:
    """Return why nothing was added."""
    sentence = _("A plan holds at most %(limit)s actions, so nothing was added.")
    return sentence % {"limit": limit}
