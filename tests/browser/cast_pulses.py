"""Staff pulses of the cast: one that is open, one that is closed with groups, one that few answered."""

from flask import Flask

from app.storage.pulse.respondent import add_answer
from tests.figures.cast import colleagues
from tests.web.pulse.colleague import close_pulse, open_pulse
from tests.web.respondent import Respondent

# Its grouping, how many answer, whether it is closed then, and whether it asks the second part.
PULSES = {
    "asking": ("function", 12, False, True),
    "asked": ("seniority", 120, True, True),
    "asked-few": ("", 3, True, False),
}


def open_pulses(app: Flask, respondent: Respondent) -> tuple[dict[str, str], dict[str, str]]:
    """Begin an assessment for each pulse, and give the public ids and the links by the pulses' names."""
    ids, links = {}, {}
    for name, (grouping, number, is_closed, policy) in PULSES.items():
        owner = respondent.starts("quick", "Bellatrix")
        links[name], ids[name] = open_pulse(owner, grouping, policy=policy), owner.id
        code = links[name].rpartition("/")[2]
        services = app.extensions["muster"]
        for given in colleagues(number, grouping, policy=policy):
            with services.writing.begin() as connection:
                assert add_answer(connection, services.vault, code, given)
        if is_closed:
            close_pulse(owner)
    return ids, links
