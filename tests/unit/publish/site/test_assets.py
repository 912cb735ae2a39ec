import gzip
import re
from pathlib import Path

from honorable.publish.site.assets import download_size


def test_the_letter_writer_is_as_large_as_its_files_are_with_gzip(tmp_path: Path):
    text, packed = b"letters " * 1000, gzip.compress(b"list")
    files = {
        "runtime/pyodide.js": text,
        "app/python.zip.gzip": text,
        "data/congress.dat": packed,
        "app/style.css": text,
    }
    for _ in range(2):  # the second time from the cache
        assert download_size(files, tmp_path) == 2 * len(gzip.compress(text, 6)) + len(packed)


def test_the_page_says_how_much_is_fetched(site: Path):
    names = [*site.glob("runtime-*/*"), *site.glob("app-*/python.zip.gzip"), *site.glob("data-*/*")]
    size = sum(min(path.stat().st_size, len(gzip.compress(path.read_bytes(), 6))) for path in names) / 1e6
    for page, sentence in (("", "the letter writer"), ("es/", "el escritor de cartas")):
        html = (site / page / "index.html").read_text("utf-8")
        (said,) = re.findall(rf"{sentence} \(([\d.]+)\u00a0MB\)", html)
        assert said == f"{size:.1f}"
