from honorable.publish.project import Project
from honorable.publish.site.licenses import licenses


def test_everything_that_is_served_comes_with_its_license(project: Project):
    texts = licenses(project)
    wanted = {
        "honorable", "pyodide", "python", "pyscript-core", "polyscript", "jinja2", "markupsafe", "picocss-pico",
        "bootstrap-icons", "workbox-core", "workbox-precaching",
    }  # fmt: skip
    assert {f"{name}.txt" for name in wanted} <= set(texts)
    assert all(len(text) > 300 for text in texts.values())


def test_each_license_is_the_right_one(project: Project):
    texts = licenses(project)
    for name, words in (
        ("pyodide", b"Mozilla Public License Version 2.0"),
        ("python", b"PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2"),
        ("pyscript-core", b"Apache License"),
        ("bootstrap-icons", b"MIT"),
        ("jinja2", b"Redistribution and use"),
    ):
        assert words in texts[f"{name}.txt"]
