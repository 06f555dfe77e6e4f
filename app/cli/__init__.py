"""The command line: the same code as the web, for many files, for checks and for operators.

Faults go to standard error, one sentence each. Exit codes: 0, 1 (the input is at fault), 2 (wrong usage).
"""

from flask import Flask

from app.cli.assessment import assessment_commands
from app.cli.data import data_commands
from app.cli.peers import peers_commands
from app.cli.policy import policy_commands
from app.cli.programme import programme_commands
from app.cli.questionnaire import questionnaire_commands
from app.cli.report import report_commands


def install(app: Flask) -> None:
    """Add the commands to the application."""
    app.cli.add_command(assessment_commands)
    app.cli.add_command(data_commands)
    app.cli.add_command(peers_commands)
    app.cli.add_command(policy_commands)
    app.cli.add_command(programme_commands)
    app.cli.add_command(questionnaire_commands)
    app.cli.add_command(report_commands)
