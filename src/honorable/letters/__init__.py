"""Letters: who writes to whom, rendered from a campaign's templates.

The same code runs in CPython, where the page is built, and in Pyodide, where it is used. It takes text and returns
text, and knows nothing of the browser, the disk or the network. Nothing outside `congress` knows about Congress:
everything that differs from one legislature to another is in a `Legislature`, which is passed along.
"""

from honorable.letters.campaign import Bill, Campaign, Reason
from honorable.letters.draft import Draft, blank_draft, draft_errors
from honorable.letters.legislature import Legislature
from honorable.letters.letter import Letter, blank_letters, diy_letter, environment, render, short_letter
from honorable.letters.person import PERSON_TITLES, Person, person_errors
from honorable.letters.recipient import Recipient, recipient
from honorable.letters.spans import Span

__all__ = [
    "PERSON_TITLES",
    "Bill",
    "Campaign",
    "Draft",
    "Legislature",
    "Letter",
    "Person",
    "Reason",
    "Recipient",
    "Span",
    "blank_draft",
    "blank_letters",
    "diy_letter",
    "draft_errors",
    "environment",
    "person_errors",
    "recipient",
    "render",
    "short_letter",
]
