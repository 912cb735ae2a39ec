"""From a ZIP code to the names of one's officials, on the device."""

import pytest
from playwright.sync_api import expect

from tests.browser import congress, pages, writer
from tests.browser.watching import Watch

pytestmark = pytest.mark.same_in_every_browser


@pytest.fixture(scope="module")
def one_visit(browser, browser_context_args, site, _lookup_site):
    """A visit that lasts for many tests: to start Python for each of them would take most of their time."""
    watch = Watch(home={site.origin, _lookup_site.origin})
    context = browser.new_context(**{**browser_context_args, "service_workers": "block"})
    watch.attach(context)
    page = context.new_page()
    page.goto(_lookup_site.url)
    pages.wait_ready(page)
    pages.wait_for_lookup(page)
    yield page
    context.close()
    watch.check()


@pytest.fixture
def open_page(one_visit):
    """The page with nothing typed, in the way that is open to its visitors."""
    one_visit.get_by_role("button", name="Forget my details").click()
    return one_visit


def asked_for_the_list(site):
    return sum(path.endswith("/congress.dat") for path in site.asked)


def said(page):
    return page.locator("#lookup-said")


def names(page):
    return [page.locator(f"#{slot}_name").input_value() for slot in ("house", "senate1", "senate2")]


def lasts(page):
    return [page.locator(f"#{slot}_last").input_value() for slot in ("house", "senate1", "senate2")]


def options(page):
    return page.locator("#districts label")


def test_a_zip_code_fills_in_the_officials_the_state_and_where_the_letters_go(open_page):
    open_page.get_by_label("ZIP code", exact=True).fill("94601")
    expect(said(open_page)).to_have_text(
        "ZIP code 94601 is in the 12th district of California. Your letters go to Representative Lateefah Simon, "
        "Senator Alex Padilla, and Senator Adam Schiff."
    )
    assert names(open_page) == ["Lateefah Simon", "Alex Padilla", "Adam Schiff"]
    assert lasts(open_page) == ["Simon", "Padilla", "Schiff"]
    expect(open_page.get_by_label("State", exact=True)).to_have_value("CA")
    expect(open_page.locator("#districts")).to_be_hidden()
    expect(open_page.locator("#lookup-vacant")).to_be_hidden()
    assert writer.text_of(open_page).startswith(
        "The Honorable Lateefah Simon\n1023 Longworth House Office Building\nUnited States House of Representatives\n"
    )
    assert "Dear Senator Schiff:" in writer.text_of(open_page, "senate-2")


def test_typing_a_zip_code_makes_no_request(lookup_page, watch):
    watch.requests.clear()
    box = lookup_page.get_by_label("ZIP code", exact=True)
    for zip_code in ("94601", "94504", "86515", "00601", "00000", "94599", "94601-1234"):
        box.fill("")
        box.press_sequentially(zip_code)
    box.press("Tab")
    expect(said(lookup_page)).to_contain_text("12th district of California")
    lookup_page.wait_for_timeout(300)
    assert [request.url for request in watch.requests] == []


def test_the_list_is_loaded_once_and_only_when_the_visitor_reaches_the_form(page, lookup_dist, serve):
    site = serve(lookup_dist)
    page.set_viewport_size({"width": 800, "height": 600})
    page.goto(site.url)
    pages.wait_ready(page)
    page.wait_for_timeout(300)
    assert asked_for_the_list(site) == 0
    pages.wait_for_lookup(page)
    page.get_by_label("ZIP code", exact=True).fill("94601")
    expect(said(page)).to_contain_text("12th district")
    assert asked_for_the_list(site) == 1


def test_the_first_step_leads_to_the_zip_code(lookup_page):
    lookup_page.get_by_role("link", name="Enter my ZIP code").click()
    expect(lookup_page.get_by_label("ZIP code", exact=True)).to_be_focused()


def test_the_page_says_of_which_day_its_names_are(open_page):
    expect(open_page.locator("[data-day]")).to_contain_text("Members of Congress as of June 15, 2026.")


def test_after_the_end_of_the_congress_the_page_says_that_it_may_be_out_of_date(page, lookup_site):
    page.clock.set_fixed_time("2027-02-01T12:00:00")
    page.goto(lookup_site.url)
    pages.wait_ready(page)
    pages.wait_for_lookup(page)
    expect(page.locator("[data-day]")).to_contain_text("A new Congress has begun since")


def test_a_zip_code_in_two_districts_lists_both_and_chooses_none(open_page):
    open_page.get_by_label("ZIP code", exact=True).fill("94504")
    expect(said(open_page)).to_contain_text("ZIP code 94504 is in 2 districts of California. Choose yours")
    expect(options(open_page).locator("[data-line]")).to_have_text(
        [
            "Representative Lateefah Simon, Democrat, 12th district of California",
            "Representative Mark Ten, Republican, 10th district of California",
        ]
    )
    expect(options(open_page).locator("[data-part]")).to_have_text(["about 78% of its land", "about 22% of its land"])
    expect(open_page.locator("#districts :checked")).to_have_count(0)
    assert names(open_page) == ["", "Alex Padilla", "Adam Schiff"]
    link = open_page.get_by_role("link", name="Find your district by address on the House's website")
    expect(link).to_have_attribute("href", "https://www.house.gov/representatives/find-your-representative")


def test_choosing_a_district_fills_in_who_speaks_for_it_and_can_be_undone(open_page):
    open_page.get_by_label("ZIP code", exact=True).fill("94504")
    open_page.get_by_label("Representative Mark Ten").check()
    assert names(open_page) == ["Mark Ten", "Alex Padilla", "Adam Schiff"]
    expect(said(open_page)).to_contain_text("You chose the 10th district of California.")
    open_page.get_by_label("Representative Lateefah Simon").check()
    assert names(open_page)[0] == "Lateefah Simon"
    assert "Dear Representative Simon:" in writer.text_of(open_page)
    open_page.get_by_label("ZIP code", exact=True).fill("94507")
    expect(options(open_page)).to_have_count(3)
    expect(open_page.locator("#districts :checked")).to_have_count(0)
    assert names(open_page)[0] == ""


def test_a_zip_code_in_two_states_waits_for_the_choice_before_it_names_senators(open_page):
    open_page.get_by_label("ZIP code", exact=True).fill("86515")
    expect(said(open_page)).to_contain_text("2 districts of New Mexico and Arizona")
    assert names(open_page) == ["", "", ""]
    expect(open_page.get_by_label("State", exact=True)).to_have_value("")
    open_page.get_by_label("Representative Eli Two").check()
    assert names(open_page) == ["Eli Two", "Ana Arizona", "Bo Desert"]
    expect(open_page.get_by_label("State", exact=True)).to_have_value("AZ")
    open_page.get_by_label("Representative Teresa De La Luz").check()
    assert names(open_page) == ["Teresa De La Luz", "Ben Ray Núñez", "Marta Nuevo"]
    assert lasts(open_page) == ["De La Luz", "Núñez", "Nuevo"]
    expect(open_page.get_by_label("State", exact=True)).to_have_value("NM")


def test_the_state_that_the_visitor_chose_settles_a_zip_code_in_two_states(open_page):
    open_page.get_by_label("State", exact=True).select_option("AZ")
    open_page.get_by_label("ZIP code", exact=True).fill("86515")
    assert names(open_page) == ["Eli Two", "Ana Arizona", "Bo Desert"]
    expect(open_page.locator("#districts")).to_be_hidden()


def test_a_state_chosen_afterwards_settles_it_too_and_another_one_is_told(open_page):
    open_page.get_by_label("ZIP code", exact=True).fill("86515")
    open_page.get_by_label("State", exact=True).select_option("NM")
    assert names(open_page) == ["Teresa De La Luz", "Ben Ray Núñez", "Marta Nuevo"]
    open_page.get_by_label("State", exact=True).select_option("OH")
    expect(said(open_page)).to_contain_text("The state that you chose is another one: please check both.")


def test_a_vacant_seat_is_told_and_the_letters_go_to_the_senators(open_page):
    open_page.get_by_label("ZIP code", exact=True).fill("94565")
    expect(said(open_page)).to_contain_text("The seat of the 14th district of California is vacant")
    expect(said(open_page)).to_contain_text("Your letters go to Senator Alex Padilla and Senator Adam Schiff.")
    expect(open_page.locator("#lookup-vacant a")).to_have_attribute(
        "href", "https://clerk.house.gov/Members/ViewVacancies"
    )
    assert names(open_page) == ["", "Alex Padilla", "Adam Schiff"]


def test_a_vacant_seat_among_others_can_be_chosen(open_page):
    open_page.get_by_label("ZIP code", exact=True).fill("94507")
    open_page.get_by_label("Vacant seat").check()
    expect(said(open_page)).to_contain_text("Its seat is vacant")
    expect(open_page.get_by_label("Vacant seat")).to_be_checked()
    assert names(open_page) == ["", "Alex Padilla", "Adam Schiff"]


@pytest.mark.parametrize(
    ("zip_code", "state", "name", "greeting"),
    [
        ("20001", "DC", "Eleanor Capital", "Dear Delegate Capital:"),
        ("00601", "PR", "Pablo José Hernández", "Dear Resident Commissioner Hernández Rivera:"),
    ],
)
def test_dc_and_territories_have_one_letter(open_page, zip_code, state, name, greeting):
    open_page.get_by_label("ZIP code", exact=True).fill(zip_code)
    expect(said(open_page)).to_contain_text("and no senators")
    expect(open_page.get_by_label("State", exact=True)).to_have_value(state)
    expect(open_page.locator("#senators")).to_be_hidden()
    assert names(open_page) == [name, "", ""]
    assert greeting in writer.text_of(open_page)


def test_an_unknown_zip_code_falls_back_to_its_first_three_digits(open_page):
    open_page.get_by_label("ZIP code", exact=True).fill("94599")
    expect(said(open_page)).to_contain_text("those that begin with 945 are in 3 districts of California")
    expect(options(open_page)).to_have_count(3)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("00000", "This page does not know ZIP code 00000."),
        ("09012", "This is a military or diplomatic ZIP code"),
        ("K1A 0B1", "This looks like a Canadian postal code."),
        ("abcde", "Please check the ZIP code: five digits"),
        ("9460", "Please check the ZIP code: five digits"),
    ],
)
def test_what_cannot_be_looked_up_has_a_sentence_and_the_names_can_be_typed(open_page, typed, sentence):
    box = open_page.get_by_label("ZIP code", exact=True)
    box.fill("94601")
    expect(said(open_page)).to_contain_text("12th district")
    box.fill(typed)
    box.press("Tab")
    expect(said(open_page)).to_contain_text(sentence)
    assert names(open_page) == ["", "", ""]
    writer.fill_officials(open_page)
    assert "Dear Representative Simon:" in writer.text_of(open_page)


@pytest.mark.parametrize("typed", [" 94601 ", "94601-1234", "94601 1234", "946011234", "94601–1234", "٩٤٦٠١"])
def test_a_zip_code_may_be_typed_in_any_usual_way(open_page, typed):
    open_page.get_by_label("ZIP code", exact=True).press_sequentially(typed)
    expect(said(open_page)).to_contain_text("ZIP code 94601 is in the 12th district of California")
    assert names(open_page)[0] == "Lateefah Simon"


def test_of_all_that_is_to_mend_the_first_on_the_page_is_gone_to(open_page):
    writer.press_write(open_page)
    expect(open_page.get_by_label("ZIP code", exact=True)).to_be_focused()


def test_while_a_zip_code_is_being_typed_nothing_is_said_against_it(open_page):
    open_page.get_by_label("ZIP code", exact=True).press_sequentially("9460")
    expect(said(open_page)).to_have_text("")


def test_a_typed_name_wins_over_a_looked_up_one(open_page):
    open_page.get_by_label("Representative's full name").fill("Jane Doe")
    open_page.get_by_label("ZIP code", exact=True).fill("94601")
    assert names(open_page) == ["Jane Doe", "Alex Padilla", "Adam Schiff"]
    assert lasts(open_page)[0] == "Doe"
    expect(said(open_page)).to_contain_text("What you typed yourself stays as it is.")
    open_page.get_by_label("ZIP code", exact=True).fill("20001")
    assert names(open_page)[0] == "Jane Doe"


def test_looked_up_names_can_be_edited_and_a_new_zip_code_replaces_only_the_others(open_page):
    open_page.get_by_label("ZIP code", exact=True).fill("94601")
    open_page.get_by_label("First senator's full name").fill("Alejandro Padilla-Ruiz")
    expect(open_page.locator("#senate1_last")).to_have_value("Padilla-Ruiz")
    open_page.get_by_label("State", exact=True).select_option("")
    open_page.get_by_label("ZIP code", exact=True).fill("86515")
    open_page.get_by_label("Representative Eli Two").check()
    assert names(open_page) == ["Eli Two", "Alejandro Padilla-Ruiz", "Bo Desert"]


def test_a_senator_whom_the_visitor_typed_is_not_filled_in_twice(open_page):
    open_page.get_by_label("First senator's full name").fill("Adam Schiff")
    open_page.get_by_label("ZIP code", exact=True).fill("94601")
    assert names(open_page) == ["Lateefah Simon", "Adam Schiff", "Alex Padilla"]


def test_an_emptied_name_is_a_letter_skipped(open_page):
    open_page.get_by_label("ZIP code", exact=True).fill("94601")
    open_page.get_by_label("Second senator's full name").fill("")
    writer.fill_person(open_page)
    writer.press_write(open_page)
    expect(open_page.locator("#form-status")).to_contain_text("Your 2 letters are written.")
    assert names(open_page) == ["Lateefah Simon", "Alex Padilla", ""]


def test_a_members_missing_details_are_left_out(open_page):
    open_page.get_by_label("ZIP code", exact=True).fill("95901")
    assert writer.text_of(open_page).startswith(
        "The Honorable Bare Minimum\nUnited States House of Representatives\nWashington, DC 20515\n"
    )


def test_what_was_found_is_there_after_a_reload_and_on_the_next_visit(lookup_page, lookup_site):
    lookup_page.get_by_label("ZIP code", exact=True).fill("94504")
    lookup_page.get_by_label("Representative Mark Ten").check()
    writer.fill_person(lookup_page, zip="94504")
    writer.press_write(lookup_page)
    lookup_page.reload()
    pages.wait_ready(lookup_page)
    assert names(lookup_page) == ["Mark Ten", "Alex Padilla", "Adam Schiff"]
    pages.wait_for_lookup(lookup_page)
    expect(lookup_page.get_by_label("Representative Mark Ten")).to_be_checked()
    later = lookup_page.context.new_page()
    later.goto(lookup_site.url)
    pages.wait_ready(later)
    assert "\n1 Cannon House Office Building\n" in writer.text_of(later)
    pages.wait_for_lookup(later)
    assert names(later) == ["Mark Ten", "Alex Padilla", "Adam Schiff"]
    later.get_by_label("ZIP code", exact=True).fill("94601")
    assert names(later)[0] == "Lateefah Simon"


def test_a_zip_code_typed_before_the_list_has_arrived_is_looked_up_then(page, lookup_site):
    waiting = []
    page.route("**/congress.dat", lambda route: waiting.append(route))  # noqa: PLW0108 - Playwright asks for a function of Python's own
    page.goto(lookup_site.url)
    pages.wait_ready(page)
    page.get_by_label("ZIP code", exact=True).fill("94601")
    page.wait_for_timeout(300)
    assert names(page) == ["", "", ""]
    for route in waiting:
        route.continue_()
    expect(said(page)).to_contain_text("12th district of California")
    assert names(page)[0] == "Lateefah Simon"
    assert "Dear Representative Simon:" in writer.text_of(page)


def test_where_the_list_does_not_arrive_the_names_can_be_typed_and_it_is_tried_again(page, lookup_site, watch):
    page.route("**/congress.dat", lambda route: route.fulfill(status=404, body="gone"))
    page.goto(lookup_site.url)
    pages.wait_ready(page)
    page.locator("#zip").scroll_into_view_if_needed()
    expect(said(page)).to_contain_text("The list of ZIP codes did not arrive.")
    writer.write(page)
    assert "Dear Representative Simon:" in writer.text_of(page)
    page.wait_for_timeout(500)
    assert watch.problems
    watch.forget()
    page.unroute("**/congress.dat")
    page.get_by_label("ZIP code", exact=True).focus()
    expect(said(page)).to_contain_text("12th district of California")


@pytest.mark.parametrize(
    "body", [b"<!doctype html>Not here", congress.packed()[:-20], b"\x1f\x8b", b"x"], ids=["page", "cut", "short", "x"]
)
def test_a_damaged_list_is_told_in_a_sentence(page, lookup_site, body):
    page.route("**/congress.dat", lambda route: route.fulfill(status=200, body=body))
    page.goto(lookup_site.url)
    pages.wait_ready(page)
    page.locator("#zip").scroll_into_view_if_needed()
    expect(said(page)).to_contain_text("The list of ZIP codes cannot be read")
    writer.write(page)
    assert "Dear Representative Simon:" in writer.text_of(page)


def test_what_is_kept_of_the_officials_can_be_seen(lookup_page):
    lookup_page.get_by_label("ZIP code", exact=True).fill("94601")
    writer.fill_person(lookup_page)
    writer.press_write(lookup_page)
    lookup_page.get_by_text("See what is saved").click()
    expect(lookup_page.locator("[data-kept]")).to_contain_text(
        "Lateefah Simon (Representative Simon), 1023 Longworth House Office Building, 202-555-0112, "
        "https://simon.example.gov"
    )


def test_forgetting_forgets_what_was_found(lookup_page):
    lookup_page.get_by_label("ZIP code", exact=True).fill("94504")
    lookup_page.get_by_label("Representative Mark Ten").check()
    lookup_page.get_by_role("button", name="Forget my details").click()
    assert names(lookup_page) == ["", "", ""]
    expect(said(lookup_page)).to_have_text("")
    expect(lookup_page.locator("#districts")).to_be_hidden()
    assert lookup_page.evaluate("sessionStorage.length") == 0


def test_the_first_two_steps_are_done_once_the_officials_are_found_and_written_to(lookup_page):
    lookup_page.get_by_label("ZIP code", exact=True).fill("94601")
    writer.fill_person(lookup_page)
    writer.press_write(lookup_page)
    for name in ("find", "officials"):
        expect(lookup_page.locator(f'[data-step="{name}"] [data-step-state]')).to_have_text("Done")


def test_without_data_the_form_is_as_it_was(ready_page):
    expect(ready_page.locator("#lookup")).to_have_count(0)
    expect(ready_page.get_by_role("link", name="Enter my ZIP code")).to_have_count(0)
    ready_page.get_by_label("ZIP code", exact=True).fill("94601")
    assert names(ready_page) == ["", "", ""]
