"""The parts of a long document that are about social media."""

from collections.abc import Sequence

# A document this short is a policy on social media, or an excerpt that somebody chose.
SHORT_DOCUMENT = 100
# How many sentences before and after a mention of social media are about it too.
REACH = 15


def near_topic(mentions: Sequence[bool]) -> list[bool]:
    """Return which sentences are about social media, from those that mention it.

    Every sentence is, in a short document and in one that never mentions it.
    """
    if len(mentions) <= SHORT_DOCUMENT or not any(mentions):
        return [True] * len(mentions)
    near = [False] * len(mentions)
    for place, mentioned in enumerate(mentions):
        if mentioned:
            start, end = max(0, place - REACH), min(len(mentions), place + REACH + 1)
            near[start:end] = [True] * (end - start)
    return near
