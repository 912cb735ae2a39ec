"""The page in other languages than English, and written from right to left."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser import building, pages
from tests.browser.serving import Site


def test_letters_are_written_on_the_spanish_page_and_both_pages_have_what_was_saved(page: Page, site: Site):
    page.goto(f"{site.url}es/")
    pages.wait_ready(page)
    expect(page.locator("html")).to_have_attribute("lang", "es")
    for name, text in {"first": "Ada", "last": "Lovelace", "street": "12 Byron Row", "city": "Oakland"}.items():
        page.locator(f"#{name}").fill(text)
    page.get_by_label("Estado", exact=True).select_option("CA")
    page.get_by_label("Correo electrónico", exact=True).fill("ada@example.org")
    page.get_by_role("button", name="Escribir mis cartas").click()
    expect(page.locator("#zip-problem")).to_have_text("Escriba su código postal.")
    page.get_by_label("Código postal", exact=True).fill("94601")
    expect(page.get_by_label("Nombre completo del representante")).to_have_value("Lateefah Simon")
    page.get_by_role("button", name="Escribir mis cartas").click()
    expect(page.locator("#form-status")).to_have_text(
        "Sus 3 cartas están escritas. Sus datos se guardan en este dispositivo. "
        "Algunos navegadores los conservan solo siete días."
    )
    letter = page.locator("[data-letter=house] [data-letter-text]")
    expect(letter).to_contain_text("Dear Representative Simon:")  # the offices' language
    expect(letter).to_have_attribute("lang", "en")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("[data-letter=house] [data-printed-date]")).to_have_text("June 15, 2026")
    page.get_by_role("button", name="Copiar la carta").first.click()
    expect(page.locator("[data-letter=house] [data-letter-status]")).to_have_text("Carta copiada.")
    expect(page.locator("[data-letter=house] [data-next]")).to_contain_text(
        "Abrir la página de contacto de Simon (Cámara de Representantes)"
    )
    page.get_by_role("link", name="English").click()
    pages.wait_ready(page)
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("#welcome")).to_have_text("Welcome back, Ada")


@pytest.mark.only_browser("chromium")  # Playwright does not set Firefox's languages over BiDi
def test_the_visitors_language_is_offered_and_nobody_is_sent_there(
    new_context: Callable[..., BrowserContext], site: Site, waiting_page: Page
):
    page = new_context(locale="es-MX").new_page()
    page.add_init_script(pages.SAVES_DATA)
    page.goto(site.url)
    expect(page.get_by_role("link", name="Leer esta página en español")).to_have_attribute("href", "es/")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.close()
    assert waiting_page.evaluate("navigator.language") == "en-US"
    expect(waiting_page.get_by_role("link", name="Español", exact=True)).to_be_visible()


@pytest.fixture
def right_to_left(tmp_path: Path, serve: Callable[..., Site]) -> Site:
    """The page in English and Arabic, without translations of the campaign's own texts."""
    folder = building.variant_dist(tmp_path, {"languages": ["en", "ar"], "translation": None})
    return serve(folder)


def test_a_page_from_right_to_left_is_a_mirror_of_the_others(page: Page, right_to_left: Site):
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{right_to_left.url}ar/")
    pages.wait_ready(page)
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    form, sheets = page.locator(".desk-form").bounding_box(), page.locator("#letters").bounding_box()
    assert form
    assert sheets
    assert form["x"] > sheets["x"] + sheets["width"] - 1  # the form on the right, the paper on the left
    number, title = (page.locator(f"#steps summary {part}").first.bounding_box() for part in (".number", "h3"))
    assert number
    assert title
    assert number["x"] > title["x"]
    paper = page.locator("[data-letter=house] [data-letter-text]")
    assert paper.evaluate("element => getComputedStyle(element).direction") == "ltr"  # it is in English
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"wider than {width}"
    expect(page.get_by_role("button", name="كتابة رسائلي")).to_be_visible()
    page.locator("#street").fill("12 Byron Row")
    expect(page.locator("#letter-bar [data-filled-text]")).to_contain_text("اكتمل 1 من 9")
    direction = "element => getComputedStyle(element).direction"
    assert page.locator("#street").evaluate(direction) == "ltr"
    page.locator("#street").fill("شارع")
    assert page.locator("#street").evaluate(direction) == "rtl"
    assert page.locator("#remember").evaluate("box => getComputedStyle(box).marginLeft") != "0px"
