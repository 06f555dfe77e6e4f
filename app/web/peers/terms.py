"""What every page on peers says of this installation."""

from collections.abc import Mapping

from app.figures import peer_words
from app.web.request import language
from app.web.request.services import newest_questionnaire, services


def terms() -> Mapping[str, object]:
    """Give what pages on peers say of this installation, and how what is told is to be read."""
    config = services().config
    return {
        "minimum": config.minimum_cohort,
        "invited": config.invited_only,
        "peer_rules": peer_words.reading_notes(language.wording(newest_questionnaire())),
    }
