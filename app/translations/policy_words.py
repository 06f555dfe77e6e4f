"""The words for what a policy says on a practice: where a quote stands, and why there is none."""

from app.maturity.policy.matching import Quote
from app.translations.wording import Wording


def place_words(found: Quote, wording: Wording) -> str:
    """Return where a quote stands: its heading and its page, as far as they are known."""
    page = wording._("page %(number)s") % {"number": found.page} if found.page else ""
    return ", ".join(each for each in (found.heading, page) if each)


def nothing_words(wording: Wording, *, is_readable: bool) -> str:
    """Return what is said of a practice without a quote; a policy can show something of a readable one."""
    if is_readable:
        return wording._("We found no sentence on this. That does not mean there is none.")
    return wording._("A policy cannot show this.")
