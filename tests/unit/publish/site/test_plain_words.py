"""How hard the page's prose is to read."""

import re
from html.parser import HTMLParser
from pathlib import Path

HARDEST = 6  # years of school; the usual advice for a public page is 8
NO_PROSE = {"script", "style", "select", "textarea", "svg", "head"}
BLOCKS = {"p", "li", "h1", "h2", "h3", "h4", "legend", "summary", "small", "label", "dt", "dd", "button", "figcaption"}


class Prose(HTMLParser):
    """The blocks of a page that are whole sentences, without headings, labels and buttons."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.blocks = [""]
        self.within = 0
        self.feed(html)
        self.sentences = [block for block in self.blocks if block.endswith((".", "?", "!")) and block.count(" ") > 3]

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        self.within += tag in NO_PROSE
        self.end_block(tag)

    def handle_endtag(self, tag: str) -> None:
        self.within -= tag in NO_PROSE
        self.end_block(tag)

    def end_block(self, tag: str) -> None:
        if tag in BLOCKS:
            self.blocks[-1] = " ".join(self.blocks[-1].split())
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        self.blocks[-1] += "" if self.within else data


def grade(prose: str) -> float:
    """Return the Automated Readability Index: the years of school needed for a text (Smith and Senter, 1967)."""
    words = re.findall(r"[\w'’-]+", prose)
    letters = sum(len(re.sub(r"\W", "", word)) for word in words)
    sentences = len(re.findall(r"[.?!:]+(?:\s|$)", prose))
    return 4.71 * letters / len(words) + 0.5 * len(words) / sentences - 21.43


def test_six_years_of_school_are_enough_to_read_the_page(site: Path, record_property):
    prose = Prose((site / "index.html").read_text("utf-8")).sentences
    assert sum(block.count(" ") for block in prose) > 1_000
    found = grade(" ".join(prose))
    record_property("cell", ("Plain words", "the page's sentences", "years of school (ARI)", f"{found:.1f}"))
    assert found < HARDEST
