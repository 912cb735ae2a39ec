"""Goes to the page in place of jinja2's bccache, compiler, lexer and parser: they are the half of Jinja2 that compiles.

The page's templates were compiled when it was built. Without that half Jinja2 is imported in half the time (a
twentieth of Python's start), and python.zip is a third smaller. It runs in the page; the build never imports it.
tests/unit/publish/python/test_python_zip.py tells when a new Jinja2 asks for another name.
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


def _only_the_build_compiles(*_args: object, **_options: object) -> NoReturn:
    raise NotImplementedError("This page compiles no templates: they were compiled when it was built.")


BytecodeCache = FileSystemBytecodeCache = MemcachedBytecodeCache = _only_the_build_compiles
CodeGenerator = Lexer = Parser = TokenStream = _only_the_build_compiles
generate = get_lexer = _only_the_build_compiles
