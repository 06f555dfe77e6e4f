"""The fixtures of the pages, for the tests that send more than a person would."""

from tests.web.conftest import app, respondent

__all__ = ["app", "respondent"]
