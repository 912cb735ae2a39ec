import io
from zipfile import ZipFile

from honorable.publish.python.archive import unzipped, zipped


def test_the_same_files_give_the_same_bytes_in_any_order():
    assert zipped({"b": b"2", "a": b"1"}) == zipped({"a": b"1", "b": b"2"})


def test_files_come_back_as_they_were():
    files = {"a/b.txt": b"x" * 1000, "c": b""}
    assert unzipped(zipped(files)) == files


def test_entries_carry_no_date_and_are_readable_by_all():
    with ZipFile(io.BytesIO(zipped({"a": b"1"}))) as archive:
        (entry,) = archive.infolist()
    assert entry.date_time == (1980, 1, 1, 0, 0, 0)
    assert entry.external_attr >> 16 == 0o100644
