"""What a link can fill in."""

from urllib.parse import quote, unquote, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from honorable.letters.congress.legislature import CONGRESS
from honorable.letters.prefill import FRAME_OPTIONS, Prefill, prefill_fields, source_query
from honorable.letters.prefill import prefill as prefill_for

PREFILL = prefill_fields(CONGRESS)

# No URL can hold a lone surrogate.
texts = st.text(st.characters(exclude_categories=["Cs"]))
names = st.sampled_from(PREFILL).filter(lambda name: name != "state")


def prefill(fragment: str) -> Prefill:
    return prefill_for(fragment, CONGRESS)


@given(st.dictionaries(names, texts))
def test_a_link_fills_in_its_texts(typed):
    found = prefill(urlencode(typed))
    kept = {name: " ".join(text.split()) for name, text in typed.items()}
    assert found.typed.keys() == {name for name, text in kept.items() if text}
    assert all(kept[name].startswith(text) for name, text in found.typed.items())
    assert (found.unknown, found.rest) == ((), "")


@given(st.dictionaries(names, texts))
def test_a_space_may_be_a_plus_or_percent_20(typed):
    assert prefill(urlencode(typed, quote_via=quote)) == prefill(urlencode(typed))


@pytest.mark.claim("No fragment causes an error")
@given(texts)
def test_any_fragment_can_be_read(fragment):
    found = prefill(fragment)
    assert set(found.typed) <= set(PREFILL)
    assert not set(found.unknown) & {*PREFILL, *FRAME_OPTIONS}
    assert all("\n" not in text and len(text.encode("utf-16-le")) <= 200 for text in found.typed.values())


@given(texts)
def test_the_rest_of_the_address_fills_in_nothing(fragment):
    rest = prefill(fragment).rest
    again = prefill(rest)
    assert (again.typed, again.unknown, again.rest) == ({}, (), rest)


@given(st.dictionaries(texts.filter(lambda name: name not in {*PREFILL, *FRAME_OPTIONS}), texts, min_size=1))
def test_unknown_names_are_reported_and_their_texts_dropped(pairs):
    found = prefill(urlencode(pairs))
    assert (found.typed, found.unknown, found.rest) == ({}, tuple(pairs), "")


@given(texts.filter(str.strip), texts)
def test_the_first_of_two_texts_for_one_field_counts(first, second):
    both = prefill(urlencode([("first", first), ("first", second)]))
    assert both == prefill(urlencode({"first": first}))


def test_a_text_is_cut_at_the_fields_maxlength_and_never_inside_a_character():
    assert prefill("city=" + "a" * 101).typed["city"] == "a" * 100
    assert prefill("city=a" + quote("🦋" * 60)).typed["city"] == "a" + "🦋" * 49


def test_markup_and_template_syntax_are_only_text():
    assert prefill("first=%3Cb%3E&last={{7*7}}").typed == {"first": "<b>", "last": "{{7*7}}"}


def test_a_plus_is_a_space_and_percent_2b_is_a_plus():
    assert prefill("email=ada%2Bnews@example.org").typed["email"] == "ada+news@example.org"
    assert prefill("first=Mary+Ann").typed["first"] == "Mary Ann"


def test_a_state_is_known_by_its_code_and_by_its_name():
    for way in ("CA", "ca", "California", "california", "%20CA"):
        assert prefill(f"state={way}").typed == {"state": "CA"}
    assert prefill("state=Kalifornien").typed == {}


@pytest.mark.parametrize(
    "field",
    [
        *("*|FNAME|*", " *|FNAME|* ", "{{zip}}", "{{ first_name }}", "{{ contact.first|default }}", "%%FIRST%%"),
        *("%FIRST%", "${zip}", "[ZIP]", "<%= zip %>", "{first}"),
    ],
)
def test_a_merge_field_that_was_not_filled_in_counts_as_empty(field):
    assert prefill(urlencode({"first": field, "last": "Lovelace"})).typed == {"last": "Lovelace"}


@pytest.mark.parametrize(
    "link",
    [
        "zip={{ZIP}}",
        "zip=*|ZIP|*",
        "zip=%zip%",
        "zip=%%zip%%",
        "zip=%7B%7BZIP%7D%7D",
        "street=%ADDRESS%",
        "city={{city}}",
    ],
)
def test_a_merge_field_that_was_written_into_the_link_as_it_is_counts_as_empty(link):
    assert prefill(f"{link}&last=Lovelace").typed == {"last": "Lovelace"}


@pytest.mark.parametrize(
    "link",
    [
        "zip=94601?utm_source=x",
        "zip=94601?utm_source=x&utm_medium=email",
        "zip=94601?fbclid=a%2Fb",
        "zip=94601?ref=newsletter",
        "zip=94601?_hsenc=p2ANqtz-8",
        "zip=94601%3Futm_source%3Dx",
    ],
)
def test_a_query_that_was_appended_to_the_fragment_is_dropped(link):
    assert prefill(link).typed == {"zip": "94601"}


def test_a_question_in_a_text_is_kept():
    assert prefill("city=What+Cheer?+Iowa").typed == {"city": "What Cheer? Iowa"}


def test_a_link_may_pick_reasons_by_id():
    assert prefill("reasons=match,promise").typed == {"reasons": "match,promise"}


def test_element_ids_and_frame_options_stay_in_the_address():
    found = prefill("write&theme=dark&zip=94601&accent=%231d4f91&sections=write,diy")
    assert found.typed == {"zip": "94601"}
    assert found.rest == "write&theme=dark&accent=%231d4f91&sections=write,diy"


def test_a_link_cannot_write_the_story():
    assert prefill("story=I+agree").unknown == ("story",)


@given(st.dictionaries(texts, texts))
def test_only_the_source_is_kept_for_the_campaigns_links(pairs):
    kept = source_query("?" + urlencode(pairs))
    assert "#" not in kept
    assert all(pair.startswith(("source=", "utm_")) for pair in kept.split("&") if pair)


@given(texts.filter(bool))
def test_the_source_is_passed_on_unchanged(source):
    assert source.startswith(
        unquote(source_query(urlencode({"source": source})).removeprefix("source=").replace("+", " "))
    )
