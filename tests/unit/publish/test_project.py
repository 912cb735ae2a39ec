from pathlib import Path

from honorable.publish.project import Project, find_project

ROOT = Path(__file__).parents[3]


def test_the_project_is_the_checkout_that_the_package_is_in():
    assert find_project().root == ROOT


def test_templates_beside_a_campaign_come_before_the_projects(tmp_path: Path):
    folders = Project(ROOT).template_folders(tmp_path / "campaign.toml")
    assert folders == [tmp_path / "templates", ROOT / "templates"]


def test_the_projects_own_campaign_has_one_folder_of_templates():
    assert Project(ROOT).template_folders(ROOT / "campaign.toml") == [ROOT / "templates"]
