"""The engines, with their own input: building is timed, preparing the input is not."""

import os
import shutil
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from bench.engines.fpdf2_drawing import draw
from bench.engines.html_markup import Sheet, mark_up
from bench.engines.story import FONTS, Story
from bench.engines.typst_markup import typeset


class Engine(Protocol):
    """An engine; its constructor raises ImportError or OSError with the reason if it cannot run here."""

    name: str

    def prepare(self, story: Story, file: Path) -> Any:  # noqa: ANN401  each engine has its own type of input
        """Return the input of the engine; an engine that reads from disk finds its page in ``file``."""

    def build(self, prepared: Any) -> bytes:  # noqa: ANN401  as above
        """Build the PDF."""


class WeasyPrint:
    """Writes tagged PDF/UA-1; fonts and style sheet are read once."""

    name = "WeasyPrint"

    def __init__(self) -> None:
        self._engine = import_module("weasyprint")
        self._fonts = import_module("weasyprint.text.fonts").FontConfiguration()
        self._sheet: Callable[[str], Any] = cache(
            lambda style: self._engine.CSS(string=style, font_config=self._fonts)
        )

    def prepare(self, story: Story, file: Path) -> Sheet:
        """Return page and style sheet."""
        return mark_up(story)

    def build(self, prepared: Sheet) -> bytes:
        """Build with WeasyPrint's own choice for accessible files."""
        page = self._engine.HTML(string=prepared.page)
        content: bytes = page.write_pdf(
            stylesheets=[self._sheet(prepared.style)], font_config=self._fonts, pdf_variant="pdf/ua-1"
        )
        return content


class Typst:
    """Writes tagged PDF/UA-1; one compiler keeps the fonts and all layouts."""

    name = "Typst"

    def __init__(self) -> None:
        engine = import_module("typst")
        self._compiler = engine.Compiler(font_paths=[str(FONTS)], ignore_system_fonts=True)

    def prepare(self, story: Story, file: Path) -> bytes:
        """Return the source."""
        return typeset(story)

    def build(self, prepared: bytes) -> bytes:
        """Compile in memory."""
        content: bytes = self._compiler.compile(input=prepared, format="pdf", pdf_standards=["ua-1"])
        return content


class Fpdf2:
    """Writes untagged PDF: fpdf2 has no structure tree."""

    name = "fpdf2"

    def __init__(self) -> None:
        import_module("fpdf")

    def prepare(self, story: Story, file: Path) -> Story:
        """Return the story itself: fpdf2 has no source format, only calls."""
        return story

    def build(self, prepared: Story) -> bytes:
        """Draw the story piece by piece."""
        return draw(prepared)


class Chromium:
    """Writes tagged PDF by Chromium's own rules; the browser is started before the first document."""

    name = "Chromium print"

    def __init__(self) -> None:
        program = chromium()
        self._driver = import_module("playwright.sync_api").sync_playwright().start()
        arguments = [] if os.geteuid() else ["--no-sandbox"]
        self._page = self._driver.chromium.launch(executable_path=program, args=arguments).new_page()

    def prepare(self, story: Story, file: Path) -> str:
        """Return the address of the page: only a page from a file may read the file of the font."""
        file.write_text(mark_up(story).whole, "utf-8")
        return file.as_uri()

    def build(self, prepared: str) -> bytes:
        """Open the page and print it."""
        self._page.goto(prepared)
        content: bytes = self._page.pdf(prefer_css_page_size=True, tagged=True, outline=True)
        return content

    def close(self) -> None:
        """End the browser."""
        self._driver.stop()


def chromium() -> str:
    """Return the path of the machine's Chromium, or raise OSError."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not found:
        raise OSError("no Chromium on this machine")
    return found


ENGINES: tuple[Callable[[], Engine], ...] = (WeasyPrint, Typst, Fpdf2, Chromium)
