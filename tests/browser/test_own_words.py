"""In your own words: how much of a letter is still the campaign's text."""

from playwright.sync_api import expect

from tests.browser import writer


def own_words(page):
    return page.locator("#letter-form [data-own-words]")


def test_three_questions_help_to_say_why_it_matters(ready_page):
    expect(ready_page.locator("#story-prompts li:visible")).to_have_count(3)
    assert "story-prompts" in (ready_page.get_by_label("Your story").get_attribute("aria-describedby") or "")


def test_without_a_story_all_of_the_letter_is_the_campaigns(ready_page):
    expect(own_words(ready_page)).to_contain_text("All of this letter is the campaign's text.")
    expect(own_words(ready_page).locator("meter")).to_have_js_property("value", 1)


def test_the_meter_falls_as_one_writes(ready_page):
    writer.write(ready_page)
    ready_page.get_by_label("Your story").fill("My son was seventeen when it happened to him. " * 5)
    expect(own_words(ready_page)).to_contain_text("of this letter is the campaign's text. The rest is yours.")
    assert 0.8 < own_words(ready_page).locator("meter").evaluate("meter => meter.value") < 0.95


def test_a_letter_edited_by_hand_has_a_meter_of_its_own(ready_page):
    writer.write(ready_page)
    writer.press(ready_page, "Edit by hand")
    writer.letter(ready_page).locator("textarea").fill("Mine alone, quite otherwise.")
    note = writer.letter(ready_page).locator("[data-edited] [data-own-words]")
    expect(note).to_contain_text("All of this letter is in your own words.")
    expect(note.locator("meter")).to_have_js_property("value", 0)
    expect(own_words(ready_page)).to_contain_text("All of this letter is the campaign's text.")
