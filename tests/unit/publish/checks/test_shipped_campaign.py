"""The campaign that the project ships, which an operator replaces. No other test reads it."""

from pathlib import Path

from typer.testing import CliRunner

from honorable.publish.cli.app import app
from tests.checkout import ROOT


def test_the_shipped_campaign_passes_the_check(tmp_path: Path):
    file = ROOT / "campaign.toml"
    result = CliRunner().invoke(app, ["check", "--campaign", str(file), "--data", str(tmp_path / "none")])
    assert result.exit_code == 0, result.stderr
