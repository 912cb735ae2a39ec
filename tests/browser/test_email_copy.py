"""A copy of the letter by email."""

from email import message_from_bytes, policy
from urllib.parse import unquote

import pytest
from playwright.sync_api import expect

from tests.browser import writer


@pytest.mark.in_both_browsers
def test_a_copy_is_a_draft_message_to_oneself_or_if_it_is_short_opens_the_mail_program(
    ready_page, download, mail_program
):
    writer.write(ready_page)
    ready_page.get_by_label("Your story", exact=True).fill("It was late, and no train came. " * 60)
    file = download(ready_page, lambda: writer.press(ready_page, "Email me a copy"))
    message = message_from_bytes(file.content, policy=policy.default)
    assert file.name == "letter-to-representative-simon.eml"
    assert message["To"] == '"Dr. Ada Lovelace" <ada@example.org>'
    assert message["Subject"] == "Support the Night Trains Act"
    assert message.get_content().replace("\r\n", "\n").rstrip("\n") == writer.text_of(ready_page)
    expect(writer.said(ready_page)).to_contain_text("draft message to yourself")

    writer.press(ready_page, "Edit by hand")
    writer.letter(ready_page).locator("textarea").fill("Dear Lateefah,\nplease & thank you?")
    writer.press(ready_page, "Email me a copy")
    link = mail_program.opened(ready_page)
    assert link.startswith("mailto:ada@example.org?subject=Support%20the%20Night")
    assert unquote(link).endswith("body=Dear Lateefah,\r\nplease & thank you?")
    expect(writer.letter(ready_page).get_by_role("button", name="Download a draft message")).to_be_visible()


@pytest.mark.claim("its email service gets a letter after the visitor agrees")
@pytest.mark.expects("500")
def test_the_campaigns_endpoint_gets_the_letter_once_the_visitor_agrees_and_a_failure_loses_nothing(
    with_endpoint, endpoint, download
):
    page = with_endpoint
    writer.press(page, "Email me a copy")
    who = page.locator("[data-email-who]")
    expect(who).to_contain_text("Example Forms")
    expect(who).to_contain_text("ada@example.org")
    assert endpoint.posts == []
    page.get_by_role("button", name="Cancel").click()
    expect(writer.said(page)).to_have_text("Nothing was sent.")
    assert endpoint.posts == []

    endpoint.status = 500
    writer.press(page, "Email me a copy")
    page.get_by_role("button", name="Send it").click()
    expect(writer.said(page)).to_contain_text("did not take it. Nothing is lost.")
    file = download(page, writer.letter(page).get_by_role("button", name="Download a draft message").click)
    assert file.name.endswith(".eml")

    endpoint.forget()
    writer.press(page, "Email me a copy")
    page.get_by_role("button", name="Send it").click()
    expect(writer.said(page)).to_contain_text("Sent to Example Forms")
    (post,) = endpoint.posts
    assert 'name="email"\r\n\r\nada@example.org\r\n' in post
    assert writer.text_of(page) in post.replace("\r\n", "\n")
