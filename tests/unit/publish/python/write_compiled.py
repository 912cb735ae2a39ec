"""Print the blank letters as JSON, rendered by the Jinja2 that the page gets."""

import json
import sys
from pathlib import Path


def main() -> None:
    folder = sys.argv[1]
    sys.path.insert(0, folder)
    from jinja2 import ModuleLoader, compiler

    from honorable.letters import Campaign, blank_letters, environment

    assert compiler.generate.__name__ == "_compiled_at_build_time"
    campaign = Campaign.from_json(json.loads(Path(folder, "campaign.json").read_text("utf-8"))["campaign"])
    letters = blank_letters(campaign, environment(ModuleLoader(f"{folder}/site")))
    print(json.dumps([letter.text for letter in letters]))


if __name__ == "__main__":
    main()
