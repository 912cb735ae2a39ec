import gzip
import io
from zipfile import ZIP_STORED, ZipFile

import pytest

from honorable.publish.python.archive import pack, unzip, zip_files


@pytest.mark.parametrize("archive", [zip_files, pack])
def test_the_same_files_in_any_order_give_the_same_bytes(archive):
    assert archive({"b": b"2", "a": b"1"}) == archive({"a": b"1", "b": b"2"})


def test_the_files_come_back():
    files = {"a/b.txt": b"x" * 1000, "c": b""}
    assert unzip(zip_files(files)) == files
    assert unzip(gzip.decompress(pack(files))) == files


def test_packed_files_are_compressed_as_one_and_have_no_date():
    packed = pack({"a": b"x" * 1000, "b": b"x" * 1000})
    assert packed[4:8] == bytes(4)
    with ZipFile(io.BytesIO(gzip.decompress(packed))) as archive:
        assert {entry.compress_type for entry in archive.infolist()} == {ZIP_STORED}


def test_entries_have_no_date_and_everybody_can_read_them():
    with ZipFile(io.BytesIO(zip_files({"a": b"1"}))) as archive:
        (entry,) = archive.infolist()
    assert entry.date_time == (1980, 1, 1, 0, 0, 0)
    assert entry.external_attr >> 16 == 0o100644
