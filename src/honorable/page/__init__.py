"""What happens in the visitor's browser: the form becomes a draft, the draft becomes letters, the letters are shown."""
