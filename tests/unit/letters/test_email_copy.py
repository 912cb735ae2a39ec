"""Copies by email: complete, addressed only to the writer, and without foreign headers."""

from email import message_from_bytes, policy
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from honorable.letters import Letter, Person, Span
from honorable.letters.email_copy import MAILTO_CHARACTERS, eml, mailto

LETTER = Letter("house", "Support the Example Act", (Span("Dear Representative,"),))
ADA = Person(first="Ada", last="Lovelace", email="ada@example.org")
HOSTILE = [
    "a\nBcc: x@y.z",
    "a%0ABcc:x@y.z",
    '"x" <a@b.c>, evil@y.z',
    "a@b.c>\r\nX: y",
    "<script>",
    "a@[",
    'a"b@c.d',
    "@",
    ":;",
]


def parsed(data):
    return message_from_bytes(data, policy=policy.default)


def text_of(message):
    return message.get_content().replace("\r\n", "\n")


def test_a_draft_message_is_from_and_to_the_writer():
    message = parsed(eml(LETTER, "Hello", ADA))
    assert message["To"] == message["From"] == "Ada Lovelace <ada@example.org>"
    assert message["Subject"] == LETTER.subject
    assert message["X-Unsent"] == "1"


@pytest.mark.claim("It arrives complete")
@given(st.text(st.characters(codec="utf-8")))
def test_any_letter_comes_out_of_the_draft_message_as_it_went_in(text):
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    message = parsed(eml(LETTER, plain, ADA))
    assert text_of(message) == (plain if plain.endswith("\n") else plain + "\n")


@pytest.mark.parametrize("typed", HOSTILE)
def test_nothing_typed_becomes_a_header(typed):
    message = parsed(eml(LETTER, "Hello", Person(first=typed, last="L", email=typed)))
    assert not {"bcc", "x", "cc"} & {name.lower() for name in message.keys()}  # noqa: SIM118 - keeps duplicates
    assert text_of(message) == "Hello\n"


@pytest.mark.claim("A name cannot add a header to a message")
@given(st.text(), st.text())
def test_any_name_and_address_give_a_message_that_can_be_read(name, address):
    message = parsed(eml(LETTER, "Hello", Person(first=name, email=address)))
    assert set(message.keys()) <= {
        "Subject", "From", "To", "X-Unsent", "Content-Type", "Content-Transfer-Encoding", "MIME-Version",
    }  # fmt: skip


def test_an_address_in_another_script_is_kept():
    message = parsed(eml(LETTER, "Hello", Person(first="Jörg", email="jörg@bücher.example")))
    assert "jörg@bücher.example" in str(message["To"])


def test_a_short_letter_fits_a_mail_link():
    link = mailto(LETTER, "Dear Representative,\n\nHello & goodbye?", ADA)
    query = dict(pair.split("=") for pair in urlsplit(link).query.split("&"))
    assert unquote(query["body"]) == "Dear Representative,\r\n\r\nHello & goodbye?"


def test_a_letter_that_a_mail_program_would_cut_off_gets_no_link():
    assert mailto(LETTER, "x" * MAILTO_CHARACTERS, ADA) is None


@pytest.mark.parametrize("typed", HOSTILE)
def test_nothing_typed_becomes_a_field_of_the_mail_link(typed):
    link = mailto(LETTER, typed, Person(email=typed))
    assert link.count("?") == 1
    assert [pair.split("=")[0] for pair in urlsplit(link).query.split("&")] == ["subject", "body"]
    assert "\n" not in link
