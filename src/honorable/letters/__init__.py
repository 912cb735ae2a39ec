"""What a letter is. The same code runs in CPython when the page is built and in Pyodide when it is used.

Nothing here knows of a browser, a disk or a network: text goes in, text comes out.
"""

from honorable.letters.campaign import Bill, Campaign
from honorable.letters.congress.legislature import CONGRESS
from honorable.letters.congress.states import NO_SENATORS, STATES, State, state_named
from honorable.letters.draft import Draft, blank_draft, blank_recipients, draft_errors
from honorable.letters.legislature import Legislature
from honorable.letters.letter import Letter, blank_letters, diy_letter, environment, render
from honorable.letters.names import last_name
from honorable.letters.person import PERSON_TITLES, Person, person_errors, postal_code
from honorable.letters.recipient import SLOTS, Chamber, Recipient, Slot, chamber_of, house_title, recipient
from honorable.letters.spans import Span

__all__ = [
    "CONGRESS",
    "NO_SENATORS",
    "PERSON_TITLES",
    "SLOTS",
    "STATES",
    "Bill",
    "Campaign",
    "Chamber",
    "Draft",
    "Legislature",
    "Letter",
    "Person",
    "Recipient",
    "Slot",
    "Span",
    "State",
    "blank_draft",
    "blank_letters",
    "blank_recipients",
    "chamber_of",
    "diy_letter",
    "draft_errors",
    "environment",
    "house_title",
    "last_name",
    "person_errors",
    "postal_code",
    "recipient",
    "render",
    "state_named",
]
