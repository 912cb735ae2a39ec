"""Describe each language version of the page: where it is, and where the others are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from honorable.publish.checks.check import Checked
from honorable.publish.i18n import Language
from honorable.publish.project import Project


@dataclass(frozen=True, slots=True)
class PageVersion:
    """The page in one of the site's languages.

    `root` leads from it to the site's root ("../"; empty for the page at the root). `others` are the addresses of the
    other versions, with their languages. If the letters are translated too, `letters` are the folders of their
    templates and `letter_language` is their language. If the campaign `has_ended`, only its last words are shown.
    """

    language: Language
    root: str = ""
    others: tuple[tuple[str, Language], ...] = ()
    letters: list[Path] | None = None
    letter_language: str = ""
    has_ended: bool = False

    @property
    def is_first(self) -> bool:
        """Whether this is the page at the site's root."""
        return not self.root

    @property
    def folder(self) -> str:
        """The folder of this version in the site: "es/", or empty for the page at the root."""
        return "" if self.is_first else f"{self.language.code}/"


def page_version(language: Language, checked: Checked, campaign_file: Path, project: Project) -> PageVersion:
    """Return the version of the page in this language. The first of all the languages has the site's root."""
    first = checked.languages[0]
    root = "" if language is first else "../"
    own = project.letter_folders(campaign_file, language.code)
    has_letters = own != project.template_folders(campaign_file)
    others = tuple(
        (root or "./" if other is first else f"{root}{other.code}/", other)
        for other in checked.languages
        if other is not language
    )
    letters = own if has_letters else None
    return PageVersion(language, root, others, letters, language.code if has_letters else "", checked.has_ended)
