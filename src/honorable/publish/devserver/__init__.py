"""Serve the site on the operator's own machine and rebuild it when a file changes."""
