"""Debouncing, events, and text that a live region announces once."""

from honorable.page import dom


def test_debounced_work_runs_once_after_the_last_call(window):
    runs = []
    call = dom.debounce(lambda: runs.append("run"))
    call()
    call()
    assert runs == []
    window.run_timers()
    assert runs == ["run"]
    window.run_timers()
    assert runs == ["run"]


def test_waiting_work_runs_at_once_when_the_page_is_left_or_hidden(document, window):
    runs = []
    call = dom.debounce(lambda: runs.append("run"))
    for target, event in ((window, "pagehide"), (document, "visibilitychange")):
        call()
        target.dispatchEvent(window.CustomEvent.new(event))
    assert runs == ["run", "run"]
    window.run_timers()
    assert runs == ["run", "run"]


def test_leaving_the_page_runs_nothing_if_nothing_is_waiting(window):
    runs = []
    dom.debounce(lambda: runs.append("run"))
    window.dispatchEvent(window.CustomEvent.new("pagehide"))
    assert runs == []


def test_an_event_bubbles_with_its_prefix_and_without_details(document):
    document.load('<article><button id="copy"></button></article>')
    heard = []
    dom.listen("honorable:copied", heard.append)
    dom.emit("copied", dom.element("copy"))
    assert [(event.type, event.target.id, hasattr(event, "detail")) for event in heard] == [
        ("honorable:copied", "copy", False)
    ]


def test_text_that_is_already_there_is_not_set_again(document):
    document.load('<p id="status">Saved.</p>')
    node = dom.element("status").childNodes.item(0)
    dom.set_text(dom.element("status"), "Saved.")
    assert dom.element("status").childNodes.item(0) is node
    dom.set_text(dom.element("status"), "Copied.")
    assert dom.element("status").textContent == "Copied."


def test_a_letters_article_is_found_by_its_slot_and_from_inside_it(document):
    document.load('<article data-letter="house"><p><button id="copy"></button></p></article><p id="else"></p>')
    assert dom.article_of(dom.element("copy")) is dom.article("house")
    assert not dom.article_of(dom.element("else"))
    assert not dom.element("lookup")
    assert not dom.find("dialog")


def test_work_that_waits_goes_on_by_itself(finish):
    done = []

    async def work() -> None:
        done.append("done")

    dom.spawn(work())
    assert done == []
    finish()
    assert done == ["done"]
