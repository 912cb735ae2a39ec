"""Finding the contact pages of House members, on a server of the test's own."""

from honorable.letters.congress.member import Member
from honorable.publish.officials.contact_pages import Politeness, find_contact_pages
from tests.unit.publish.officials.local_server import hangs_up, sends, stalls

POLITE = Politeness(pause=0, silence=0.3, in_all=10)


def member(page, chamber="house"):
    return Member(chamber, "CA", "12" if chamber == "house" else "", "Ana Núñez", "Núñez", contact_page=page)


def find(members, politeness=POLITE):
    return find_contact_pages(members, politeness, lambda _so_far, _size: None)


def test_a_site_that_answers_under_contact_is_linked_there(server):
    server.at("/contact", sends(b""))
    site = server.at("/", sends(b""))
    for listed in (site, site.rstrip("/")):
        assert find([member(listed)]) == {listed: site + "contact"}
    assert set(server.asked) == {"/contact"}


def test_a_site_without_such_a_page_keeps_its_home_page(server):
    server.at("/contact", sends(b"", 404))
    assert find([member(server.at("/", sends(b"")))]) == {}


def test_a_redirect_within_contact_counts_and_one_to_the_home_page_does_not(server):
    site = server.at("/", sends(b""))
    server.at("/contact", sends(b"", 302, Location="/contact/email"))
    server.at("/contact/email", sends(b""))
    assert find([member(site)]) == {site: site + "contact"}
    server.at("/contact", sends(b"", 302, Location="/"))
    assert find([member(site)]) == {}


def test_senators_and_links_to_a_certain_page_are_not_asked(server):
    page = server.at("/form", sends(b""))
    assert find([member(page), member(server.at("/", sends(b"")), "senate"), member("")]) == {}
    assert server.asked == []


def test_the_search_ends_after_a_few_sites_in_a_row_without_an_answer(server):
    site = server.at("/", sends(b""))
    server.at("/contact", hangs_up)
    assert find([member(site)] * 20, Politeness(pause=0, silence=0.3, most_errors=3)) == {}
    assert server.asked == ["/contact"] * 3


def test_the_search_ends_when_the_time_is_up(server):
    site = server.at("/", sends(b""))
    server.at("/contact", stalls())
    find([member(site)] * 1000, Politeness(pause=0.05, silence=0.1, in_all=0.5, most_errors=1000))
    assert len(server.asked) < 1000
