"""The program that limits its own process, then runs another program in it (limited_process).

It imports nothing of this application, so that the process starts quickly and is given no secret.
"""

import contextlib
import json
import resource
import runpy
import sys
import types
from pathlib import Path

_APPLICATION = Path(__file__).parents[2]
_NOT_ISOLATED = 77


def main() -> None:
    """Run the program that the first argument names, under the limits in the second."""
    program, limits = sys.argv[1], json.loads(sys.argv[2])
    _name_application()
    _limit_resources(limits)
    if limits["isolated"]:
        # Its modules are found by now, and only a program that is to be isolated needs them.
        from app.exchange.limited import isolation

        # Root is exempt from this limit, but not from isolation.
        resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))
        if not isolation.isolate():
            raise SystemExit(_NOT_ISOLATED)
    runpy.run_path(program, run_name="__main__")


def _name_application() -> None:
    """Let programs import modules of the application, without the module that imports all of it."""
    application = types.ModuleType("app")
    application.__path__ = [str(_APPLICATION)]
    sys.modules["app"] = application


def _limit_resources(limits: dict[str, int]) -> None:
    # The first ends the process with a signal that says why.
    resource.setrlimit(resource.RLIMIT_CPU, (limits["seconds"], limits["seconds"] + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if limits["open_files"]:
        resource.setrlimit(resource.RLIMIT_NOFILE, (limits["open_files"], limits["open_files"]))
    # macOS refuses a limit of the address space; there the limits of time and of the programs remain.
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (limits["memory"], limits["memory"]))


if __name__ == "__main__":
    main()
