"""The campaign: the model of campaign.toml, its translations, and the starter that `honorable new` writes."""
