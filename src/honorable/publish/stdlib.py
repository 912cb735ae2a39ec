"""Which modules of the standard library go to the visitor: all but those that a web page can never use."""

from __future__ import annotations

from collections.abc import Mapping

# Terminals, debuggers, test runners, mail and file servers, processes, databases, desktop programs, jokes, and
# pure-Python twins of modules that Pyodide has in C.
_LEFT_OUT = """
    __hello__ __phello__ _pydatetime _pyio _pyrepl antigravity argparse bdb cProfile cmd code compileall ctypes
    doctest filecmp fileinput ftplib getopt imaplib mailbox modulefinder multiprocessing netrc nturl2path optparse
    pdb pickletools plistlib poplib profile pstats pty pyclbr pydoc rlcompleter shelve smtplib socketserver sqlite3
    symtable tabnanny this timeit trace tracemalloc tty unittest wave webbrowser wsgiref xml xmlrpc zipapp
"""
LEFT_OUT = frozenset(_LEFT_OUT.split())

# Parts of packages that stay: Windows' event loop, servers, processes, command lines.
_PARTS_LEFT_OUT = """
    asyncio/__main__ asyncio/proactor_events asyncio/tools asyncio/windows_events asyncio/windows_utils
    concurrent/futures/interpreter concurrent/futures/process concurrent/interpreters/__init__
    concurrent/interpreters/_crossinterp concurrent/interpreters/_queues http/server json/tool logging/config
    logging/handlers sysconfig/__main__
"""
PARTS_LEFT_OUT = frozenset(_PARTS_LEFT_OUT.split())

# A browser decodes text before Python sees it, and all that we write is UTF-8; cp437 is for names in zip files.
_CODECS = """
    __init__ aliases ascii base64_codec charmap cp1252 cp437 hex_codec idna iso8859_1 latin_1 punycode quopri_codec
    raw_unicode_escape undefined unicode_escape utf_16 utf_16_be utf_16_le utf_32 utf_32_be utf_32_le utf_7 utf_8
    utf_8_sig
"""
CODECS = frozenset(_CODECS.split())


def needed(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The Python files of a standard library that go to the visitor."""
    return {name: content for name, content in files.items() if name.endswith(".py") and _is_needed(name)}


def _is_needed(name: str) -> bool:
    module = name.removesuffix(".py")
    top, _, rest = module.partition("/")
    if top == "encodings":
        return rest in CODECS
    return top not in LEFT_OUT and module not in PARTS_LEFT_OUT
