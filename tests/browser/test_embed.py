"""The letter page in a frame on another site: the host is on 127.0.0.1, the page on localhost."""

import json
import re
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.browser import pages, writer
from tests.checkout import ROOT
from tests.frames import hosting

MARK = "Xylophila"
FRAME_JS = (ROOT / "web" / "frame.js").read_text("utf-8")


@pytest.fixture
def host(tmp_path: Path, serve, watch, site, page):
    """`host(body)`: opens a host's page with this in it, and gives the first frame's page once its Python is ready.

    `ready=False` gives it without Python: its visit saves data, so that Python is not fetched until the form is used.
    """
    server = serve(tmp_path)
    address = hosting.on_another_site(server)
    watch.home.add(address.rstrip("/"))

    def opened(body: str, *, ready: bool = True):
        if not ready:
            page.add_init_script(pages.SAVES_DATA)
        hosting.write_host(tmp_path, body)
        page.goto(address)
        frame = page.frame_locator("iframe").first
        page.locator("iframe").first.scroll_into_view_if_needed()
        if ready:
            frame.locator("html[data-python=ready]").wait_for(state="attached", timeout=pages.PYTHON_STARTS_WITHIN)
        else:
            frame.locator("html[data-framed]").wait_for(state="attached")
        return frame

    yield opened
    # Firefox reports that it refuses the first of two cookies; the page then writes the other (storage/cookies.py).
    watch.problems[:] = [problem for problem in watch.problems if "it is in a cross-site context" not in problem]


@pytest.fixture
def advertisement(tmp_path: Path) -> str:
    """A frame of the host's own, beside that of the letter page."""
    hosting.write_host(tmp_path, "<p>An advertisement</p>", "other.html")
    return '<iframe src="other.html"></iframe>'


def named(page, end: str):
    """The frame whose address ends like this."""
    return next(frame for frame in page.frames if frame.url.endswith(end))


def heard(page) -> list[dict]:
    """All messages and events that the host got."""
    return page.evaluate("heard")


def messages(page, type_: str) -> list[dict]:
    return [note["data"] for note in heard(page) if "data" in note and note["data"].get("type") == type_]


def events(page) -> list[tuple[str, str, str | None]]:
    return [(note["event"], note["from"], note["detail"]["letter"]) for note in heard(page) if "event" in note]


def gets_fitting(frame) -> bool:
    """Whether all of the frame's page is in view within 5 seconds, with nothing to scroll."""
    return frame.locator("html").evaluate(
        """async (html) => {
            const fits = () =>
                html.scrollHeight <= innerHeight && innerHeight - html.getBoundingClientRect().height < 2;
            const until = performance.now() + 5000;
            while (!fits() && performance.now() < until) await new Promise((go) => setTimeout(go, 50));
            return fits();
        }"""
    )


def boxes_that_scroll(frame) -> list[str]:
    return frame.locator("body").evaluate(
        """body => [...body.querySelectorAll("*")].filter((box) =>
            box.checkVisibility() && box.scrollHeight > box.clientHeight + 1 && box.clientHeight > 50
            && ["auto", "scroll"].includes(getComputedStyle(box).overflowY)).map((box) => box.outerHTML.slice(0, 80))"""
    )


def test_one_line_puts_the_form_and_the_letters_where_it_stands(host, page, site):
    site.asked.clear()
    frame = host(hosting.script(site.url, accent="#112233", source="friends"), ready=False)
    assert "/?source=friends" in site.asked
    assert page.frames[1].url == f"{site.url}?source=friends#accent=%23112233"
    element = page.locator("h1 ~ script + iframe")
    expect(element).to_have_attribute("title", "Write to Congress")
    expect(element).to_have_attribute("loading", "lazy")
    expect(element).to_have_attribute("allow", re.compile("^clipboard-write(; web-share)?$"))
    expect(frame.get_by_role("button", name="Write my letters")).to_be_visible()
    expect(frame.locator("#letter-house")).to_be_visible()
    for left_out in (".hero", "#plan", "#connect", "#spread", "#diy", "#about", "#privacy", "#record", "footer"):
        expect(frame.locator(left_out).first).to_be_hidden()
    expect(frame.locator("[data-step=find]")).to_be_hidden()


def test_a_frame_fetches_python_when_its_form_is_used_and_is_as_high_as_its_page_with_the_letter_in_view(
    host, page, site, watch
):
    page.set_viewport_size({"width": 400, "height": 700})
    frame = host(hosting.script(site.url, theme="dark"), ready=False)
    expect(frame.locator("html")).to_have_attribute("data-saves-data", "waiting")
    expect(frame.locator("[data-status-waits]")).to_be_visible()
    assert not [request.url for request in watch.requests if request.url.endswith(("core.js", ".wasm", ".zip.gzip"))]
    writer.write(frame)
    assert "Dear Representative Simon:" in writer.text_of(frame)
    expect(frame.locator("#letter-house-heading")).to_be_in_viewport()
    story, letter = frame.get_by_label("Your story"), frame.locator("#letter-house-text")
    for width in (360, 800, 1280):
        page.set_viewport_size({"width": width, "height": 700})
        writer.reveal(story).fill("My story.\n\n" * 40)
        expect(letter).to_contain_text("My story")
        writer.reveal(writer.letter(frame))
        assert gets_fitting(frame), width
        assert [box for box in boxes_that_scroll(frame) if "story" not in box] == [], width
        assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth"), width
        high = page.locator("iframe").bounding_box()["height"]
        writer.reveal(story).fill("")
        expect(letter).not_to_contain_text("My story")
        writer.reveal(writer.letter(frame))
        assert gets_fitting(frame), width
        assert page.locator("iframe").bounding_box()["height"] < high, width


@pytest.mark.claim("No message or event contains anything typed")
def test_the_host_gets_its_events_and_never_a_word_that_was_typed(host, page, site, watch, mail_program):
    frame = host(hosting.script(site.url, title="Our letters"))
    before = page.evaluate("[location.href, name, document.title, history.length, JSON.stringify(history.state)]")
    attributes = "frame => frame.getAttributeNames().filter(n => n !== 'style').map(n => frame.getAttribute(n)).join()"
    frame_before = page.locator("iframe").evaluate(attributes)
    boxes = frame.locator("#letter-form input:not([type=checkbox])")
    names = boxes.evaluate_all("boxes => boxes.map(({ name }) => name)")
    typed = {name: f"{MARK} {name}" for name in names}
    writer.fill(frame, typed | {"zip": "94601-8675", "email": f"{MARK}@example.org", "state": "CA"})
    writer.reveal(frame.get_by_label("Your story")).fill(f"{MARK} story")
    writer.press_write(frame)
    writer.press(frame, "Copy subject")
    slots = ("house", "senate-1", "senate-2")
    for slot in slots:
        writer.press(frame, "Copy letter", slot)
        writer.press(frame, "Edit by hand", slot)
        writer.letter(frame, slot).locator("textarea").fill(f"{MARK} by hand")
        writer.letter(frame, slot).get_by_label("Confirmation", exact=True).fill(f"{MARK} 12")
        writer.press(frame, "I sent this letter", slot)
    writer.press(frame, "Email me a copy")
    assert mail_program.opened(page).startswith(f"mailto:{MARK}@example.org?subject=")
    expect(writer.letter(frame).locator("textarea")).to_have_value(f"{MARK} by hand")
    expect(writer.said(frame, "senate-2")).to_contain_text("Noted")
    page.evaluate("document.querySelector('iframe').contentWindow.postMessage({honorable: 1, type: 'ready'}, '*')")
    page.wait_for_function("heard.filter(({ data }) => data?.type === 'ready').length === 2")
    said = heard(page)
    assert {note["data"]["type"] for note in said if "data" in note} == {"ready", "height", "written", "copied", "sent"}
    assert events(page) == [
        ("honorable:ready", "Our letters", None),
        ("honorable:written", "Our letters", None),
        *((f"honorable:{done}", "Our letters", slot) for slot in slots for done in ("copied", "sent")),
        ("honorable:ready", "Our letters", None),
    ]
    assert MARK.lower() not in json.dumps(said).lower()
    assert "8675" not in json.dumps(said)
    for note in said:
        if "data" in note:
            assert note["data"].keys() <= {"honorable", "type", "height", "letter"}
            assert note["data"]["honorable"] == 1
            assert note["origin"] == site.origin
            assert note["data"].get("letter") in {None, *slots}
    assert page.locator("iframe").evaluate(attributes) == frame_before
    after = page.evaluate("[location.href, name, document.title, history.length, JSON.stringify(history.state)]")
    assert after == before
    assert not [request.url for request in watch.requests if MARK in request.url and "mailto:" not in request.url]


def test_several_frames_on_a_page_are_each_themselves(host, page, site):
    two = hosting.script(site.url, title="One") + hosting.script(site.url, title="Two", sections="diy")
    one = host(two, ready=False)
    second = page.frame_locator("iframe").nth(1)
    page.locator("iframe").nth(1).scroll_into_view_if_needed()
    expect(second.locator("#diy")).to_be_visible()
    expect(second.locator("#letter-form")).to_be_hidden()
    expect(one.locator("#letter-form")).to_be_visible()
    assert gets_fitting(one)
    assert gets_fitting(second)
    second.get_by_role("button", name="Copy letter").click()
    page.wait_for_function("heard.some(({ event }) => event)")
    assert events(page) == [("honorable:copied", "Two", "diy")]


def colors(frame) -> dict[str, str]:
    return frame.locator("body").evaluate(
        """body => ({ page: getComputedStyle(document.documentElement).backgroundColor,
            button: getComputedStyle(document.querySelector("#letter-form [type=submit]")).backgroundColor })"""
    )


def test_the_frame_takes_the_hosts_accent_and_theme_and_any_accent_can_be_read(host, page, site):
    looks = [{"accent": "#7a1f4d", "theme": "dark"}, {"accent": "#7a1f4d", "theme": "light"}, {"theme": "light"}]
    host("".join(hosting.script(site.url, **look) for look in looks), ready=False)
    frames = [page.frame_locator("iframe").nth(place) for place in range(len(looks))]
    for place, frame in enumerate(frames):
        page.locator("iframe").nth(place).scroll_into_view_if_needed()
        expect(frame.locator("html")).to_have_attribute("data-theme", looks[place]["theme"])
    dark, light, plain = map(colors, frames)
    assert dark["page"] == "rgb(19, 23, 31)"
    assert light["page"] == "rgb(255, 255, 255)"
    assert dark["button"] != light["button"]
    assert plain["button"] != light["button"]
    for frame, theme in zip(frames, ("dark", "light"), strict=False):
        for accent in ("#ffff00", "#00ff00", "#ffffff", "#000000", "#ff00ff", "#0000ff"):
            frame.locator("html").evaluate("(html, accent) => html.style.setProperty('--accent', accent)", accent)
            assert min(contrasts(frame)) >= 4.5, (theme, accent)  # WCAG 2.2, 1.4.3


@pytest.mark.claim("The host can choose only from a list")
def test_what_is_no_color_is_no_accent(host, page, tmp_path):
    # frame.js alone decides it, so that is all there is in these frames.
    (tmp_path / "framed.html").write_text(f"<!doctype html><title>Framed</title><script>{FRAME_JS}</script>")
    accents = ["#12345a", "red", "#123", "#1234567", "url(x)", "#12345g", "var(--x)", "#123456;}"]
    host("".join(f'<iframe src="framed.html#accent={accent}"></iframe>' for accent in map(quote, accents)), ready=False)
    taken = [frame.evaluate("document.documentElement.getAttribute('style')") for frame in page.frames[1:]]
    assert taken == ["--accent: #12345a;", *[None] * 7]


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


def test_sections_are_those_that_were_chosen_and_a_link_shows_another_and_keeps_the_hosts_history(host, page, site):
    frame = host(hosting.script(site.url, sections="steps, spread, nonsense"), ready=False)
    for shown in ("[data-step=find]", "#letter-form", "#spread"):
        expect(frame.locator(shown)).to_be_visible()
    for left_out in (".hero", "#connect", "#diy", "#record", "#privacy"):
        expect(frame.locator(left_out).first).to_be_hidden()
    history = page.evaluate("history.length")
    frame.get_by_role("link", name="More about what is saved").click()
    expect(frame.locator("#privacy")).to_be_visible()
    expect(page.locator("iframe")).to_be_in_viewport()
    expect(frame.locator("#privacy-heading")).to_be_in_viewport()
    assert page.evaluate("history.length") == history


def test_the_link_to_the_steps_shows_them_in_a_frame_that_leaves_them_out(host, site):
    frame = host(hosting.script(site.url, sections="plan"), ready=False)
    frame.get_by_role("link", name="Make your voice heard").click()
    expect(frame.locator("[data-step=find]")).to_be_visible()
    expect(frame.locator("#voice-heading")).to_be_in_viewport()
    expect(frame.locator("#record")).to_be_hidden()


def test_a_plain_frame_takes_its_look_and_scrolls_in_itself(host, site):
    frame = host(hosting.iframe(site.url, "#theme=dark"), ready=False)
    expect(frame.locator("html")).to_have_attribute("data-theme", "dark")
    expect(frame.locator(".hero")).to_be_hidden()
    writer.reveal(frame.locator("#you"))
    assert frame.locator("html").evaluate("html => html.scrollHeight > innerHeight")
    assert frame.locator("html").evaluate("html => getComputedStyle(html).overflowY") != "hidden"


# That they come back in a later frame of the same host: tests/frames.
@pytest.mark.claim("In a frame on another site, saved details belong to that site alone")
@pytest.mark.claim("*Forget my details* leaves nothing, in a frame too")
def test_what_is_saved_in_a_frame_is_there_alone_until_it_is_forgotten(host, page, site):
    frame = host(hosting.script(site.url))
    by_itself = page.context.new_page()
    by_itself.goto(f"{site.url}icon.svg")  # of the same site, and without a script
    page.bring_to_front()  # In the background, a browser draws once a second, and a click waits for that.
    saved = "() => document.cookie"
    writer.write(frame)
    expect(frame.locator("#form-status")).to_contain_text("are saved on this device")
    assert "Ada" in frame.locator("html").evaluate(saved)
    assert by_itself.evaluate(saved) == ""
    frame.get_by_role("button", name="Forget my details").click()
    expect(frame.locator("#form-status")).to_contain_text("forgotten")
    assert frame.locator("html").evaluate(saved) == ""


ASKING = """{frame}<script>
  const ask = (message, from = window) => document.querySelector("iframe").contentWindow.postMessage(message, "*");
</script>"""


@pytest.mark.claim("The page answers only its parent, with documented messages only")
def test_the_page_answers_its_parent_alone_and_only_what_its_contract_has(host, page, site, advertisement):
    frame = host(ASKING.format(frame=hosting.iframe(site.url)) + advertisement, ready=False)
    page.evaluate("heard.length = 0")
    other = named(page, "other.html")
    other.evaluate("parent.frames[0].postMessage({honorable: 1, type: 'height'}, '*')")
    # The last of them is documented, but Python is not ready.
    odd = ["null", "'height'", "{honorable: 2, type: 'height'}", "{honorable: 1, type: 'typed'}", "[1]", "7"]
    for message in (*odd, "{honorable: 1, type: 'ready'}"):
        page.evaluate(f"ask({message})")
    page.wait_for_timeout(300)
    assert heard(page) + other.evaluate("heard") == []
    expect(frame.locator("html")).to_have_attribute("data-framed", "")
    page.evaluate("ask({honorable: 1, type: 'height'})")
    page.wait_for_timeout(300)
    answers = {note["data"]["type"] for note in heard(page)}
    assert answers == {"height"}  # More than one, perhaps: without its scrollbar, the page may be another height.
    assert other.evaluate("heard") == []
    expect(frame.locator("html")).to_have_attribute("data-framed", "fits")


def test_the_script_believes_its_own_frame_alone_and_only_while_the_letters_are_in_it(host, page, site, advertisement):
    frame = host(hosting.script(site.url) + advertisement, ready=False)
    assert gets_fitting(frame)
    element = page.locator("iframe").first
    height = element.bounding_box()["height"]
    page.evaluate("heard.length = 0")
    lies = ("{honorable: 1, type: 'height', height: 5}", "{honorable: 1, type: 'sent', letter: 'house'}")
    for lie in lies:
        for window in ("parent", "parent.parent"):
            named(page, "other.html").evaluate(f"{window}.postMessage({lie}, '*')")
        page.evaluate(f"postMessage({lie}, '*')")
    page.wait_for_timeout(300)
    assert element.bounding_box()["height"] == height
    assert events(page) == []
    element.evaluate(
        "(frame, url) => new Promise((go) => { frame.addEventListener('load', go, { once: true }); frame.src = url; })",
        f"{page.url}other.html?inside",
    )
    for lie in lies:
        named(page, "?inside").evaluate(f"parent.postMessage({lie}, '*')")
    page.wait_for_timeout(300)
    assert element.bounding_box()["height"] == height
    assert events(page) == []


def test_a_host_that_is_not_known_hears_nothing_until_it_asks(host, page, site):
    # Older browsers tell a frame nothing of a host without a referrer. No script can take this from a newer one.
    newer = "location.ancestorOrigins?.[0]"
    assert newer in FRAME_JS
    older = FRAME_JS.replace(newer, "undefined")
    page.route("**/frame.js", lambda route: route.fulfill(body=older, content_type="text/javascript"))
    host('<meta name="referrer" content="no-referrer">' + hosting.iframe(site.url), ready=False)
    page.wait_for_timeout(300)
    assert heard(page) == []
    insert = "(body, url) => body.append(Object.assign(document.createElement('script'), { src: url }))"
    page.locator("body").evaluate(insert, f"{site.url}embed.js")  # Its frame is asked for the height.
    page.locator("iframe").nth(1).scroll_into_view_if_needed()
    assert gets_fitting(page.frame_locator("iframe").nth(1))
    assert messages(page, "height")


def test_the_page_by_itself_has_no_look_but_its_own(page, site):
    page.add_init_script(pages.SAVES_DATA)
    page.goto(f"{site.url}#theme=dark&accent=%23ff0000&sections=diy")
    expect(page.locator(".hero")).to_be_visible()
    assert page.locator("html").get_attribute("data-framed") is None
    assert page.locator("html").get_attribute("data-theme") is None


def test_the_example_page_shows_frames_what_they_tell_and_details_that_go_by_the_fragment_alone(page, site):
    site.asked.clear()
    page.add_init_script(pages.SAVES_DATA)  # so that only the second frame, which is filled in, starts Python
    page.goto(f"{site.url}embed-example.html")
    expect(page.frame_locator("iframe").first.locator("#letter-form")).to_be_visible()
    page.locator("iframe").nth(1).scroll_into_view_if_needed()
    second = page.frame_locator("iframe").nth(1)
    expect(second.get_by_label("First name")).to_have_value("Ada", timeout=pages.PYTHON_STARTS_WITHIN)
    expect(second.get_by_label("ZIP code")).to_have_value("94601")
    assert "Ada" not in "".join(site.asked)
    assert page.frames[2].url == f"{site.url}#sections=write%2C+diy&theme=dark"
    second.locator("#diy").get_by_role("button", name="Copy letter").click()
    told = ["Write to Congress, in the dark: ready", "Write to Congress, in the dark: copied (diy)"]
    expect(page.locator("#heard li")).to_have_text(told)
