"""A link that fills in the form, and one that says where the visitor came from."""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import expect

from tests.browser import pages, writer

LINK = "./#zip=94601&first=Mary+Ann&state=California&house_name=Lateefah%20Simon&email=a%2Bb@example.org"


def opened(page, link):
    page.goto(link)
    pages.wait_ready(page)
    return page


def test_a_link_fills_in_the_form_and_leaves_the_address(page, site):
    opened(page, LINK)
    expect(page.get_by_label("ZIP code")).to_have_value("94601")
    expect(page.get_by_label("First name")).to_have_value("Mary Ann")
    expect(page.get_by_label("State", exact=True)).to_have_value("CA")
    expect(page.get_by_label("Email", exact=True)).to_have_value("a+b@example.org")
    expect(page.locator("#house_last")).to_have_value("Simon")
    assert "Dear Representative Simon:" in writer.text_of(page)
    assert page.url == site.url
    assert page.evaluate("history.length") <= 2


def test_no_server_sees_what_a_link_fills_in(page, site, watch):
    site.asked.clear()
    opened(page, "./#zip=94601&first=Xylophila")
    assert not [asked for asked in site.asked if "Xylophila" in asked]
    assert not [request.url for request in watch.requests if "?" in request.url]


def test_what_a_link_filled_in_survives_a_reload(page):
    opened(page, LINK)
    page.reload()
    pages.wait_ready(page)
    expect(page.get_by_label("First name")).to_have_value("Mary Ann")


def test_what_is_filled_in_is_text_and_nothing_runs(page):
    opened(page, "./#first=%3Cimg%20src=x%20onerror=alert(1)%3E&last={{7*7}}&house_name={%25%20raw%20%25}")
    assert "<img src=x onerror=alert(1)> {{7*7}}" in writer.text_of(page)
    assert "The Honorable {% raw %}" in writer.text_of(page)


def test_a_name_that_is_not_documented_is_told_without_its_text_and_goes_too(page, site, watch):
    opened(page, "./#shoe_size=forty-two&zip=94601")
    assert page.url == site.url
    [line] = [line for line in watch.console if "shoe_size" in line]
    assert "forty-two" not in "".join(watch.console)
    assert line.startswith("warning: Honorable knows no")
    expect(page.get_by_label("ZIP code")).to_have_value("94601")


def test_a_link_to_a_place_in_the_page_works_as_before(page, site):
    opened(page, "./#write")
    assert page.url == f"{site.url}#write"
    expect(page.locator("#write")).to_be_in_viewport()


def test_a_link_does_not_overwrite_what_a_visitor_typed_or_had_remembered(ready_page):
    writer.write(ready_page)
    later = ready_page.context.new_page()
    opened(later, "./#first=Eve&phone=555-0100")
    expect(later.get_by_label("First name")).to_have_value("Ada")
    expect(later.get_by_label("Phone")).to_have_value("555-0100")


def test_another_link_to_the_open_page_fills_in_what_is_empty(ready_page, site):
    ready_page.get_by_label("City", exact=True).fill("Oakland")
    ready_page.evaluate("location.hash = 'city=Albany&zip=94601'")
    expect(ready_page.get_by_label("ZIP code")).to_have_value("94601")
    expect(ready_page.get_by_label("City", exact=True)).to_have_value("Oakland")
    assert ready_page.url == site.url


def test_where_a_visitor_came_from_goes_into_the_campaigns_links_and_nowhere_else(page, site):
    opened(page, "./?utm_source=letter&source=our%20friends&name=Ada")
    shared = page.get_by_label("Address of this page").input_value()
    assert shared == f"{site.url}?utm_source=letter&source=our+friends"
    links = page.locator("a[href]").evaluate_all("links => links.map(link => link.href)")
    with_source = [link for link in links if "friends" in link and not link.startswith(site.url)]
    assert len(with_source) == page.locator("a[data-share]").count()
    facebook = next(link for link in with_source if "facebook" in link)
    assert parse_qs(urlsplit(facebook).query)["u"] == [shared]


def test_a_campaign_with_an_address_shares_that_with_the_source(page, build_variant):
    site = build_variant(site="https://letters.example.org/")
    opened(page, f"{site.url}?source=friends")
    assert page.get_by_label("Address of this page").input_value() == "https://letters.example.org/?source=friends"
