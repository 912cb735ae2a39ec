"""What `honorable check` reports: errors that stop a build, and warnings that do not."""
