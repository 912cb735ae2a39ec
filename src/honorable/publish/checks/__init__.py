"""What `honorable check` reports: errors, which stop a build, and warnings, which do not."""
