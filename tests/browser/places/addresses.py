"""Every page of the site in every state: how a browser gets there, and what it is answered with."""

from tests.browser.places.page_state import PageState, Typed
from tests.browser.places.policy_addresses import OF_THE_POLICY
from tests.browser.places.programme_addresses import OF_PROGRAMMES
from tests.browser.places.voice_addresses import OF_VOICES
from tests.report.verification import handled

LONG = "x" * 2001
NEVER = "2999-01-01"
# Well formed, and nobody's.
UNKNOWN_CODE = "0000-0000-0000-0000-0000-0000-0000"
UNKNOWN_RECEIPT = "0" * 52
FAULTY_FILE = b'{"format": "muster-assessment", "format_version": 1, "profile": {"region": 7}, "extra": []}'

# An action that is changed, one that was changed since the file was made, and a new one; and what is wrong.
_HEAD = b"Action,Person,Due date,State,Note,Id,Revision,Cost\n"
EDITED_PLAN = (
    _HEAD + b"Write it,Ana,2027-01-31,Doing,,own,0,1\nTrain,Bo,,To do,,e3,99,2\nAsk the board,,,,,,,\n"
)
FAULTY_PLAN = _HEAD + b"=1+1,Ana,30/02/2027,Ready,,own,0,1\nTrain,Bo,soon,To do,,nobody,1,2\n"

PROFILE: Typed = (("organisation_type", "supplier"), ("size_band", "50_249"), ("region", "europe"))


def _whole(name: str, path: str, status: int = 200, typed: Typed | None = None, form: str = "") -> PageState:
    return PageState(name, path, status, typed, "whole", form)


def _begun(name: str, path: str, status: int = 200, typed: Typed | None = None, form: str = "") -> PageState:
    return PageState(name, path, status, typed, "begun", form)


WITHOUT_ASSESSMENT = (
    PageState("start", ""),
    PageState("example", "assessment/example/results"),
    PageState("example-plan", "assessment/example/plan"),
    *(
        PageState(f"example-{name}", f"assessment/example/results/{name}")
        for name in ("recommendations", "domains", "survey", "why", "board", "for/security", "all")
    ),
    PageState("begin", "start"),
    PageState("begin-422", "start", 422, (("organisation", "W" * 201), ("variant", "all"))),
    PageState("code", "code"),
    PageState("code-422", "code", 422, (("code", "ABCD"), ("idle", ""))),
    PageState("code-404", "code", 404, (("code", UNKNOWN_CODE),)),
    PageState("import", "import"),
    PageState("import-422", "import", 422, ()),
    PageState("import-422-faults", "import", 422, file=FAULTY_FILE),
    PageState("verify", "verify"),
    PageState("verify-422", "verify", 422, ()),
    PageState("verify-result", "verify", 200, file=handled.agenda("Agenda")),
    PageState("signed-out", "signed-out"),
    PageState("finished", "finished"),
    PageState("deleted", "deleted"),
    PageState("method", "method"),
    PageState("api", "api"),
    PageState("privacy", "privacy"),
    PageState("accessibility", "accessibility"),
    PageState("peers", "peers"),
    PageState("peers-withdraw", "peers/withdraw"),
    PageState("peers-withdraw-422", "peers/withdraw", 422, (("receipt", "x" * 300),)),
    PageState("peers-withdraw-404", "peers/withdraw", 404, (("receipt", UNKNOWN_RECEIPT),)),
    PageState("peers-withdrawn", "peers/withdrawn"),
    PageState("404", "no-such-page", 404),
    PageState("405", "sign-out", 405),
    PageState("share", "", link="lent"),
    PageState("share-viewer", "", link="read"),
    PageState("share-404", "/l/{language}/nothing", 404),
    PageState("respond", "", link="asking"),
    PageState("respond-422", "", 422, (("O2", "no_real_benefit"), ("O2", "recruitment")), link="asking"),
    PageState("respond-thanks", "", 200, (("O1", "essential"),), link="asking"),
    PageState("respond-closed", "", link="asked"),
    PageState("respond-404", "/p/{language}/nothing", 404),
    PageState("reopen", "assessment/00000000000000000000/", 404),
)

OF_AN_ASSESSMENT = (
    _whole("show-code", "code"),
    _whole("tasks", ""),
    _begun("tasks-begun", ""),
    _whole("profile", "profile"),
    _whole("profile-422", "profile", 422, (("organisation", "W" * 201), ("region", "moon"))),
    _whole("profile-409", "profile", 409, (*PROFILE, ("organisation", "Altair"), ("version", "0"))),
    *(_whole(f"domain-{letter}", letter) for letter in "GIASPCELV"),
    _begun("domain-G-422-blanks", "G", 422, (("action", "continue"),)),
    _begun(
        "domain-I-422-faults",
        "I",
        422,
        (("action", "save"), ("I1-comment", LONG), ("I1-evidence-date", NEVER), ("I2-evidence-date", "soon")),
    ),
    _whole(
        "domain-A-409",
        "A",
        409,
        (("action", "save"), ("version", "0"), ("A1", "4"), ("A1-comment", "Ours"), ("A2", "0")),
    ),
    PageState("reopen-typed", "S", 404, (("action", "save"), ("S1-comment", LONG)), "whole", forgotten=True),
    PageState("reopen-422", "S", 404, (("action", "save"), ("code", "no")), "whole", forgotten=True),
    _whole("opinions", "opinions"),
    _whole("opinions-422", "opinions", 422, (("O2", "no_real_benefit"), ("O2", "recruitment"), ("O4", "so"))),
    _whole("opinions-409", "opinions", 409, (("O1", "essential"), ("version", "0"))),
    _whole("contribute", "peers"),
    _whole("contribute-422", "peers", 422, ()),
    _begun("contribute-interim", "peers"),
    PageState("contributed", "peers", whose="proven"),
    PageState("contributed-422", "peers", 422, (), "proven", "/withdraw"),
    PageState("delete-contributed", "delete", whose="proven"),
    _whole("delete", "delete"),
    _whole("delete-422", "delete", 422, ()),
    _whole("sharing", "sharing"),
    _whole("sharing-new", "sharing/new"),
    _whole("sharing-new-422", "sharing/new", 422, (("name", "x" * 61), ("role", "viewer"), ("domains", "G"))),
    _whole("history", "history"),
    _whole("plan", "plan"),
    _begun("plan-empty", "plan"),
    _whole("plan-part", "plan?state=dropped&sort=person"),
    _whole("plan-part-empty", "plan?due=30&state=done"),
    _whole(
        "plan-422", "plan", 422, (("due-e3", "31 2 2027"), ("note-g2", ""), ("person-own", LONG)), "/plan"
    ),
    _whole("plan-409", "plan", 409, (("seen-g2", "0-00000000"), ("person-g2", "Ours")), "/plan"),
    _whole("plan-add", "plan/add"),
    _whole("plan-add-422", "plan/add", 422, (("title", LONG), ("due", "soon"), ("state", "dropped"))),
    _whole("plan-action", "plan/actions/own"),
    _whole("plan-action-422", "plan/actions/e3", 422, (("title", ""), ("due", "1 1 1900"), ("state", "odd"))),
    _whole(
        "plan-action-409", "plan/actions/g2", 409, (("version", "0"), ("title", "Ours"), ("state", "done"))
    ),
    _whole("plan-import", "plan/import"),
    _whole("plan-import-422", "plan/import", 422, ()),
    PageState("plan-import-compared", "plan/import", whose="whole", file=EDITED_PLAN),
    PageState("plan-import-422-faults", "plan/import", 422, whose="whole", file=FAULTY_PLAN),
    PageState("plan-viewer", "plan", whose="read"),
    PageState("plan-contributor", "plan", whose="lent"),
    PageState("plan-action-contributor", "plan/actions/g2", whose="lent"),
    _whole("ticks-422", "results/recommendations", 422, (), "/recommendations"),
    _whole("rounds-none", "rounds"),
    PageState("rounds", "rounds", whose="rounds"),
    PageState("rounds-viewer", "rounds", whose="read"),
    PageState("round-delete", "rounds/1/delete", whose="rounds"),
    PageState("round-delete-422", "rounds/1/delete", 422, (), "rounds"),
    *(
        PageState(f"round-{name}", f"rounds/1/results/{name}".rstrip("/"), whose="rounds")
        for name in ("", "recommendations", "board", "all", "trend")
    ),
    # The second round has a trend.
    *(
        PageState(f"round-2-{name}", f"rounds/2/results/{name}", whose="rounds")
        for name in ("board", "all", "trend")
    ),
    PageState("review", "review", whose="rounds"),
    PageState("review-422", "review", 422, (("day", "soon"),), "rounds"),
    PageState("results-trend", "results/trend", whose="rounds"),
    _whole("results-trend-none", "results/trend"),
    PageState("tasks-closed", "", whose="closed"),
    *(
        PageState(f"{name}-closed", name, whose="closed")
        for name in ("check", "G", "opinions", "profile", "targets")
    ),
    PageState("round-begin", "rounds/begin", whose="closed"),
    PageState("round-begin-422", "rounds/begin", 422, (("variant", "all"),), "closed"),
    PageState("round-begin-newer", "rounds/begin", whose="closed-older"),
    PageState("tasks-new-round", "", whose="new-round"),
    PageState("round-undo", "rounds/undo", whose="new-round"),
    PageState("check-new-round", "check", whose="new-round"),
    PageState("results-new-round", "results", whose="new-round"),
    *(PageState(f"domain-{letter}-carried", letter, whose="new-round") for letter in "GI"),
    PageState("domain-G-422-unconfirmed", "G", 422, (("action", "continue"),), "new-round"),
    _whole("complete-422-label", "check", 422, (("label", "x" * 61),), "/complete"),
    PageState("sharing-made", "sharing/new", 200, (("name", "Deneb"), ("role", "viewer")), "begun"),
    PageState(
        "sharing-made-program", "sharing/new", 200, (("name", "Deneb"), ("role", "api_writer")), "begun"
    ),
    PageState("own-tasks", "", whose="lent"),
    PageState("finish", "finish", whose="lent"),
    PageState("own-tasks-403", "check", 403, whose="lent"),
    PageState("results-viewer", "results", whose="read"),
    _whole("pulse-none", "pulse"),
    PageState("pulse-open", "pulse", whose="asking"),
    PageState("pulse-closed", "pulse", whose="asked"),
    PageState("pulse-closed-few", "pulse", whose="asked-few"),
    PageState("pulse-422", "pulse", 422, (("action", "explode"),), "asked-few"),
    PageState("pulse-reset", "pulse/reset", whose="asking"),
    PageState("pulse-reset-422", "pulse/reset", 422, (), "asking"),
    PageState("tasks-older", "", whose="older"),
    PageState("version", "version", whose="older"),
    PageState("version-422", "version", 422, (), "older"),
    PageState("version-409", "version", 409, (("sure", "yes"), ("version", "0")), "older"),
    _whole("check", "check"),
    _begun("check-begun", "check"),
    _begun("complete-422", "check", 422, (), "/complete"),
    _whole("results", "results"),
    _begun("results-interim", "results"),
    PageState("results-capped", "results", whose="capped"),
    PageState("results-proven", "results", whose="proven"),
    PageState("results-nothing", "results", whose="nothing"),
    PageState("tasks-saved", "G", 200, (("action", "save"),), "nothing"),
    *(
        _whole(f"results-{name}", f"results/{name}")
        for name in ("recommendations", "domains", "survey", "peers", "what-if", "why", "all")
    ),
    *(
        _begun(f"results-{name}-begun", f"results/{name}")
        for name in ("recommendations", "domains", "survey", "peers", "what-if", "why", "all")
    ),
    PageState("results-recommendations-proven", "results/recommendations", whose="proven"),
    PageState("results-peers-viewer", "results/peers", whose="read"),
    _whole("results-board", "results/board"),
    _begun("results-board-begun", "results/board"),
    PageState("results-board-capped", "results/board", whose="capped"),
    PageState("results-board-nothing", "results/board", whose="nothing"),
    _whole("results-for", "results/for/security"),
    _begun("results-for-begun", "results/for/communications"),
    PageState("results-for-nothing", "results/for/finance", whose="nothing"),
    PageState("results-why-nothing", "results/why", whose="nothing"),
    _whole(
        "results-what-if-supposed", "results/what-if", 200, (("reach", "G2"), ("reach", "I1")), "/what-if"
    ),
    _begun("results-what-if-422", "results/what-if", 422, (("reach", "Z9"),), "/what-if"),
    _whole("targets", "targets"),
    _whole("targets-422", "targets", 422, (("target-G", "9"), ("target-V", ""))),
    _whole("targets-409", "targets", 409, (("target-G", "4"), ("version", "0"))),
)

PAGE_STATES = (*WITHOUT_ASSESSMENT, *OF_AN_ASSESSMENT, *OF_THE_POLICY, *OF_PROGRAMMES, *OF_VOICES)
