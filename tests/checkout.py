"""Where the tests find things in the checkout."""

from pathlib import Path

ROOT = Path(__file__).parents[1]

#: The campaign that tests build from. No test reads the project's own campaign.toml or letter, except to check it.
CAMPAIGN = ROOT / "tests" / "campaign" / "campaign.toml"
TEMPLATES = CAMPAIGN.parent / "templates"
