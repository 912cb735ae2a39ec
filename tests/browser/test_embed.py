"""The letter page in a frame on another site: the host is on 127.0.0.1, the page on localhost."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser import pages, writer
from tests.frames import hosting

MARK = "Xylophila"


@pytest.fixture
def host(tmp_path: Path, serve, watch, site, page):
    """`host(body)`: opens a host's page with this in it, and gives the first frame's page once its Python is ready."""
    server = serve(tmp_path)
    address = hosting.on_another_site(server)
    watch.home.add(address.rstrip("/"))

    def opened(body: str, *, ready: bool = True):
        hosting.write_host(tmp_path, body)
        page.goto(address)
        frame = page.frame_locator("iframe").first
        if ready:
            page.locator("iframe").first.scroll_into_view_if_needed()
            frame.locator("html[data-python=ready]").wait_for(state="attached", timeout=pages.PYTHON_STARTS_WITHIN)
        return frame

    yield opened
    # Firefox reports that it refuses the first of two cookies; the page then writes the other (storage/cookies.py).
    watch.problems[:] = [problem for problem in watch.problems if "it is in a cross-site context" not in problem]


def heard(page) -> list[dict]:
    """All messages and events that the host got."""
    return page.evaluate("heard")


def messages(page, type_: str) -> list[dict]:
    return [note["data"] for note in heard(page) if "data" in note and note["data"].get("type") == type_]


def is_fitting(frame) -> bool:
    """Whether all of the frame's page is in view, with nothing to scroll."""
    return frame.locator("html").evaluate(
        "html => html.scrollHeight <= innerHeight && innerHeight - html.getBoundingClientRect().height < 2"
    )


def boxes_that_scroll(frame) -> list[str]:
    return frame.locator("body").evaluate(
        """body => [...body.querySelectorAll("*")].filter((box) =>
            box.checkVisibility() && box.scrollHeight > box.clientHeight + 1 && box.clientHeight > 50
            && ["auto", "scroll"].includes(getComputedStyle(box).overflowY)).map((box) => box.outerHTML.slice(0, 80))"""
    )


def test_one_line_puts_the_form_and_the_letters_where_it_stands(host, page, site):
    frame = host(hosting.script(site.url))
    element = page.locator("h1 ~ script + iframe")
    expect(element).to_have_attribute("title", "Write to Congress")
    expect(element).to_have_attribute("loading", "lazy")
    expect(element).to_have_attribute("allow", re.compile("^clipboard-write(; web-share)?$"))
    expect(frame.get_by_role("button", name="Write my letters")).to_be_visible()
    expect(frame.locator("#letter-house")).to_be_visible()
    for left_out in (".hero", "#plan", "#connect", "#spread", "#diy", "#about", "#privacy", "#record", "footer"):
        expect(frame.locator(left_out).first).to_be_hidden()
    expect(frame.locator("[data-step=find]")).to_be_hidden()


def test_the_frame_is_as_high_as_its_page_and_nothing_in_it_scrolls(host, page, site):
    frame = host(hosting.script(site.url))
    writer.write(frame)
    for width in (360, 800, 1280):
        page.set_viewport_size({"width": width, "height": 700})
        writer.reveal(frame.get_by_label("Your story")).fill("My story.\n\n" * 40)
        expect(frame.locator("#letter-house-text")).to_contain_text("My story")
        writer.reveal(writer.letter(frame))
        page.wait_for_timeout(500)
        assert is_fitting(frame), width
        assert [box for box in boxes_that_scroll(frame) if "story" not in box] == [], width
        assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth"), width
        high = page.locator("iframe").bounding_box()["height"]
        writer.reveal(frame.get_by_label("Your story")).fill("")
        writer.reveal(writer.letter(frame))
        page.wait_for_timeout(500)
        assert is_fitting(frame), width
        assert page.locator("iframe").bounding_box()["height"] < high, width


def test_a_mail_link_opens_outside_the_frame_and_leaves_the_host_as_it_is(host, page, site, mail_program):
    frame = host(hosting.script(site.url))
    writer.write(frame)
    writer.press(frame, "Edit by hand")
    writer.letter(frame).locator("textarea").fill("Dear Lateefah, please.")
    writer.press(frame, "Email me a copy")
    assert mail_program.opened(page).startswith("mailto:ada@example.org?subject=")
    expect(page.get_by_role("heading", name="A host")).to_be_visible()
    expect(writer.letter(frame).locator("textarea")).to_have_value("Dear Lateefah, please.")


def test_the_host_gets_its_events(host, page, site):
    frame = host(hosting.script(site.url, title="Our letters"))
    writer.write(frame)
    writer.press(frame, "Copy subject")
    writer.press(frame, "Copy letter", "senate-1")
    expect(writer.said(frame, "senate-1")).to_contain_text("Cop")
    writer.press(frame, "I sent this letter", "senate-1")
    page.wait_for_timeout(300)
    events = [(note["event"], note["from"], note["detail"]["letter"]) for note in heard(page) if "event" in note]
    assert [(name, letter) for name, source, letter in events if source == "Our letters"] == [
        ("honorable:ready", None),
        ("honorable:written", None),
        ("honorable:copied", "senate-1"),
        ("honorable:sent", "senate-1"),
    ]


def test_what_is_copied_in_the_frame_is_the_letter(host, page, site, clipboard_text):
    frame = host(hosting.script(site.url))
    writer.write(frame)
    writer.press(frame, "Copy letter")
    expect(writer.said(frame)).to_have_text("Copied the letter.")
    assert clipboard_text(page) == writer.text_of(frame)


@pytest.mark.claim("No message or event contains anything typed")
def test_the_host_never_hears_a_word_that_was_typed(host, page, site, watch):
    frame = host(hosting.script(site.url))
    before = page.evaluate("[location.href, name, document.title, history.length, JSON.stringify(history.state)]")
    attributes = "frame => frame.getAttributeNames().filter(n => n !== 'style').map(n => frame.getAttribute(n)).join()"
    frame_before = page.locator("iframe").evaluate(attributes)
    boxes = frame.locator("#letter-form input:not([type=checkbox], [type=email], [name=zip]), #story")
    for box in boxes.all():
        writer.reveal(box).fill(f"{MARK} {box.get_attribute('name')}")
    writer.reveal(frame.get_by_label("ZIP code")).fill("94601-8675")
    writer.reveal(frame.get_by_label("Email", exact=True)).fill(f"{MARK}@example.org")
    writer.reveal(frame.get_by_label("State", exact=True)).select_option("CA")
    writer.press_write(frame)
    for slot in ("house", "senate-1", "senate-2"):
        writer.press(frame, "Copy letter", slot)
        writer.press(frame, "Edit by hand", slot)
        writer.letter(frame, slot).locator("textarea").fill(f"{MARK} by hand")
        writer.letter(frame, slot).get_by_label("Confirmation", exact=True).fill(f"{MARK} 12")
        writer.press(frame, "I sent this letter", slot)
    expect(writer.said(frame, "senate-2")).to_contain_text("Noted")
    page.wait_for_timeout(300)
    said = heard(page)
    assert {note["data"]["type"] for note in said if "data" in note} == {"ready", "height", "written", "copied", "sent"}
    assert MARK.lower() not in json.dumps(said).lower()
    assert "8675" not in json.dumps(said)
    for note in said:
        if "data" in note:
            assert note["data"].keys() <= {"honorable", "type", "height", "letter"}
            assert note["data"]["honorable"] == 1
            assert note["origin"] == site.origin
            assert note["data"].get("letter") in {None, "house", "senate-1", "senate-2"}
    assert page.locator("iframe").evaluate(attributes) == frame_before
    after = page.evaluate("[location.href, name, document.title, history.length, JSON.stringify(history.state)]")
    assert after == before
    assert not [request.url for request in watch.requests if MARK in request.url]


def test_several_frames_on_a_page_are_each_themselves(host, page, site):
    two = hosting.script(site.url, title="One") + hosting.script(site.url, title="Two", sections="diy")
    one = host(two)
    second = page.frame_locator("iframe").nth(1)
    page.locator("iframe").nth(1).scroll_into_view_if_needed()
    expect(second.locator("html[data-python=ready]")).to_be_attached(timeout=pages.PYTHON_STARTS_WITHIN)
    expect(second.locator("#diy")).to_be_visible()
    expect(second.locator("#letter-form")).to_be_hidden()
    expect(one.locator("#letter-form")).to_be_visible()
    page.wait_for_timeout(500)
    assert is_fitting(one)
    assert is_fitting(second)
    second.get_by_role("button", name="Copy letter").click()
    page.wait_for_timeout(300)
    copied = [
        (note["from"], note["detail"]["letter"]) for note in heard(page) if note.get("event") == "honorable:copied"
    ]
    assert copied == [("Two", "diy")]


def colors(frame) -> dict[str, str]:
    return frame.locator("body").evaluate(
        """body => ({ page: getComputedStyle(document.documentElement).backgroundColor,
            button: getComputedStyle(document.querySelector("#letter-form [type=submit]")).backgroundColor })"""
    )


@pytest.fixture
def looks(host, page, site):
    """`looks(dict(theme="dark"), …)`: the frames of one host, each with its look. Their Python is not started."""
    page.add_init_script(pages.SAVES_DATA)

    def framed(*options: dict[str, str]):
        host("".join(hosting.script(site.url, **each) for each in options), ready=False)
        frames = [page.frame_locator("iframe").nth(place) for place in range(len(options))]
        for place, frame in enumerate(frames):
            page.locator("iframe").nth(place).scroll_into_view_if_needed()
            expect(frame.locator("html")).to_have_attribute("data-framed", re.compile(".*"))
        return frames

    return framed


def test_the_frame_takes_the_hosts_accent_and_theme(looks):
    accent = "#7a1f4d"
    frames = looks({"accent": accent, "theme": "dark"}, {"accent": accent, "theme": "light"}, {"theme": "light"})
    expect(frames[0].locator("html")).to_have_attribute("data-theme", "dark")
    dark, light, plain = map(colors, frames)
    assert dark["page"] == "rgb(19, 23, 31)"
    assert light["page"] == "rgb(255, 255, 255)"
    assert dark["button"] != light["button"]
    assert plain["button"] != light["button"]


@pytest.mark.claim("The host can choose only from a list")
def test_what_is_no_color_is_no_accent(looks):
    accents = ["red", "#123", "#1234567", "url(x)", "#12345g", "var(--x)", "#123456;}"]
    for accent, frame in zip(accents, looks(*({"accent": accent} for accent in accents)), strict=True):
        assert frame.locator("html").get_attribute("data-accent") is None, accent
        assert frame.locator("html").get_attribute("style") is None, accent


def test_any_accent_can_be_read_on_the_page(looks):
    accents = ["#ffff00", "#00ff00", "#ffffff", "#000000", "#ff00ff", "#0000ff"]
    options = [{"accent": accent, "theme": theme} for accent in accents for theme in ("light", "dark")]
    for option, frame in zip(options, looks(*options), strict=True):
        assert min(contrasts(frame)) >= 4.5, option  # WCAG 2.2, 1.4.3


def contrasts(frame) -> list[float]:
    """The contrast of a quiet button on the page, and of the text on the main button."""
    # The browser's own arithmetic: a canvas knows the color as it is shown.
    return frame.locator(".quiet").first.evaluate(
        """button => {
            const lightness = (color) => {
                const paper = new OffscreenCanvas(1, 1).getContext("2d");
                paper.fillStyle = color;
                paper.fillRect(0, 0, 1, 1);
                const parts = [...paper.getImageData(0, 0, 1, 1).data].slice(0, 3).map((part) => part / 255);
                const [r, g, b] = parts.map((p) => (p <= 0.04045 ? p / 12.92 : ((p + 0.055) / 1.055) ** 2.4));
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
            };
            const contrast = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
            const main = getComputedStyle(document.querySelector("#letter-form [type=submit]"));
            const page = getComputedStyle(document.documentElement);
            return [
                contrast(lightness(getComputedStyle(button).color), lightness(page.backgroundColor)),
                contrast(lightness(main.color), lightness(main.backgroundColor)),
            ];
        }"""
    )


def test_sections_are_those_that_were_chosen(host, site):
    frame = host(hosting.script(site.url, sections="steps, spread, nonsense"), ready=False)
    for shown in ("[data-step=find]", "#letter-form", "#spread"):
        expect(frame.locator(shown)).to_be_visible()
    for left_out in (".hero", "#connect", "#diy", "#record"):
        expect(frame.locator(left_out).first).to_be_hidden()


def test_a_link_to_a_section_that_was_left_out_shows_it_and_keeps_the_hosts_history(host, page, site):
    frame = host(hosting.script(site.url, theme="dark"))
    history = page.evaluate("history.length")
    frame.get_by_role("link", name="More about what is saved").click()
    expect(frame.locator("#privacy")).to_be_visible()
    expect(page.locator("iframe")).to_be_in_viewport()
    expect(frame.locator("#privacy-heading")).to_be_in_viewport()
    assert page.evaluate("history.length") == history


def test_after_writing_the_letter_is_in_view(host, page, site):
    page.set_viewport_size({"width": 400, "height": 700})
    frame = host(hosting.script(site.url))
    writer.write(frame)
    expect(frame.locator("#letter-house-heading")).to_be_in_viewport()


def test_a_plain_frame_works_and_scrolls_in_itself(host, page, site):
    frame = host(hosting.iframe(site.url, "#theme=dark&first=Ada"))
    expect(frame.locator("html")).to_have_attribute("data-theme", "dark")
    expect(frame.get_by_label("First name")).to_have_value("Ada")
    expect(frame.locator(".hero")).to_be_hidden()
    writer.reveal(frame.locator("#you"))
    assert frame.locator("html").evaluate("html => html.scrollHeight > innerHeight")
    assert frame.locator("html").evaluate("html => getComputedStyle(html).overflowY") != "hidden"
    assert page.frames[1].url.endswith("/#theme=dark")


def test_details_that_the_host_knows_go_by_the_fragment_alone(host, page, site):
    site.asked.clear()
    frame = host(hosting.script(site.url, prefill=f"zip=94601&amp;first={MARK}", accent="#112233", source="friends"))
    expect(frame.get_by_label("First name")).to_have_value(MARK)
    expect(frame.get_by_label("ZIP code")).to_have_value("94601")
    assert MARK not in "".join(site.asked)
    assert "/?source=friends" in site.asked
    assert page.frames[1].url == f"{site.url}?source=friends#accent=%23112233"


@pytest.mark.claim("In a frame on another site, saved details belong to that site alone")
def test_details_come_back_in_the_frame_of_the_same_host_alone(host, page, site):
    frame = host(hosting.script(site.url))
    writer.write(frame)
    expect(frame.locator("#form-status")).to_contain_text("are saved on this device")
    later = host(hosting.script(site.url))
    expect(later.locator("#welcome")).to_have_text("Welcome back, Ada")
    page.goto(site.url)
    pages.wait_ready(page)
    expect(page.locator("#welcome")).to_have_text("")


@pytest.mark.claim("*Forget my details* leaves nothing, in a frame too")
def test_what_is_forgotten_in_a_frame_is_gone(host, page, site):
    frame = host(hosting.script(site.url))
    writer.write(frame)
    frame.get_by_role("button", name="Forget my details").click()
    expect(frame.locator("#form-status")).to_contain_text("forgotten")
    assert frame.locator("html").evaluate("() => document.cookie") == ""


ASKING = """{frame}<script>
  const ask = (message, from = window) => document.querySelector("iframe").contentWindow.postMessage(message, "*");
</script>"""


@pytest.mark.claim("The page answers only its parent, with documented messages only")
def test_the_page_answers_only_what_its_contract_has(host, page, site):
    frame = host(ASKING.format(frame=hosting.iframe(site.url)))
    page.evaluate("heard.length = 0")
    for odd in ("null", "'height'", "{honorable: 2, type: 'height'}", "{honorable: 1, type: 'typed'}", "[1]", "7"):
        page.evaluate(f"ask({odd})")
    page.wait_for_timeout(300)
    assert heard(page) == []
    page.evaluate("ask({honorable: 1, type: 'ready'}); ask({honorable: 1, type: 'height'})")
    page.wait_for_timeout(300)
    answers = [note["data"]["type"] for note in heard(page)]
    assert answers[:2] == ["ready", "height"]
    assert set(answers[2:]) <= {"height"}  # without its scrollbar, the page may be another height
    expect(frame.locator("html")).to_have_attribute("data-framed", "fits")


@pytest.mark.claim("The page answers only its parent, with documented messages only")
def test_another_frame_on_the_hosts_page_gets_no_answer(host, page, site, tmp_path):
    hosting.write_host(tmp_path, "<p>An advertisement</p>", "other.html")
    frame = host(hosting.iframe(site.url) + '<iframe src="other.html"></iframe>')
    page.evaluate("heard.length = 0")
    other = next(frame for frame in page.frames if frame.url.endswith("other.html"))
    other.evaluate("parent.frames[0].postMessage({honorable: 1, type: 'height'}, '*')")
    page.wait_for_timeout(300)
    assert heard(page) + other.evaluate("heard") == []
    expect(frame.locator("html")).to_have_attribute("data-framed", "")


def test_the_script_believes_its_own_frame_alone(host, page, site, tmp_path):
    hosting.write_host(tmp_path, "<p>An advertisement</p>", "other.html")
    host(hosting.script(site.url) + '<iframe src="other.html"></iframe>')
    page.wait_for_timeout(300)
    height = page.locator("iframe").first.bounding_box()["height"]
    page.evaluate("heard.length = 0")
    other = next(frame for frame in page.frames if frame.url.endswith("other.html"))
    for script in ("parent", "parent.parent"):
        other.evaluate(f"{script}.postMessage({{honorable: 1, type: 'height', height: 5}}, '*')")
        other.evaluate(f"{script}.postMessage({{honorable: 1, type: 'sent', letter: 'house'}}, '*')")
    page.evaluate("postMessage({honorable: 1, type: 'height', height: 5}, '*')")
    page.wait_for_timeout(300)
    assert page.locator("iframe").first.bounding_box()["height"] == height
    assert [note for note in heard(page) if "event" in note] == []


def test_the_script_ignores_another_site_in_its_own_frame(host, page, site, tmp_path):
    hosting.write_host(tmp_path, "<p>An advertisement</p>", "other.html")
    host(hosting.script(site.url))
    frame = page.locator("iframe")
    frame.evaluate(
        "(frame, url) => new Promise((go) => { frame.addEventListener('load', go, { once: true }); frame.src = url; })",
        f"{page.url}other.html",
    )
    height = frame.bounding_box()["height"]
    page.evaluate("heard.length = 0")
    other = next(frame for frame in page.frames if frame.url.endswith("other.html"))
    other.evaluate("parent.postMessage({honorable: 1, type: 'height', height: 5}, '*')")
    other.evaluate("parent.postMessage({honorable: 1, type: 'sent', letter: 'house'}, '*')")
    page.wait_for_timeout(300)
    assert frame.bounding_box()["height"] == height
    assert [note for note in heard(page) if "event" in note] == []


def test_a_host_that_tells_no_referrer_still_gets_its_height(host, page, site):
    # The older browsers tell a frame nothing of its host then, until the host asks.
    page.add_init_script("delete Location.prototype.ancestorOrigins; delete location.ancestorOrigins")
    frame = host('<meta name="referrer" content="no-referrer">' + hosting.script(site.url))
    page.wait_for_timeout(500)
    assert is_fitting(frame)
    assert messages(page, "height")


def test_nothing_is_said_where_the_host_is_not_known(host, page, site):
    frame = host('<meta name="referrer" content="no-referrer">' + hosting.iframe(site.url), ready=False)
    expect(frame.locator("#letter-form")).to_be_attached()
    if frame.locator("html").evaluate("() => !location.ancestorOrigins?.length"):
        page.wait_for_timeout(300)
        assert heard(page) == []


def test_the_page_by_itself_has_no_look_but_its_own(page, site):
    page.goto(f"{site.url}#theme=dark&accent=%23ff0000&sections=diy")
    pages.wait_ready(page)
    expect(page.locator(".hero")).to_be_visible()
    assert page.locator("html").get_attribute("data-framed") is None
    assert page.locator("html").get_attribute("data-theme") is None


@pytest.mark.only_browser("chromium")
def test_a_frame_that_saves_data_fetches_python_when_its_form_is_used(host, page, site, watch):
    page.add_init_script(pages.SAVES_DATA)
    frame = host(hosting.script(site.url, theme="dark"), ready=False)
    expect(frame.locator("html")).to_have_attribute("data-saves-data", "waiting")
    expect(frame.locator("[data-status-waits]")).to_be_visible()
    assert not [request.url for request in watch.requests if request.url.endswith(("core.js", ".wasm", ".zip"))]
    frame.get_by_label("ZIP code", exact=True).fill("94601")
    frame.locator("html[data-python=ready]").wait_for(state="attached", timeout=pages.PYTHON_STARTS_WITHIN)
    writer.write(frame)
    assert "Dear Representative Simon:" in writer.text_of(frame)


def test_the_example_page_shows_frames_and_what_they_tell(page, site):
    page.goto(f"{site.url}embed-example.html")
    frame = page.frame_locator("iframe").first
    expect(frame.locator("html[data-python=ready]")).to_be_attached(timeout=pages.PYTHON_STARTS_WITHIN)
    writer.write(frame)
    expect(page.locator("#heard li")).to_contain_text(["Write to Congress: ready", "Write to Congress: written"])
    page.locator("iframe").nth(1).scroll_into_view_if_needed()
    second = page.frame_locator("iframe").nth(1)
    expect(second.get_by_label("First name")).to_have_value("Ada", timeout=pages.PYTHON_STARTS_WITHIN)
    expect(second.locator("#diy")).to_be_visible()
