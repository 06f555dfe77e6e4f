"""The caches that live as long as the process: they hold wording, and nothing of an assessment."""

from collections.abc import Callable
from functools import cache
from typing import ParamSpec, TypeVar, cast

_P = ParamSpec("_P")
_R = TypeVar("_R")

# Every function that is marked, for the test that walks through what they keep.
CACHED_FUNCTIONS: list[Callable[..., object]] = []


def wording_cache(function: Callable[_P, _R]) -> Callable[_P, _R]:
    """Return the function with its results kept for the whole process.

    Mark only functions of wording: their arguments and results are words and questions of a questionnaire,
    texts of the interface or files of the program. What depends on an assessment must end with its request.
    """
    cached = cache(function)
    CACHED_FUNCTIONS.append(cached)
    # functools types the wrapper by its result alone.
    return cast("Callable[_P, _R]", cached)
