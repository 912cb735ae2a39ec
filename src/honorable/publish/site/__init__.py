"""Build the folder that is published: pages, style sheet, service worker, manifest, headers and Python."""
