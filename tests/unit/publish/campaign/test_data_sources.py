import pytest
from pydantic import ValidationError

from honorable.publish.campaign.data_sources import DataSources


def test_the_address_of_the_districts_has_the_number_of_the_congress(plain):
    assert plain.districts_of(119).endswith("/tab20_cd11920_zcta520_natl.txt")
    assert plain.districts_of(120).endswith("/tab20_cd12020_zcta520_natl.txt")


@pytest.mark.parametrize(
    "values",
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
def test_an_invalid_source_is_refused(values):
    with pytest.raises(ValidationError):
        DataSources(**values)


def test_a_list_from_toml_and_a_local_server_are_accepted():
    settings = DataSources(members="http://127.0.0.1:8000/m.json", vacant=["CA-14", "OH"], members_sha256="0" * 64)
    assert settings.vacant == ("CA-14", "OH")
