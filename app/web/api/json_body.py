"""The bodies of requests: JSON, read as strictly as files are."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from flask import request

from app.exchange import strict_json
from app.exchange.faults import FaultCollector, FaultyAssessmentError, FileFault
from app.web.refused import problem
from app.web.refused.problem import ProblemError
from app.web.request.language import translate as _

# An answer, an action or a list of names, every text as long as it may be and escaped.
SMALL = 64_000

Value = TypeVar("Value")


def read_bytes(limit: int) -> bytes:
    """Return the body of a request, or raise ProblemError if it is no JSON or larger than a limit."""
    if request.mimetype != "application/json":
        raise ProblemError(problem.NOT_JSON)
    request.max_content_length = limit
    return request.get_data(cache=False)


def read_members(limit: int = SMALL) -> dict[str, object]:
    """Return the members of the one object that a body holds, or raise ProblemError."""
    return parse(strict_json.parse, read_bytes(limit))


def parse(reader: Callable[[bytes], Value], data: bytes) -> Value:
    """Return what a reader of files finds in a body, or raise ProblemError with every fault."""
    try:
        return reader(data)
    except FaultyAssessmentError as error:
        raise refuse_faults(error.faults) from None


def raise_faults(faults: FaultCollector) -> None:
    """Raise ProblemError if a collector holds a fault."""
    try:
        faults.raise_if_any()
    except FaultyAssessmentError as error:
        raise refuse_faults(error.faults) from None


def refuse_faults(faults: Iterable[FileFault]) -> ProblemError:
    """Return the refusal of a body with faults; one that has no place in it cannot be read at all."""
    listed = tuple(faults)
    if any("column" in each.values for each in listed):
        # The sentence for files says which file to choose in its place.
        place = {name: listed[0].values[name] for name in ("line", "column")}
        return ProblemError(problem.UNREADABLE, members=place)
    errors = [{"where": each.where, "detail": each.text(_)} for each in listed]
    kind = problem.REFUSED_VALUES if any(each.where for each in listed) else problem.UNREADABLE
    return ProblemError(kind, members={"errors": errors})
