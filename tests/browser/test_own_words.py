"""In your own words: how much of a letter is still the campaign's text."""

from playwright.sync_api import expect

from tests.browser import writer


def test_the_meter_falls_as_one_answers_the_three_questions(ready_page):
    expect(ready_page.locator("#story-prompts li:visible")).to_have_count(3)
    own_words = ready_page.locator("#letter-form [data-own-words]")
    expect(own_words.locator("meter")).to_have_js_property("value", 1)
    writer.write(ready_page)
    ready_page.get_by_label("Your story").fill("My son was seventeen when it happened to him. " * 5)
    expect(own_words).to_contain_text("of this letter is the campaign's text. The rest is yours.")
    assert 0.8 < own_words.locator("meter").evaluate("meter => meter.value") < 0.95
