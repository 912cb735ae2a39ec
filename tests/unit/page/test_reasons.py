"""The reasons on the form: picked, written, saved, and picked by a link."""

import pytest

from tests.unit.page.test_writing import fill, press_write, text_of


def boxes(document):
    return {box.value: box for box in document.querySelectorAll("#reasons input")}


def tick(window, box, *, checked=True):
    box.checked = checked
    box.dispatchEvent(window.CustomEvent.new("change", bubbles=True))


def heading(document):
    return document.querySelector("[data-reasons-picked]").textContent


@pytest.fixture
def texts(config):
    """Each reason's text, by id."""
    return {reason.id: reason.text for reason in config.campaign.reasons}


def order(document, texts):
    letter = text_of(document)
    return sorted((each for each, text in texts.items() if text in letter), key=lambda each: letter.index(texts[each]))


def test_the_first_two_are_picked_at_first(start, texts):
    document = start()
    first, second = list(texts)[:2]
    assert order(document, texts) == [first, second]
    assert heading(document).startswith("Your reasons: ")


def test_the_letter_takes_them_in_the_order_picked_and_three_at_most(start, window, texts):
    document = start()
    first, second, third, fourth = list(texts)[:4]
    for each in (first, second):
        tick(window, boxes(document)[each], checked=False)
    assert order(document, texts) == []
    assert heading(document) == "Choose your reasons"
    for each in (fourth, first, third):
        tick(window, boxes(document)[each])
    assert order(document, texts) == [fourth, first, third]


def full(document):
    return document.querySelector("[data-reasons-full]").textContent


def test_once_three_are_picked_the_others_wait_until_one_is_cleared(start, window, texts):
    document = start()
    first, second, third, *others = texts
    assert not any(box.disabled for box in boxes(document).values())
    assert full(document) == ""
    tick(window, boxes(document)[third])
    assert [each for each, box in boxes(document).items() if box.disabled] == others
    assert full(document) == "That is three. To pick another one, clear one first."
    tick(window, boxes(document)[first], checked=False)
    assert not any(box.disabled for box in boxes(document).values())
    assert full(document) == ""
    tick(window, boxes(document)[others[0]])
    assert order(document, texts) == [second, third, others[0]]


def test_a_fourth_that_was_checked_before_python_is_cleared(start, document, visit, texts):
    for box in boxes(document).values():
        box.checked = True
    document = start()
    assert [each for each, box in boxes(document).items() if box.checked] == list(texts)[:3]
    assert order(document, texts) == list(texts)[:3]
    assert full(document)


def test_after_forgetting_three_any_other_can_be_picked(start, window, texts):
    document = start()
    tick(window, boxes(document)[list(texts)[2]])
    document.querySelector('[data-action="forget"]').click()
    assert not any(box.disabled for box in boxes(document).values())
    assert full(document) == ""


def test_a_browsers_translation_of_the_labels_is_not_taken_for_theirs(start, window, config, texts):
    document = start()
    for label in document.querySelectorAll("#reasons label span"):
        label.textContent = "Übersetzt"
    tick(window, boxes(document)[next(iter(texts))], checked=False)
    assert heading(document) == f"Your reasons: {config.campaign.reasons[1].label}"


@pytest.mark.parametrize("again", [{"reload": True}, {"later": True}])
def test_they_come_back_in_that_order_after_a_reload_and_on_the_next_visit(start, window, texts, again):
    document = start()
    fill(document)
    first, second, third, *_ = texts
    tick(window, boxes(document)[first], checked=False)
    tick(window, boxes(document)[third])
    tick(window, boxes(document)[first])
    press_write(document, window)
    assert order(document, texts) == [second, third, first]
    document = start(**again)
    assert order(document, texts) == [second, third, first]


def test_forgetting_picks_the_default_ones_again_and_leaves_nothing(start, window, texts):
    document = start()
    fill(document)
    first, second, third, *_ = texts
    tick(window, boxes(document)[third])
    press_write(document, window)
    document.querySelector('[data-action="forget"]').click()
    assert order(document, texts) == [first, second]
    assert third not in document.cookie
    assert order(start(later=True), texts) == [first, second]


@pytest.mark.parametrize(
    ("ids", "picked"),
    [
        ("{2},{0}", [2, 0]),
        ("{3}", [3]),
        ("nope,{1}", [1]),
        ("nope", []),
        ("{0},{1},{2},{3}", [0, 1, 2]),
        ("{1},{1},{0},{2}", [1, 0, 2]),
    ],
)
def test_a_link_picks_them(start, window, texts, ids, picked):
    known = list(texts)
    window.location.href += "#reasons=" + ids.format(*known)
    assert order(start(), texts) == [known[each] for each in picked]


def test_a_link_does_not_overrule_what_was_picked_before(start, window, texts):
    document = start()
    fill(document)
    first, second, third, *_ = texts
    tick(window, boxes(document)[third])
    press_write(document, window)
    window.location.href += f"#reasons={first}"
    assert order(start(reload=True), texts) == [first, second, third]


def prompts(document):
    return [each.dataset.prompt for each in document.querySelectorAll("[data-prompt]") if not each.hidden]


def test_the_questions_beside_the_story_follow_the_reasons_picked(start, window, texts):
    document = start()
    first, second, third, *_ = texts
    assert prompts(document) == [first, second]
    tick(window, boxes(document)[first], checked=False)
    tick(window, boxes(document)[third])
    assert prompts(document) == [second, third]
