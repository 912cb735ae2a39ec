"""A visitor at the form: what they type, and where they find their letters."""

from playwright.sync_api import Frame, FrameLocator, Locator
from playwright.sync_api import Page as OwnPage

from tests.person import PERSON

# The page by itself, or in a frame of another page.
Page = OwnPage | Frame | FrameLocator

# What Ada types, by the `name` of each field, and the labels that she goes by.
ADA = {"title": "Dr."} | PERSON
OFFICIALS = {
    "house_name": "Lateefah Simon",
    "senate1_name": "Alex Padilla",
    "senate2_name": "Adam Schiff",
}
LABELS = {
    "title": "Title",
    "first": "First name",
    "last": "Last name",
    "street": "Street address",
    "city": "City",
    "zip": "ZIP code",
    "email": "Email",
    "house_name": "Representative's full name",
    "senate1_name": "First senator's full name",
    "senate2_name": "Second senator's full name",
}

_FILL = """(form, texts) => {
    for (const [name, text] of Object.entries(texts)) form.elements.namedItem(name).value = text;
    form.dispatchEvent(new Event("change", { bubbles: true }));
}"""


def reveal(target: Locator) -> Locator:
    """Brings into view what a phone hides, as the page itself does: another part, or what is closed."""
    if not target.is_visible():
        target.dispatch_event("honorable:reveal", {"bubbles": True})
    return target


def fill(page: Page, texts: dict[str, str]) -> None:
    """Fills fields in by their `name`, all at once and with one event, as browsers and password managers do."""
    page.locator("#letter-form").evaluate(_FILL, texts)


def fill_person(page: Page, **changes: str) -> None:
    """Fills in who writes. A change names a field by its `name`: `zip="1"`."""
    fill(page, {"state": "CA"} | ADA | changes)


def fill_officials(page: Page) -> None:
    """Fills in who is written to."""
    fill(page, OFFICIALS)


def write(page: Page) -> None:
    """Fills the whole form in, presses the button, and waits for the letters: the list of officials may come first."""
    fill_person(page)
    fill_officials(page)
    press_write(page)
    page.locator('html[data-letters="written"]').wait_for(state="attached")


def type_all(page: Page) -> None:
    """Types into each field, found by its label, and presses the button."""
    reveal(page.get_by_label("State", exact=True)).select_option("CA")
    for name, text in (ADA | OFFICIALS).items():
        reveal(page.get_by_label(LABELS[name], exact=True).first).fill(text)
    press_write(page)


def press_write(page: Page) -> None:
    _press(page, reveal(page.locator("#letter-form .finish > [type=submit]")))


def letter(page: Page, slot: str = "house") -> Locator:
    """The article of a letter."""
    return page.locator(f'article[data-letter="{slot}"]')


def text_of(page: Page, slot: str = "house") -> str:
    """A letter's text as it stands on the paper."""
    return letter(page, slot).locator("[data-letter-text]").text_content() or ""


def press(page: Page, button: str, slot: str = "house") -> None:
    """Presses a button of a letter."""
    reveal(letter(page, slot))
    _press(page, letter(page, slot).get_by_role("button", name=button, exact=True))


def said(page: Page, slot: str = "house") -> Locator:
    """The line under a letter that says what has just happened."""
    return letter(page, slot).locator("[data-letter-status]")


def _press(page: Page, button: Locator) -> None:
    # A click goes to a place, and the host may be about to give the frame another height. A key goes to the button.
    if isinstance(page, FrameLocator):
        button.press("Enter")
    else:
        button.click()
