"""The labels of fields whose name is the same with every questionnaire, and which fields nobody typed.

Several pages may have a field of one name: its label here fits all of them.
"""

from collections.abc import Mapping

from app.figures import pulse_words
from app.translations import N_
from app.translations.programme_words import DEPTH_NAMES
from app.translations.voice_words import VOICE_ROLE_NAMES
from app.translations.wording import Wording

# Not shown, since nobody typed it: the page’s version, preview, proposal, marks or link, and the button; of
# others the first part counts.
NOT_TYPED = frozenset(
    {"version", "action", "page", "proposed", "replace", "seen", "heading", "cue", "link", "to", "without"}
)

LABELS = {
    "code": N_("Code of your assessment"),
    "idle": N_("When should this browser sign you out?"),
    "variant": N_("Which assessment do you want?"),
    "questionnaire": N_("Which version of the questionnaire?"),
    "organisation": N_("Name of your organisation (optional)"),
    "organisation_type": N_("Type of organisation"),
    "size_band": N_("Size"),
    "region": N_("Region"),
    "group": N_("Your group"),
    "another": N_("Another person at this device"),
    "receipt": N_("Receipt"),
    "invitation": N_("Invitation"),
    "text": N_("Text of your policy"),
    "document_title": N_("Title of the document"),
    "document_date": N_("Date of the document"),
    "reach": N_("Which practices should reach their target?"),
    "tick": N_("Tick the recommendations that you want to put in your plan"),
    "label": N_("Name of this round (optional)"),
    "day": N_("Date"),
    "name": N_("Name"),
    "role": N_("Role"),
    "extent": N_("What should your colleague answer?"),
    "domains": N_("Domains"),
    "scores": N_("A contributor may see the scores of these domains"),
    "shown": N_("Show the organisation’s name on the page that the link opens"),
    "policy": N_("Do you also want to ask about your own policy?"),
    "grouping": N_("Do you want to compare groups?"),
    "invited": N_("Who was invited to answer?"),
    "people": N_("Number of people who work for you"),
    "labels": N_("Organisations, one on each line"),
    "outcome": N_("What do you want to do?"),
    "choice": N_("Which assessment takes part?"),
    "round": N_("Round"),
    "depth": N_("How much do you want to submit?"),
    "texts": N_("Comments and evidence"),
    "agree": N_("Do you agree to share this?"),
    "agree_texts": N_("And the comments and the evidence?"),
    "peers": N_("Withdraw the shared scores too"),
    "sure": N_("Are you sure?"),
}

_TICKS = ("another", "scores", "shown", "policy", "texts", "agree", "agree_texts", "peers", "sure")
_EXTENTS = {"all": N_("All domains"), "some": N_("Only the domains that I tick below")}
_OUTCOMES = {"extend": N_("Keep the programme open, or open it again"), "close": N_("Close it now")}
_NEW_ASSESSMENT = {"new": N_("A new assessment, which I begin now")}
_LINK_ROLES = {
    "owner": N_("Owner of the assessment"),
    "viewer": N_("Viewer of everything"),
    "results_viewer": N_("Viewer of the results only"),
    "contributor": N_("Contributor"),
    "pulse_viewer": N_("Staff pulse only"),
    "api_reader": N_("Program that reads"),
    "api_writer": N_("Program that reads and writes"),
}


def choices(wording: Wording) -> dict[str, Mapping[str, str]]:
    """Return the words for the stored values of fields, by the name of the field."""
    _ = wording._
    offered: dict[str, Mapping[str, str]] = {
        "role": {**VOICE_ROLE_NAMES, **_LINK_ROLES},
        "extent": _EXTENTS,
        "outcome": _OUTCOMES,
        "choice": _NEW_ASSESSMENT,
        "depth": {str(depth): name for depth, name in DEPTH_NAMES.items()},
    }
    return {
        **{name: {"yes": _("Yes")} for name in _TICKS},
        **{name: {token: _(words) for token, words in each.items()} for name, each in offered.items()},
        "group": pulse_words.group_names(wording),
        "grouping": pulse_words.grouping_names(wording),
        "invited": {str(token): words for token, words in pulse_words.invited_names(wording).items()},
        "domains": {
            domain.letter: f"{domain.letter} {wording.text(domain.name)}"
            for domain in wording.questionnaire.domains
        },
    }


def is_typed(name: str, value: str) -> bool:
    """Return whether a person typed a field; “shown” is a tick or the mark of a preview."""
    return value == "yes" if name == "shown" else name.partition("-")[0] not in NOT_TYPED
