"""The programmes that the sweep reads, and the assessments that take part in them."""

from tests.browser.site import Site
from tests.web.checks import attributes
from tests.web.programme.coordinator import RunningProgramme, creates_programme, submits
from tests.web.programme.filled_programme import fill
from tests.web.respondent import Respondent

HOSTILE_LABEL = "<b>& “" + "directive" * 8


def open_programmes(
    site: Site, owner: Respondent, coordinator: Respondent, whole: bytes
) -> tuple[dict[str, str], dict[str, str], tuple[str, ...]]:
    """Return public ids and links by name, and the names of those that the coordinator’s browser opens."""
    programme = creates_programme(site.app, "full")
    fill(programme, [f"{HOSTILE_LABEL} {number}" for number in range(60)], 40)
    links = programme.invites("Submitting", "Taking part", "Withdrawn", "Unused", "Used")
    ids = {
        "submitting": _takes_part(owner, whole, links["Submitting"]),
        "taking-part": _takes_part(owner, whole, links["Taking part"]),
        "invitation-withdrawn": _takes_part(owner, whole, links["Withdrawn"]),
    }
    _takes_part(Respondent(site.app.test_client()), whole, links["Used"])
    submits(owner.opens(f"/en/assessment/{ids['submitting']}/submission"), "levels", texts=True)
    _enter(coordinator, programme)
    by_label = _invitations(coordinator, programme)
    _withdraw(coordinator, programme, by_label["Withdrawn"])
    closed = creates_programme(site.app, "full")
    ended = closed.invites("Ended")["Ended"]
    _enter(coordinator, closed).opens(closed.address("closing")).sends({"outcome": "close"})
    empty = creates_programme(site.app, "quick")
    _enter(coordinator, empty)
    opened = {"programme": programme.id, "programme-closed": closed.id, "programme-empty": empty.id}
    parts = {"organisation": by_label["Submitting"], "organisation-waiting": by_label["Unused"]}
    return (
        ids | opened | parts,
        {"invited": links["Unused"], "invited-used": links["Used"], "invited-closed": ended},
        tuple(opened),
    )


def _takes_part(owner: Respondent, whole: bytes, link: str) -> str:
    id = owner.uploads(whole).completes().id
    owner.opens(link).sends({"choice": id})
    return id


def _enter(coordinator: Respondent, programme: RunningProgramme) -> Respondent:
    return coordinator.opens("/en/programme").sends({"code": programme.codes[0], "idle": "60"})


def _invitations(coordinator: Respondent, programme: RunningProgramme) -> dict[str, str]:
    """Return the ids of the invitations by label."""
    coordinator.opens(programme.address("organisations"))
    rows = coordinator.page.query("tbody th")
    return {row.to_text().strip(): attributes(row)["id"].removeprefix("o-") for row in rows}


def _withdraw(coordinator: Respondent, programme: RunningProgramme, id: str) -> None:
    coordinator.opens(programme.address(f"organisations/{id}/withdraw")).sends({"sure": ["yes"]})
