"""The list of officials: downloaded, validated, and packed for the page."""
