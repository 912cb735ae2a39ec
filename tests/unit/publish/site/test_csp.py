from pathlib import Path

import pytest

from honorable.publish.campaign.load import load_campaign
from honorable.publish.campaign.model import Campaign, Counting, EmailCopy, Join
from honorable.publish.site.csp import origin, policy


@pytest.fixture
def campaign(smallest: Path) -> Campaign:
    return load_campaign(smallest)


def directives(campaign: Campaign) -> dict[str, str]:
    return dict(directive.split(" ", 1) for directive in policy(campaign).split("; "))


def test_nothing_is_allowed_but_the_sites_own_files(campaign: Campaign):
    assert directives(campaign) == {
        "default-src": "'none'",
        "script-src": "'self' 'wasm-unsafe-eval'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "connect-src": "'self'",
        "form-action": "'none'",
        "manifest-src": "'self'",
        "worker-src": "'self'",
        "base-uri": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "worker",
    }


def test_a_mailing_lists_form_may_be_sent_there_and_nowhere_else(campaign: Campaign):
    join = Join(endpoint="https://lists.example.org/subscribe?a=b;c", provider="Lists")
    allowed = directives(campaign.model_copy(update={"join": join}))
    assert allowed["form-action"] == "https://lists.example.org"
    assert allowed["connect-src"] == "'self'"


def test_copies_by_email_may_be_posted_to_their_endpoint(campaign: Campaign):
    copies = EmailCopy(endpoint="http://localhost:9000/f", provider="Test")
    allowed = directives(campaign.model_copy(update={"email_copy": copies}))
    assert allowed["connect-src"] == "'self' http://localhost:9000"
    assert allowed["form-action"] == "'none'"


def test_the_origin_of_no_address_is_empty():
    assert origin("") == ""


def test_what_counts_may_be_told(campaign: Campaign):
    counting = Counting(endpoint="https://counts.example.org/c", provider="Counts")
    assert "connect-src 'self' https://counts.example.org;" in policy(
        campaign.model_copy(update={"counting": counting})
    )


def test_hosts_that_an_endpoint_redirects_to_are_allowed_where_it_is(campaign: Campaign):
    join = Join(endpoint="https://lists.example.org/", provider="Lists", also_allow=("https://thanks.example.org/",))
    copies = EmailCopy(endpoint="https://forms.example.org/f", provider="Forms", also_allow=("https://a.example.org",))
    allowed = directives(campaign.model_copy(update={"join": join, "email_copy": copies}))
    assert allowed["form-action"] == "https://lists.example.org https://thanks.example.org"
    assert allowed["connect-src"] == "'self' https://forms.example.org https://a.example.org"
