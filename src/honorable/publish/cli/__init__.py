"""The `honorable` command."""
