"""What the page saves on the visitor's device, with save, load and clear for each."""
