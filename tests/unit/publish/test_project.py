from pathlib import Path

from honorable.publish.project import Project, find_project

ROOT = Path(__file__).parents[3]


def test_the_project_is_the_checkout_of_this_package():
    assert find_project().root == ROOT


def test_templates_next_to_a_campaign_come_before_the_projects(tmp_path: Path):
    folders = Project(ROOT).template_folders(tmp_path / "campaign.toml")
    assert folders == [tmp_path / "templates", ROOT / "templates"]


def test_the_projects_own_campaign_has_one_folder_of_templates():
    assert Project(ROOT).template_folders(ROOT / "campaign.toml") == [ROOT / "templates"]


def test_letters_in_a_language_come_from_its_own_folder_only_if_it_has_a_letter(tmp_path: Path):
    file, spanish = tmp_path / "campaign.toml", tmp_path / "templates" / "es"
    spanish.mkdir(parents=True)
    assert Project(ROOT).letter_folders(file, "es") == [tmp_path / "templates", ROOT / "templates"]
    (spanish / "letter.txt").write_text("Hola", "utf-8")
    assert Project(ROOT).letter_folders(file, "es")[0] == spanish
