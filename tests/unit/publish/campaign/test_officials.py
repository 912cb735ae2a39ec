"""The operator's settings."""

import pytest
from pydantic import ValidationError

from honorable.publish.campaign.officials import Settings


def test_the_districts_address_is_that_of_the_campaigns_congress(plain):
    assert plain.districts_of(119).endswith("/tab20_cd11920_zcta520_natl.txt")
    assert plain.districts_of(120).endswith("/tab20_cd12020_zcta520_natl.txt")


@pytest.mark.parametrize(
    "words",
    [
        {"members": "http://example.org/members.json"},
        {"members": "members.json"},
        {"districts": "file:///etc/passwd"},
        {"districts": "https:///x"},
        {"members_sha256": "abc"},
        {"districts_sha256": "A" * 64},
        {"vacant": ["CA-XIV"]},
        {"vacant": ["California"]},
        {"more_zctas_than": -1},
        {"unknown": 1},
    ],
)
def test_settings_that_make_no_sense_are_refused(words):
    with pytest.raises(ValidationError):
        Settings(**words)


def test_a_list_from_toml_and_a_server_of_ones_own_are_taken():
    settings = Settings(members="http://127.0.0.1:8000/m.json", vacant=["CA-14", "OH"], members_sha256="0" * 64)
    assert settings.vacant == ("CA-14", "OH")
