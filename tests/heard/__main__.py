"""Listen to four pages through Orca and Firefox, by keyboard alone, in both languages: ``make heard``."""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from app.config import ROOT
from app.maturity.text import LANGUAGES, Language
from tests.browser.conftest import ARGUMENTS, CHROMIUM
from tests.browser.site import running
from tests.heard.desk import TrialError, laid
from tests.heard.journey import PageHeard, Trial

# Each program, and Debian’s package that brings it.
PROGRAMS = {
    "orca": "orca",
    "firefox-esr": "firefox-esr",
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "dbus-daemon": "dbus-daemon",
    str(CHROMIUM): "chromium-headless-shell",
}
LOG = ROOT / "build/heard"


def main(languages: Sequence[Language]) -> int:
    """Listen in some languages, print what is wrong, and return how the trial ended."""
    missing = [package for program, package in PROGRAMS.items() if shutil.which(program) is None]
    if missing:
        print(f"The trial needs Debian’s {', '.join(missing)}: apt-get install {' '.join(missing)}.")
        return 2
    print(f"Orca {_version('orca')}, {_version('firefox-esr')}")
    LOG.mkdir(parents=True, exist_ok=True)
    try:
        sound = [_listen(language) for language in languages]
    except TrialError as error:
        print(error)
        return 2
    print(f"\nAll that was said is in {LOG.relative_to(ROOT)}.")
    return 0 if all(sound) else 1


def _listen(language: Language) -> bool:
    sound = True
    with (
        TemporaryDirectory() as folder,
        running(Path(folder)) as site,
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS) as browser,
        laid(Path(folder) / "desk", language) as desk,
    ):
        context = browser.new_context(base_url=site.address, viewport={"width": 1280, "height": 1024})
        for page in Trial(site, desk, context, language).run():
            _print(page, language)
            sound = sound and page.heard.is_sound
    return sound


def _print(page: PageHeard, language: Language) -> None:
    said = "".join(f"{each.language or '-'}\t{each.text!r}\n" for each in page.said)
    (LOG / f"{page.name}.{language}.txt").write_text(said, "utf-8")
    heard = page.heard
    print(f"\n{language} {page.name}: {heard.passages} passages, {len(page.said)} utterances")
    for title, faults in (
        ("not heard", heard.unheard),
        ("heard twice", heard.repeated),
        ("one heading heard as two", heard.split_headings),
        ("in the wrong language", heard.wrong_language),
        ("announced by Orca as a name", heard.announced),
    ):
        for fault in faults:
            print(f"  {title}: {fault}")
    own = ", ".join(f"{text} ({count})" for text, count in heard.added.most_common())
    print(f"  Orca’s own words: {own}")


def _version(program: str) -> str:
    found = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)
    return " ".join(found.stdout.split())


if __name__ == "__main__":
    sys.exit(main([each for each in LANGUAGES if each in sys.argv[1:]] or LANGUAGES))
