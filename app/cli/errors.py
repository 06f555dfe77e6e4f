"""The error of a command whose input is at fault."""

import click


class InputError(click.ClickException):
    """The input is at fault; the message holds one sentence a line, and the exit code is 1."""

    def show(self, file: object = None) -> None:
        """Print the sentences on standard error, without a prefix."""
        click.echo(self.message, err=True)
