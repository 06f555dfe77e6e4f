"""The pages and files of the worked example: everybody can read them, and nobody can change them.

Their addresses are those of an assessment whose id is ``example``; no other page of an assessment is there.
"""

from flask import Blueprint, Response, abort, current_app, redirect, request, session, url_for
from flask.typing import ResponseReturnValue

from app.web.example.answers import EXAMPLE, ExampleResults, load_example
from app.web.request import language
from app.web.results.downloads.files import FILES
from app.web.results.pages import KEPT_PAGES, add_views

bp = Blueprint("example", __name__, url_prefix=f"{language.LANGUAGE_PREFIX}/assessment/{EXAMPLE}")
language.localise(bp)

# What was sent before, by its address: the body, and the headers that name its type and its file.
Kept = dict[str, tuple[bytes, dict[str, str]]]
_HEADERS = ("Content-Type", "Content-Disposition")
# Another method’s answer has another body, or none.
_KEPT, _SENT = ("GET",), ("GET", "HEAD")


def _open_example() -> ExampleResults:
    """Return the example; raise NotFound without one."""
    return load_example() or abort(404)


add_views(bp, KEPT_PAGES, _open_example)
add_views(bp, FILES, _open_example)


@bp.get("/")
def first_page() -> ResponseReturnValue:
    """Redirect to the first screen of the results."""
    return redirect(url_for("example.results"))


@bp.before_request
def _send_kept() -> Response | None:
    """Send what was sent before."""
    body, headers = _kept().get(request.path, (None, None))
    return Response(body, headers=headers) if body is not None and _is_same_for_all(_SENT) else None


@bp.after_request
def _keep(response: Response) -> Response:
    if response.status_code == 200 and _is_same_for_all(_KEPT):
        headers = {name: response.headers[name] for name in _HEADERS if name in response.headers}
        _kept()[request.path] = response.get_data(), headers
    return response


def _is_same_for_all(methods: tuple[str, ...]) -> bool:
    """Return whether everybody gets this answer: by these methods every file, and pages without a cookie.

    What follows the path, such as what a file leaves out, is not kept.
    """
    if request.query_string:
        return False
    return request.method in methods and (not session or "/files/" in request.path)


def _kept() -> Kept:
    kept: Kept = current_app.extensions.setdefault("muster-example", {})
    return kept
