"""The files in dist/: pages, stylesheet, service worker, and all that goes with them."""
