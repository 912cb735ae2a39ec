"""Replace jinja2's bccache, compiler, lexer and parser in the page, where templates are already compiled.

Without its compiling half, Jinja2 imports in half the time (a twentieth of Python's startup), and our files are a third
smaller. This module runs only in the page; the build never imports it. tests/unit/publish/python/test_python_zip.py
fails if a new Jinja2 imports another name from those modules.
"""

from typing import NoReturn

__all__ = [
    "BytecodeCache",
    "CodeGenerator",
    "FileSystemBytecodeCache",
    "Lexer",
    "MemcachedBytecodeCache",
    "Parser",
    "TokenStream",
    "generate",
    "get_lexer",
]


def _compiled_at_build_time(*_args: object, **_options: object) -> NoReturn:
    raise NotImplementedError("This page compiles no templates: they were compiled when it was built.")


BytecodeCache = FileSystemBytecodeCache = MemcachedBytecodeCache = _compiled_at_build_time
CodeGenerator = Lexer = Parser = TokenStream = _compiled_at_build_time
generate = get_lexer = _compiled_at_build_time
