"""Runs in the page's Python: measure how long it takes to render many letters at once and to show them."""

import json
from time import perf_counter

from pyscript import document

from honorable import letters
from honorable.page import config, letter_view

templates = config.load_config().templates
campaign = config.load_config().campaign
slots = ("house", *["senate-1", "senate-2"] * 50, *["house"] * 440)
article = document.querySelector("[data-letter]")
person = letters.Person("Dr.", "Ada", "Lovelace", "12 Byron Row", "Oakland", "CA", "94601", "ada@example.org")
cost = {}
for number in (1, 3, 50, 537):
    to = tuple(
        letters.recipient(slot, f"Member Number{i}", state="CA", legislature=campaign.legislature)
        for i, slot in enumerate(slots[:number])
    )
    began = perf_counter()
    written = letters.render(letters.Draft(person, to, "My story."), campaign, templates)
    rendered = perf_counter()
    articles = [article.cloneNode(True) for _ in written]
    for copy, letter in zip(articles, written, strict=True):
        letter_view.show(copy, letter, None)
    article.parentNode.append(*articles)
    article.parentNode.getBoundingClientRect()  # forces style and layout now
    cost[number] = {"written": 1000 * (rendered - began), "shown": 1000 * (perf_counter() - rendered)}
    for copy in articles:
        copy.remove()
document.documentElement.dataset.growth = json.dumps(cost)
