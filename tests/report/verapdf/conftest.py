import pytest

from tests.report.verapdf.checking import missing_program


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if lack := missing_program():
        terminalreporter.write_line(f"No PDF was held to its standards: {lack}")
