"""Set up Jinja2 for the page's HTML."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import jinja2
from jinja2 import BytecodeCache, StrictUndefined
from jinja2.bccache import Bucket
from jinja2.sandbox import ImmutableSandboxedEnvironment

from honorable.publish.cache import load_cached, save_cached
from honorable.publish.i18n import Language
from honorable.publish.project import Project, template_loader


@dataclass(frozen=True, slots=True)
class _Compiled(BytecodeCache):
    """Compiled templates in a folder. What they are compiled to is the same for every language.

    Jinja2 names them after their files and compares their sources.
    """

    folder: Path

    def load_bytecode(self, bucket: Bucket) -> None:
        if (content := load_cached(self._file(bucket))) is not None:
            bucket.bytecode_from_string(content)

    def dump_bytecode(self, bucket: Bucket) -> None:
        save_cached(self._file(bucket), bucket.bytecode_to_string())

    def _file(self, bucket: Bucket) -> Path:
        return self.folder / f"template-{_options_digest()}-{bucket.key}.pyc"


def page_environment(project: Project, folders: list[Path], language: Language) -> ImmutableSandboxedEnvironment:
    """Return an environment for HTML in this language. It is sandboxed, because a campaign may bring templates."""
    env = ImmutableSandboxedEnvironment(
        extensions=["jinja2.ext.i18n"],
        loader=template_loader([*folders, project.root]),  # index.html is in the root
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=_Compiled(project.cache),
    )
    env.install_gettext_callables(language.gettext, language.ngettext, newstyle=True)  # type: ignore[attr-defined]
    return env


@cache
def _options_digest() -> str:
    """Return a digest of what decides how a template is compiled: Jinja2 and the options above."""
    return hashlib.sha256(jinja2.__version__.encode() + Path(__file__).read_bytes()).hexdigest()[:16]
