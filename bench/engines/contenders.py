"""The engines, each given what it reads: building is timed, preparing is not."""

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
    """An engine; making one raises ImportError or OSError with the reason if it cannot run here."""

    name: str

    def prepare(self, story: Story, file: Path) -> Any:  # noqa: ANN401  each engine reads something else
        """Give what the engine reads; a page that must lie on disk lies in the file."""

    def build(self, prepared: Any) -> bytes:  # noqa: ANN401  as above
        """Build the PDF."""


class WeasyPrint:
    """Tagged, PDF/UA-1; typefaces and the style sheet are read once."""

    name = "WeasyPrint"

    def __init__(self) -> None:
        self._engine = import_module("weasyprint")
        self._fonts = import_module("weasyprint.text.fonts").FontConfiguration()
        self._sheet: Callable[[str], Any] = cache(
            lambda style: self._engine.CSS(string=style, font_config=self._fonts)
        )

    def prepare(self, story: Story, file: Path) -> Sheet:
        """Give page and style."""
        return mark_up(story)

    def build(self, prepared: Sheet) -> bytes:
        """Build with WeasyPrint's own choice for accessible files."""
        page = self._engine.HTML(string=prepared.page)
        content: bytes = page.write_pdf(
            stylesheets=[self._sheet(prepared.style)], font_config=self._fonts, pdf_variant="pdf/ua-1"
        )
        return content


class Typst:
    """Tagged, PDF/UA-1; one compiler that keeps its typefaces and all it has laid out."""

    name = "Typst"

    def __init__(self) -> None:
        engine = import_module("typst")
        self._compiler = engine.Compiler(font_paths=[str(FONTS)], ignore_system_fonts=True)

    def prepare(self, story: Story, file: Path) -> bytes:
        """Give the source."""
        return typeset(story)

    def build(self, prepared: bytes) -> bytes:
        """Compile in memory."""
        content: bytes = self._compiler.compile(input=prepared, format="pdf", pdf_standards=["ua-1"])
        return content


class Fpdf2:
    """Untagged: fpdf2 writes no structure tree."""

    name = "fpdf2"

    def __init__(self) -> None:
        import_module("fpdf")

    def prepare(self, story: Story, file: Path) -> Story:
        """Give the story itself: fpdf2 has no source but the calls to it."""
        return story

    def build(self, prepared: Story) -> bytes:
        """Draw piece by piece."""
        return draw(prepared)


class Chromium:
    """Tagged by Chromium's own rules; the browser is open before the first document is asked for."""

    name = "Chromium print"

    def __init__(self) -> None:
        program = chromium()
        self._driver = import_module("playwright.sync_api").sync_playwright().start()
        arguments = [] if os.geteuid() else ["--no-sandbox"]
        self._page = self._driver.chromium.launch(executable_path=program, args=arguments).new_page()

    def prepare(self, story: Story, file: Path) -> str:
        """Give the page's address: a page that is not a file may not read the typeface's file."""
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
    """Find the machine's Chromium, or raise OSError."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not found:
        raise OSError("no Chromium on this machine")
    return found


ENGINES: tuple[Callable[[], Engine], ...] = (WeasyPrint, Typst, Fpdf2, Chromium)
