"""The resources of the API."""

from flask import Flask

from app.web.api import answers, assessment, exports, openapi, plan, programme, questionnaire, rounds, score

_RESOURCES = (openapi, questionnaire, score, assessment, rounds, answers, plan, exports, programme)


def install(app: Flask) -> None:
    """Install every resource into an application."""
    for resource in _RESOURCES:
        app.register_blueprint(resource.bp)
