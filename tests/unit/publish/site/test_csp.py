import base64
import hashlib
from pathlib import Path

import pytest

from honorable.publish.campaign.load import load_campaign
from honorable.publish.campaign.model import Campaign
from honorable.publish.campaign.services import Counting, EmailCopy, Join
from honorable.publish.site.csp import origin, policy

SCRIPT = "start();"


@pytest.fixture
def campaign(smallest: Path) -> Campaign:
    return load_campaign(smallest)


def directives(campaign: Campaign) -> dict[str, str]:
    return dict(directive.split(" ", 1) for directive in policy(campaign, SCRIPT).split("; "))


@pytest.mark.claim("the policy allows no other origin")
def test_only_the_files_of_the_site_are_allowed(campaign: Campaign):
    digest = hashlib.sha256(SCRIPT.encode()).digest()
    assert directives(campaign) == {
        "default-src": "'none'",
        "script-src": f"'self' 'wasm-unsafe-eval' 'sha256-{base64.b64encode(digest).decode()}'",
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


def test_the_join_form_may_be_sent_to_its_endpoint_and_nowhere_else(campaign: Campaign):
    join = Join(endpoint="https://lists.example.org/subscribe?a=b;c", provider="Lists")
    allowed = directives(campaign.model_copy(update={"join": join}))
    assert allowed["form-action"] == "https://lists.example.org"
    assert allowed["connect-src"] == "'self'"


def test_email_copies_may_be_posted_to_their_endpoint(campaign: Campaign):
    copies = EmailCopy(endpoint="http://localhost:9000/f", provider="Test")
    allowed = directives(campaign.model_copy(update={"email_copy": copies}))
    assert allowed["connect-src"] == "'self' http://localhost:9000"
    assert allowed["form-action"] == "'none'"


def test_an_empty_address_has_no_origin():
    assert origin("") == ""


def test_visits_may_be_counted_at_the_endpoint(campaign: Campaign):
    counting = Counting(endpoint="https://counts.example.org/c", provider="Counts")
    allowed = directives(campaign.model_copy(update={"counting": counting}))
    assert allowed["connect-src"] == "'self' https://counts.example.org"


def test_hosts_that_an_endpoint_redirects_to_are_allowed_where_it_is(campaign: Campaign):
    join = Join(endpoint="https://lists.example.org/", provider="Lists", also_allow=("https://thanks.example.org/",))
    copies = EmailCopy(endpoint="https://forms.example.org/f", provider="Forms", also_allow=("https://a.example.org",))
    allowed = directives(campaign.model_copy(update={"join": join, "email_copy": copies}))
    assert allowed["form-action"] == "https://lists.example.org https://thanks.example.org"
    assert allowed["connect-src"] == "'self' https://forms.example.org https://a.example.org"
