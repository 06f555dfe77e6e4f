"""How a command ends whose input or output is at fault: with one sentence a fault, and exit code 1."""

import errno
import os
import sys
from contextlib import suppress

import click
from flask.cli import AppGroup


class CommandGroup(AppGroup):
    """A group whose commands end with one sentence if their output cannot be written."""

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; raise InputError if standard output is on a full disk."""
        try:
            return super().invoke(ctx)
        except OSError as error:
            # A closed pipe, as of head, is no fault: click ends the command without a word.
            if error.errno == errno.EPIPE:
                raise
            _drop_output()
            raise InputError(f"The output cannot be written: {error.strerror}.") from error


def _drop_output() -> None:
    """Send what is still buffered nowhere: Python would try once more to write it when it ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class InputError(click.ClickException):
    """The input is at fault; the message holds one sentence a line, and the exit code is 1."""

    def show(self, file: object = None) -> None:
        """Print the sentences on standard error, without a prefix."""
        click.echo(self.message, err=True)
