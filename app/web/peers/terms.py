"""The settings and notes that every page on peers shows."""

from collections.abc import Mapping

from app.figures import peer_words
from app.web.request import language
from app.web.request.services import newest_questionnaire, services


def terms() -> Mapping[str, object]:
    """Return the settings of this installation and the notes on reading the figures."""
    config = services().config
    return {
        "minimum": config.minimum_cohort,
        "invited": config.invited_only,
        "peer_rules": peer_words.reading_notes(language.wording(newest_questionnaire())),
    }
