"""The letters by str.format, under MicroPython: no Jinja2, no checks, no memory. The least of pages."""

from letter import LETTERS
from pyscript import document
from pyscript.ffi import create_proxy

FIELDS = "#letter-form input:not([type=checkbox]), #letter-form select, #story"


def refresh(_event=None):
    typed = {field.name: field.value or "[" + field.name + "]" for field in document.querySelectorAll(FIELDS)}
    for slot, letter in LETTERS.items():
        document.getElementById("letter-" + slot + "-text").textContent = letter.format(**typed)


refresh()
document.addEventListener("input", create_proxy(refresh))
document.documentElement.dataset.python = "ready"
