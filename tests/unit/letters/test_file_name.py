"""Names of downloads."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from honorable.letters.file_name import file_name


@pytest.mark.parametrize("name", ["O'Brien", "O’Brien", "O‑Brien", "o brien"])
def test_the_same_name_typed_in_another_way_gives_the_same_file_name(name):
    assert file_name("Letter to", name, ending="txt") == "letter-to-o-brien.txt"


@given(st.text(max_size=300))
def test_any_name_gives_a_file_name_that_every_system_takes(text):
    assert re.fullmatch(r"letter-to[a-z0-9-]*\.eml", file_name("letter to", text, ending="eml"))
    assert len(file_name("letter to", text, ending="eml")) <= 80
