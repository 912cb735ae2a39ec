"""The seven steps, the record, and what is offered next."""

from playwright.sync_api import expect

from tests.browser import writer


def step(page, name):
    return page.locator(f'#steps > [data-step="{name}"]')


# That the record is there on the next visit: test_lookup.py.
def test_steps_lead_on_and_what_was_sent_is_listed_and_downloaded(ready_page, download):
    step(ready_page, "find").get_by_role("checkbox").check()
    expect(step(ready_page, "find").locator("[data-step-state]")).to_have_text("Done")
    expect(step(ready_page, "find").locator("details")).not_to_have_attribute("open", "")
    expect(step(ready_page, "officials").locator("details")).to_have_attribute("open", "")
    expect(step(ready_page, "officials").locator("summary")).to_be_focused()
    step(ready_page, "find").locator("summary").click()
    step(ready_page, "find").get_by_role("checkbox").uncheck()
    expect(step(ready_page, "find").locator("[data-step-state]")).to_have_text("")

    writer.write(ready_page)
    letter = writer.letter(ready_page)
    writer.press(ready_page, "Copy subject")
    expect(step(ready_page, "subject").locator("[data-step-state]")).to_have_text("Done")
    writer.press(ready_page, "Copy letter")
    expect(letter.locator("[data-next] a")).to_have_text("Open the contact page of Representative Simon")
    letter.get_by_label("Confirmation").fill(" A-17 <b> ")
    letter.get_by_label("Date sent").fill("2026-11-20")
    writer.press(ready_page, "I sent this letter")
    expect(letter.locator("[data-next] a")).to_have_text("Next: the letter to Senator Padilla")
    note = "November 20, 2026: letter to Representative Simon, confirmation A-17 <b>"
    expect(ready_page.locator("[data-record] li")).to_have_text(note)

    file = download(ready_page, ready_page.get_by_role("button", name="Download my record").click)
    assert file.name == "my-record.txt"
    assert note in file.content.decode()
