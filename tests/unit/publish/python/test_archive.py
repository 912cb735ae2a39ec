import io
from zipfile import ZipFile

from honorable.publish.python.archive import unzip, zip_files


def test_the_same_files_in_any_order_give_the_same_bytes():
    assert zip_files({"b": b"2", "a": b"1"}) == zip_files({"a": b"1", "b": b"2"})


def test_unzipping_gives_the_files_back():
    files = {"a/b.txt": b"x" * 1000, "c": b""}
    assert unzip(zip_files(files)) == files


def test_entries_have_no_date_and_everybody_can_read_them():
    with ZipFile(io.BytesIO(zip_files({"a": b"1"}))) as archive:
        (entry,) = archive.infolist()
    assert entry.date_time == (1980, 1, 1, 0, 0, 0)
    assert entry.external_attr >> 16 == 0o100644
