"""Names of downloads."""

import re

from hypothesis import given
from hypothesis import strategies as st

from honorable.letters.file_name import file_name


@given(st.text(max_size=300))
def test_any_name_gives_a_file_name_that_every_system_takes(text):
    assert re.fullmatch(r"letter-to[a-z0-9-]*\.eml", file_name("letter to", text, ending="eml"))
    assert len(file_name("letter to", text, ending="eml")) <= 80
