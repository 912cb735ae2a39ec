"""The ways that a letter leaves the page: a file, an email to oneself, an office's form, a share sheet."""
