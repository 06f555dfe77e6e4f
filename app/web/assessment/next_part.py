"""The button on the list of tasks that leads to what is to be done next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.maturity import wizard
from app.maturity.questionnaire import Domain
from app.maturity.wizard import Progress
from app.web.request.language import address, current
from app.web.request.language import translate as _


@dataclass(frozen=True, slots=True)
class NextPart:
    """The words of the button, and the address of the page."""

    label: str
    address: str


def next_domain_part(id: str, domains: Sequence[Domain], progress: Mapping[str, Progress]) -> NextPart | None:
    """Return the first of some domains that has an unanswered question, or None."""
    domain = wizard.first_unfinished(domains, progress)
    if domain is None:
        return None
    begun = any(each.answered for each in progress.values())
    sentence = _("Go on with %(domain)s") if begun else _("Start with %(domain)s")
    page = address("practices.domain", id=id, letter=domain.letter)
    return NextPart(sentence % {"domain": domain.name.in_(current())}, page)


def check_part(id: str) -> NextPart:
    """Return the check of the answers, which follows the last of them."""
    return NextPart(_("Check your answers"), address("completion.check", id=id))
