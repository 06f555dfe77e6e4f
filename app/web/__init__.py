"""The pages: the only room, beside the command line, that knows Flask; the only one that knows WTForms."""

from flask import Flask
from flask_wtf.csrf import generate_csrf
from werkzeug.middleware.proxy_fix import ProxyFix

from app.web import access
from app.web.api import api
from app.web.assessment import beginning, completion, deletion, opinions, practices, start, tasks, upgrade
from app.web.clauses import clauses
from app.web.example import example
from app.web.page_numbers import PAGE_NUMBERS
from app.web.pages import bank_files, pages, verification
from app.web.peers import contribution, peers
from app.web.plan import action as plan_action
from app.web.plan import plan, plan_import
from app.web.policy import policy
from app.web.programme import (
    closing,
    inviting,
    not_open,
    organisation,
    overview,
    side_by_side,
    sign_in,
)
from app.web.programme import files as programme_files
from app.web.programme.participation import invitation, invited, preview, submission
from app.web.pulse import answer, pulse
from app.web.refused import error_pages
from app.web.request import assets, database, headers, language, rate_limits, request_log, secret_addresses
from app.web.request.sealed_cookie import SealedSessionInterface
from app.web.request.services import Services
from app.web.request.sizes import LARGEST_FORM
from app.web.request.uploads import MemoryRequest
from app.web.results import results, targets, what_if
from app.web.results.downloads import downloads
from app.web.rounds import review, round_results, rounds
from app.web.sharing import finishing, history, shared_link, sharing
from app.web.ticks import ticks
from app.web.voices import disagreement, own_link, own_pages, voices


def install(app: Flask, services: Services) -> None:
    """Install the pages and the services that they use into an application."""
    config = services.config
    app.extensions["muster"] = services
    app.secret_key = config.secret_key
    app.request_class = MemoryRequest
    app.session_interface = SealedSessionInterface(config.secret_key, services.clock)
    app.config.update(
        SESSION_COOKIE_NAME="__Host-muster" if config.production else "muster",
        SESSION_COOKIE_SECURE=config.production,
        MAX_CONTENT_LENGTH=LARGEST_FORM,
        MAX_FORM_MEMORY_SIZE=LARGEST_FORM,
        TRUSTED_HOSTS=list(config.trusted_hosts) or None,
        # A form is valid as long as the session; an earlier end would lose what people typed.
        WTF_CSRF_TIME_LIMIT=None,
    )
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals["csrf_token"] = generate_csrf
    app.jinja_env.globals["numbers"] = PAGE_NUMBERS
    app.jinja_env.globals["signed_in"] = access.signed_in
    app.wsgi_app = secret_addresses.SecretPathMiddleware(app.wsgi_app)  # type: ignore[method-assign]  # how Flask documents wrapping
    if config.trusted_proxies:
        count = config.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=count, x_proto=count, x_host=count)  # type: ignore[method-assign]  # how Flask documents wrapping
    rate_limits.install(app, config.rate_limit_storage, config.secret_key)
    # Flask runs what is installed last first: so the page of a failed commit is counted and has the headers.
    request_log.install(app, metrics=config.metrics)
    for room in (assets, language, error_pages, not_open):
        room.install(app)
    headers.install(app, production=config.production)
    database.install(app)
    app.register_blueprint(pages.root)
    app.register_blueprint(deletion.root)
    api.install(app)
    for topic in (
        pages,
        bank_files,
        start,
        tasks,
        practices,
        opinions,
        completion,
        results,
        what_if,
        targets,
        ticks,
        plan,
        plan_action,
        plan_import,
        clauses,
        policy,
        downloads,
        beginning,
        rounds,
        review,
        round_results,
        example,
        deletion,
        contribution,
        peers,
        sharing,
        shared_link,
        pulse,
        answer,
        own_link,
        own_pages,
        voices,
        disagreement,
        finishing,
        history,
        upgrade,
        sign_in,
        overview,
        inviting,
        closing,
        side_by_side,
        organisation,
        programme_files,
        invitation,
        invited,
        submission,
        preview,
        verification,
    ):
        app.register_blueprint(topic.bp)
