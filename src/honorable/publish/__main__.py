"""`python -m honorable.publish` is the `honorable` command."""

from honorable.publish.cli.app import app

app()
