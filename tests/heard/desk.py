"""A desk for a person who reads by ear: a screen that nobody sees, Firefox, and Orca writing what it says."""

import json
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.maturity.text import Language

INSIDE_ORCA = Path(__file__).parent / "orca"
PREFERENCES = """
user_pref("browser.aboutwelcome.enabled", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.startup.homepage", "about:blank");
user_pref("browser.tabs.warnOnClose", false);
user_pref("browser.translations.enable", false);
user_pref("browser.urlbar.autoFill", false);
user_pref("browser.urlbar.suggest.searches", false);
user_pref("browser.urlbar.suggest.history", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("signon.rememberSignons", false);
user_pref("app.update.enabled", false);
user_pref("termsofuse.bypassNotification", true);
"""
SCREEN = ("-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp")
BUS = ("--session", "--nofork", "--print-address")
TRIES = 3
ENDS = frozenset({"end", "stopped", "broken"})


class TrialError(Exception):
    """What was tried could not be heard."""


@dataclass(frozen=True)
class Utterance:
    """What Orca said at once: ``read`` for a page read whole, and the language that it found."""

    kind: str
    text: str
    language: str | None
    voice: str | None


class Desk:
    """A keyboard, and what is heard."""

    def __init__(self, environment: Mapping[str, str], heard: Path) -> None:
        self._environment, self._heard = environment, heard
        self._read = 0

    def press(self, *keys: str) -> None:
        """Press keys one after another."""
        self._xdotool("key", "--delay", "60", *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self._xdotool("type", "--delay", "40", text)

    def listen(self, quiet: float = 2, longest: float = 30) -> list[Utterance]:
        """Return what Orca says from the last time on, until it has been quiet for some seconds."""
        end = time.monotonic() + longest
        last, size = time.monotonic(), -1
        while time.monotonic() < end and time.monotonic() - last < quiet:
            time.sleep(0.1)
            if (now := self._heard.stat().st_size) != size:
                last, size = time.monotonic(), now
        lines = self._heard.read_text("utf-8").splitlines()
        new, self._read = lines[self._read :], len(lines)
        return [Utterance(**json.loads(line)) for line in new]

    def read_whole(self, longest: float = 240) -> list[Utterance]:
        """Have Orca read the page from its beginning to its end, and again where something stopped it."""
        for _ in range(TRIES):
            self.press("ctrl+Home")
            self.listen(quiet=1)
            self.press("KP_Add")
            said: list[Utterance] = []
            end = time.monotonic() + longest
            while time.monotonic() < end and not any(each.kind in ENDS for each in said):
                said += self.listen(quiet=1, longest=5)
            if any(each.kind == "end" for each in said):
                return [each for each in said if each.kind == "read"]
        raise TrialError("Orca never read the page to its end.")

    def await_window(self, name: str) -> None:
        """Wait for a program’s window, and turn to it; there is no window manager to do so."""
        window = self._xdotool("search", "--sync", "--onlyvisible", "--class", name).split()[0]
        self._xdotool("windowfocus", window)

    def _xdotool(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments],
            env=self._environment,
            check=True,
            timeout=60,
            capture_output=True,
            text=True,
        )
        return done.stdout


@contextmanager
def laid(folder: Path, language: Language) -> Iterator[Desk]:
    """Start a screen, a bus, Orca and Firefox with homes of their own, and end them all."""
    environment = _environment(folder, language)
    heard = Path(environment["HEARD_FILE"])
    heard.touch()
    profile = ("--no-remote", "--profile", str(folder / "profile"))
    with ExitStack() as started:
        programs = Programs(started, folder, environment)
        environment["DISPLAY"] = f":{programs.start('Xvfb', *SCREEN, says=True)}"
        environment["DBUS_SESSION_BUS_ADDRESS"] = programs.start("dbus-daemon", *BUS, says=True)
        programs.start("orca", "--disable", "braille")
        desk = Desk(environment, heard)
        desk.listen(quiet=3)
        programs.start("firefox-esr", *profile, "--width", "1280", "--height", "1024", "about:blank")
        desk.await_window("firefox")
        desk.listen(quiet=3)
        yield desk


@dataclass(frozen=True)
class Programs:
    """Starts programs, each with a log in the folder, and ends them with all that they started."""

    started: ExitStack
    folder: Path
    environment: dict[str, str]

    def start(self, *command: str, says: bool = False) -> str:
        """Start a program, and return the first line that it says."""
        log = self.started.enter_context((self.folder / f"{command[0]}.log").open("wb"))
        program = subprocess.Popen(
            command,
            env=self.environment,
            stdout=subprocess.PIPE if says else log,
            stderr=log,
            start_new_session=True,
        )
        self.started.callback(_end, program)
        return program.stdout.readline().decode().strip() if program.stdout else ""


def _end(program: "subprocess.Popen[bytes]") -> None:
    for number in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(program.pid, number)
            program.wait(5)
        except ProcessLookupError:
            return
        except subprocess.TimeoutExpired:
            continue


def _environment(folder: Path, language: Language) -> dict[str, str]:
    for name in ("home", "run", "profile", "share/orca", "config", "cache"):
        (folder / name).mkdir(parents=True)
    (folder / "run").chmod(0o700)
    (folder / "profile/user.js").write_text(PREFERENCES, "utf-8")
    shutil.copy(INSIDE_ORCA / "customizations.py", folder / "share/orca/orca-customizations.py")
    shutil.copy(INSIDE_ORCA / "written_speech.py", folder / "share/written_speech.py")
    return {
        "PATH": "/usr/bin:/bin:/usr/sbin",
        "HOME": str(folder / "home"),
        "XDG_RUNTIME_DIR": str(folder / "run"),
        "XDG_DATA_HOME": str(folder / "share"),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "LANG": "C.UTF-8",
        "LANGUAGE": language,
        "GNOME_ACCESSIBILITY": "1",
        "NO_AT_BRIDGE": "0",
        "LIBGL_ALWAYS_SOFTWARE": "1",
        "PYTHONPATH": str(folder / "share"),
        "HEARD_FILE": str(folder / "heard.jsonl"),
    }
