"""A visitor at the form: what they type, and where they find their letters."""

from playwright.sync_api import Frame, FrameLocator, Locator
from playwright.sync_api import Page as OwnPage

# The page by itself, or in a frame of another page.
Page = OwnPage | Frame | FrameLocator

ADA = {
    "Title": "Dr.",
    "First name": "Ada",
    "Street address": "12 Byron Row",
    "City": "Oakland",
    "ZIP code": "94601",
    "Email": "ada@example.org",
}
OFFICIALS = {
    "Representative's full name": "Lateefah Simon",
    "First senator's full name": "Alex Padilla",
    "Second senator's full name": "Adam Schiff",
}


def reveal(target: Locator) -> Locator:
    """Brings into view what a phone hides, as the page itself does: another part, or what is closed."""
    if not target.is_visible():
        target.dispatch_event("honorable:reveal", {"bubbles": True})
    return target


def fill_person(page: Page, **changes: str) -> None:
    """Types who writes. A change names a field by its `name`: `zip="1"`."""
    reveal(page.get_by_label("State", exact=True)).select_option("CA")
    page.get_by_label("Last name", exact=True).first.fill("Lovelace")
    for label, text in ADA.items():
        box = reveal(page.get_by_label(label, exact=True))
        box.fill(changes.pop(box.get_attribute("name") or "", text))
    for name, text in changes.items():
        reveal(page.locator(f'#letter-form [name="{name}"]')).fill(text)


def fill_officials(page: Page) -> None:
    """Types who is written to, in fields that are closed where the ZIP code finds the names."""
    for label, name in OFFICIALS.items():
        reveal(page.get_by_label(label, exact=True)).fill(name)


def write(page: Page) -> None:
    """Fills the whole form in and presses the button."""
    fill_person(page)
    fill_officials(page)
    press_write(page)


def press_write(page: Page) -> None:
    reveal(page.locator("#letter-form .finish > [type=submit]")).click()


def letter(page: Page, slot: str = "house") -> Locator:
    """The article of a letter."""
    return page.locator(f'article[data-letter="{slot}"]')


def text_of(page: Page, slot: str = "house") -> str:
    """A letter's text as it stands on the paper."""
    return letter(page, slot).locator("[data-letter-text]").text_content() or ""


def press(page: Page, button: str, slot: str = "house") -> None:
    """Presses a button of a letter."""
    reveal(letter(page, slot))
    letter(page, slot).get_by_role("button", name=button, exact=True).click()


def said(page: Page, slot: str = "house") -> Locator:
    """The line under a letter that says what has just happened."""
    return letter(page, slot).locator("[data-letter-status]")
