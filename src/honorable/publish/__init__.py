"""Publish: checks a campaign and builds the folder that any static host can serve."""
