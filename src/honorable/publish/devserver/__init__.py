"""`honorable serve`: a local server that rebuilds the site when a file changes."""
