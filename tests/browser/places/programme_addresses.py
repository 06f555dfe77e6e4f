"""The pages of programmes in every state: the coordinator’s, and those of an organisation."""

from tests.browser.places.page_state import PageState

UNKNOWN_CODE = "0000-0000-0000-0000-0000-0000-0000"
_TOO_LONG = f"Deneb\n{'x' * 201}\n\n{'<b>' * 70}"


def _of_programme(
    name: str,
    path: str,
    status: int = 200,
    typed: tuple[tuple[str, str], ...] | None = None,
    programme: str = "programme",
) -> PageState:
    return PageState(f"programme-{name}", path, status, typed, programme=programme)


OF_PROGRAMMES = (
    PageState("programme-code", "programme"),
    PageState("programme-code-422", "programme", 422, (("code", "ABCD"), ("idle", ""))),
    PageState("programme-code-404", "programme", 404, (("code", UNKNOWN_CODE),)),
    PageState("programme-reopen", "programme/00000000000000000000/", 404),
    _of_programme("overview", ""),
    _of_programme("overview-closed", "", programme="programme-closed"),
    _of_programme("overview-empty", "", programme="programme-empty"),
    _of_programme("organisations", "organisations"),
    _of_programme("organisations-part", "organisations?state=submitted&initial=S"),
    _of_programme("organisations-none", "organisations?state=left"),
    _of_programme("organisations-empty", "organisations", programme="programme-empty"),
    _of_programme("invite", "invite"),
    _of_programme("invite-422", "invite", 422, (("labels", _TOO_LONG),)),
    _of_programme("invite-422-closed", "invite", 422, (("labels", "Vega"),), "programme-closed"),
    _of_programme("invited", "invite", 200, (("labels", "Vega\nvega\nAltair\n"),), "programme-empty"),
    PageState(
        "programme-reopen-typed",
        "invite",
        404,
        (("labels", _TOO_LONG),),
        programme="programme",
        forgotten=True,
    ),
    _of_programme("withdraw", "organisations/{ids[organisation-waiting]}/withdraw"),
    _of_programme("withdraw-submitted", "organisations/{ids[organisation]}/withdraw"),
    _of_programme("withdraw-422", "organisations/{ids[organisation]}/withdraw", 422, ()),
    _of_programme("closing", "closing"),
    _of_programme("closing-422", "closing", 422, (("outcome", "extend"), ("day", "soon"))),
    _of_programme("closing-closed", "closing", programme="programme-closed"),
    _of_programme("reminder", "reminder"),
    _of_programme("side-by-side", "side-by-side"),
    _of_programme("side-by-side-part", "side-by-side?sort=G&order=down&type=supplier&level=2&measure=A"),
    _of_programme("side-by-side-none", "side-by-side?level=4&measure=G&size=10000_plus&type=media"),
    _of_programme("side-by-side-empty", "side-by-side", programme="programme-empty"),
    _of_programme("organisation", "organisations/{ids[organisation]}"),
    _of_programme("organisation-waiting", "organisations/{ids[organisation-waiting]}"),
    PageState("invitation", "", link="invited"),
    PageState("invitation-422", "", 422, (("choice", "nobody"),), link="invited"),
    PageState("invitation-used", "", link="invited-used"),
    PageState("invitation-closed", "", link="invited-closed"),
    PageState("invitation-404", "/i/{language}/nothing", 404),
    PageState("invited-begin", "", 200, (("choice", "new"),), link="invited"),
    PageState("submission-none", "submission", whose="begun"),
    PageState("submission", "submission", whose="taking-part"),
    PageState("submission-submitted", "submission", whose="submitting"),
    PageState("submission-withdrawn-invitation", "submission", whose="invitation-withdrawn"),
    PageState("submission-preview", "submission/preview", whose="taking-part"),
    PageState("submission-preview-texts", "submission/preview?depth=levels&texts=yes", whose="submitting"),
    PageState("submission-preview-422", "submission/preview?depth=levels", 422, (), "taking-part", "/submit"),
    PageState("submission-withdraw", "submission/withdraw", whose="submitting"),
    PageState("submission-withdraw-422", "submission/withdraw", 422, (), "submitting"),
    PageState("submission-leave", "submission/leave", whose="taking-part"),
    PageState("submission-leave-422", "submission/leave", 422, (), "taking-part"),
)
