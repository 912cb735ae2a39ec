"""campaign.toml: its model, how it is loaded and translated, and the starters that `honorable new` writes."""
