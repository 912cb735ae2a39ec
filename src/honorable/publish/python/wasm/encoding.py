"""Read and write the basic values of WebAssembly's binary format (Core Specification 5.2)."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Reader", "name", "signed", "unsigned", "vector"]


@dataclass(slots=True)
class Reader:
    """A position in some bytes. Each method returns one value and moves past it.

    Raises IndexError at the end of the bytes.
    """

    data: bytes
    position: int = 0

    @property
    def at_end(self) -> bool:
        """Whether everything has been read."""
        return self.position >= len(self.data)

    def byte(self) -> int:
        """Return one byte."""
        value = self.data[self.position]
        self.position += 1
        return value

    def unsigned(self) -> int:
        """Return an unsigned LEB128 integer."""
        result = shift = 0
        while True:
            byte = self.byte()
            result |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return result

    def signed(self) -> int:
        """Return a signed LEB128 integer."""
        result = shift = 0
        while True:
            byte = self.byte()
            result |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return result - (1 << shift) if byte & 0x40 else result

    def take(self, count: int) -> bytes:
        """Return this many bytes. Raises ValueError if there are fewer."""
        taken = self.data[self.position : self.position + count]
        if len(taken) != count:
            raise ValueError(f"{count} bytes expected at {self.position}, found {len(taken)}")
        self.position += count
        return taken

    def name(self) -> str:
        """Return a name: its length in bytes, then UTF-8."""
        return self.take(self.unsigned()).decode()


def unsigned(value: int) -> bytes:
    """Encode an unsigned LEB128 integer in as few bytes as possible.

    >>> unsigned(624485).hex()
    'e58e26'
    """
    encoded = bytearray()
    while value > 0x7F:
        encoded.append(value & 0x7F | 0x80)
        value >>= 7
    encoded.append(value)
    return bytes(encoded)


def signed(value: int) -> bytes:
    """Encode a signed LEB128 integer in as few bytes as possible.

    >>> signed(-123456).hex()
    'c0bb78'
    """
    encoded = bytearray()
    while not -0x40 <= value < 0x40:
        encoded.append(value & 0x7F | 0x80)
        value >>= 7
    encoded.append(value & 0x7F)
    return bytes(encoded)


def vector(items: list[bytes]) -> bytes:
    """Encode a list: how many there are, then each of them."""
    return unsigned(len(items)) + b"".join(items)


def name(text: str) -> bytes:
    """Encode a name: its length in bytes, then UTF-8."""
    encoded = text.encode()
    return unsigned(len(encoded)) + encoded
