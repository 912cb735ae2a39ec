import hashlib
import json
import re
from pathlib import Path

import pytest

from honorable.publish.errors import UserError
from honorable.publish.project import Project
from honorable.publish.python.runtime import LOCK, lock_text, read_runtime


@pytest.fixture
def small(tmp_path: Path) -> Project:
    """A project with one package of three files."""
    folder = tmp_path / "node_modules/pkg"
    folder.mkdir(parents=True)
    (tmp_path / "package.json").write_text('{"dependencies": {"pkg": "1.0.0"}}', "utf-8")
    (folder / "package.json").write_text('{"version": "1.0.0"}', "utf-8")
    (folder / "a.mjs").write_bytes(b"a")
    (folder / "python_stdlib.zip").write_bytes(b"z")
    python = b'// Made\nexport default {"pyscript": {"a.py": "x = 1"}};\n'
    (folder / "src/stdlib").mkdir(parents=True)
    (folder / "src/stdlib/pyscript.js").write_bytes(python)
    files = {
        "src/stdlib/pyscript.js": {"to": "", "sha256": hashlib.sha256(python).hexdigest()},
        "a.mjs": {"to": "a.js", "sha256": hashlib.sha256(b"a").hexdigest()},
        "python_stdlib.zip": {"to": "", "sha256": hashlib.sha256(b"z").hexdigest()},
    }
    (tmp_path / "lock.json").write_text(json.dumps({"pkg": {"version": "1.0.0", "files": files}}), "utf-8")
    return Project(tmp_path)


def errors(project: Project) -> tuple[str, ...]:
    with pytest.raises(UserError) as raised:
        read_runtime(project, project.root / "lock.json")
    return raised.value.lines


def test_files_are_served_under_the_names_in_the_lock(small: Project):
    runtime = read_runtime(small, small.root / "lock.json")
    assert runtime.served == {"a.js": b"a"}
    assert runtime.stdlib == b"z"
    assert runtime.pyscript == {"pyscript/a.py": b"x = 1"}


@pytest.mark.claim("a changed file stops the build")
def test_the_error_names_a_changed_file(small: Project):
    (small.node_modules / "pkg/a.mjs").write_bytes(b"b")
    assert errors(small) == ("node_modules/pkg/a.mjs: was changed; remove node_modules and run npm ci",)


def test_the_error_names_a_missing_file(small: Project):
    (small.node_modules / "pkg/a.mjs").unlink()
    assert errors(small) == ("node_modules/pkg/a.mjs: not found; remove node_modules and run npm ci",)


def test_the_error_names_a_missing_package(tmp_path: Path, small: Project):
    (small.node_modules / "pkg").rename(tmp_path / "gone")
    assert errors(small) == ("node_modules/pkg: not found; run make, or npm ci",)


def test_the_error_names_an_unexpected_version(small: Project):
    (small.node_modules / "pkg/package.json").write_text('{"version": "1.0.1"}', "utf-8")
    (line,) = errors(small)
    assert line.startswith("node_modules/pkg: is version 1.0.1, but package.json has 1.0.0 and lock.json has 1.0.0; ")


def test_after_an_upgrade_the_error_says_how_to_update_the_lock(small: Project):
    (small.node_modules / "pkg/package.json").write_text('{"version": "2.0.0"}', "utf-8")
    small.package_json.write_text('{"dependencies": {"pkg": "2.0.0"}}', "utf-8")
    (line,) = errors(small)
    assert "honorable lock-runtime" in line


@pytest.mark.claim("a changed file stops the build")
def test_the_committed_lock_matches_the_installed_packages(project: Project):
    assert LOCK.read_text("utf-8") == lock_text(project)


def test_every_file_has_an_extension_that_servers_know(project: Project):
    assert {name.rpartition(".")[2] for name in read_runtime(project).served} == {"js", "wasm"}


def test_interpreter_js_has_the_abi_version_of_pyodide(project: Project):
    lock = json.loads((project.node_modules / "pyodide/pyodide-lock.json").read_text("utf-8"))
    script = (project.web / "interpreter.js").read_text("utf-8")
    assert re.findall(r'abi_version: "(\w+)"', script) == [lock["info"]["abi_version"]]


def test_the_python_of_pyscript_is_the_same_as_in_its_bundle(project: Project):
    bundle = next((project.node_modules / "@pyscript/core/dist").glob("core-*.js")).read_text("utf-8")
    pyscript = read_runtime(project).pyscript
    assert "pyscript/__init__.py" in pyscript
    for name, source in pyscript.items():
        plain = [line for line in source.decode().split("\n") if re.fullmatch(r"[\w .,:=()\[\]]+", line)]
        assert plain, name
        assert all(line in bundle for line in plain), name
