"""Runs inside Pyodide: imports what the page, its libraries and Pyodide itself may ask for."""

from importlib import import_module

NAMES = """
    asyncio ast base64 binascii bz2 calendar codecs collections.abc concurrent.futures configparser contextlib copy csv
    dataclasses datetime decimal difflib email email.generator email.headerregistry email.message email.mime.multipart
    email.mime.text email.parser email.policy email.utils enum fractions functools gettext graphlib gzip hashlib heapq
    hmac html html.parser http.client http.cookies importlib.metadata importlib.resources inspect io ipaddress itertools
    json locale logging lzma math mimetypes operator pathlib pickle platform pprint random re secrets shutil socket ssl
    statistics string string.templatelib stringprep struct subprocess sysconfig tarfile tempfile textwrap threading time
    tokenize tomllib traceback types typing unicodedata urllib.parse urllib.request uuid warnings weakref zipfile zlib
    zoneinfo _strptime encodings.idna encodings.cp1252
    pyodide pyodide.code pyodide.ffi pyodide.ffi.wrappers pyodide.http pyodide.webloop pyodide._package_loader _pyodide
"""


def main() -> None:
    for name in NAMES.split():
        import_module(name)
    print("all imported")
