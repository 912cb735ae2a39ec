from urllib.parse import quote, unquote, urlencode

from hypothesis import given
from hypothesis import strategies as st

from honorable.letters.prefill import LOOK, PREFILL, prefill, source_query

# Surrogates alone are no text: no address can hold one.
texts = st.text(st.characters(exclude_categories=["Cs"]))
names = st.sampled_from(PREFILL).filter(lambda name: name != "state")


@given(st.dictionaries(names, texts))
def test_what_a_link_says_stands_in_the_form_as_typed(typed):
    found = prefill(urlencode(typed))
    kept = {name: " ".join(text.split()) for name, text in typed.items()}
    assert found.typed.keys() == {name for name, text in kept.items() if text}
    assert all(kept[name].startswith(text) for name, text in found.typed.items())
    assert (found.unknown, found.stays) == ((), "")


@given(st.dictionaries(names, texts))
def test_a_space_may_be_written_either_way(typed):
    assert prefill(urlencode(typed, quote_via=quote)) == prefill(urlencode(typed))


@given(texts)
def test_no_fragment_is_too_odd_to_be_read(fragment):
    found = prefill(fragment)
    assert set(found.typed) <= set(PREFILL)
    assert not set(found.unknown) & {*PREFILL, *LOOK}
    assert all("\n" not in text and len(text.encode("utf-16-le")) <= 200 for text in found.typed.values())


@given(texts)
def test_what_stays_in_the_address_fills_in_nothing(fragment):
    stays = prefill(fragment).stays
    again = prefill(stays)
    assert (again.typed, again.unknown, again.stays) == ({}, (), stays)


@given(st.dictionaries(texts.filter(lambda name: name not in {*PREFILL, *LOOK}), texts, min_size=1))
def test_a_name_that_is_not_documented_is_told_and_its_text_goes(pairs):
    found = prefill(urlencode(pairs))
    assert (found.typed, found.unknown, found.stays) == ({}, tuple(pairs), "")


@given(texts.filter(str.strip), texts)
def test_of_two_with_the_same_name_the_first_counts(first, second):
    both = prefill(urlencode([("first", first), ("first", second)]))
    assert both == prefill(urlencode({"first": first}))


def test_a_text_ends_where_the_forms_field_would_end_and_no_character_is_cut_in_half():
    assert prefill("city=" + "a" * 101).typed["city"] == "a" * 100
    assert prefill("city=a" + quote("🦋" * 60)).typed["city"] == "a" + "🦋" * 49


def test_markup_and_template_signs_are_text():
    assert prefill("first=%3Cb%3E&last={{7*7}}").typed == {"first": "<b>", "last": "{{7*7}}"}


def test_a_plus_is_a_space_and_a_real_one_is_written_as_2b():
    assert prefill("email=ada%2Bnews@example.org").typed["email"] == "ada+news@example.org"
    assert prefill("first=Mary+Ann").typed["first"] == "Mary Ann"


def test_a_state_is_known_by_its_code_and_by_its_name():
    for way in ("CA", "ca", "California", "california", "%20CA"):
        assert prefill(f"state={way}").typed == {"state": "CA"}
    assert prefill("state=Kalifornien").typed == {}


def test_a_place_in_the_page_and_a_frames_look_stay():
    found = prefill("write&theme=dark&zip=94601&accent=%231d4f91&sections=write,diy")
    assert found.typed == {"zip": "94601"}
    assert found.stays == "write&theme=dark&accent=%231d4f91&sections=write,diy"


def test_the_story_cannot_be_put_into_anybodys_mouth():
    assert prefill("story=I+agree").unknown == ("story",)


@given(st.dictionaries(texts, texts))
def test_only_the_source_of_a_visit_is_kept_for_the_campaigns_links(pairs):
    kept = source_query("?" + urlencode(pairs))
    assert "#" not in kept
    assert all(pair.startswith(("source=", "utm_")) for pair in kept.split("&") if pair)


@given(texts.filter(bool))
def test_the_source_comes_through_as_it_was(source):
    assert source.startswith(
        unquote(source_query(urlencode({"source": source})).removeprefix("source=").replace("+", " "))
    )
