import json

from honorable.publish.project import Project
from honorable.publish.site.licenses import licenses, node_packages

# A dependency that the build runs and no browser gets.
BUILD_ONLY = {"acorn"}


def test_everything_that_is_served_comes_with_its_license(project: Project):
    texts = licenses(project)
    wanted = {
        "honorable", "pyodide", "python", "pyscript-core", "polyscript", "jinja2", "markupsafe", "picocss-pico",
        "bootstrap-icons", "workbox-core", "workbox-precaching",
    }  # fmt: skip
    assert {f"{name}.txt" for name in wanted} <= set(texts)
    assert all(len(text) > 300 for text in texts.values())


def test_every_dependency_that_is_served_is_known(project: Project):
    dependencies = json.loads(project.package_json.read_text("utf-8"))["dependencies"]
    assert set(dependencies) - node_packages(project) == BUILD_ONLY


def test_types_that_no_browser_gets_are_left_out(project: Project):
    assert not [package for package in node_packages(project) if package.startswith("@types/")]


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
