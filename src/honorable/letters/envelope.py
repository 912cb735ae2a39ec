"""A letter for a #10 window envelope: the address behind the window, the rest below the fold."""

from honorable.letters.recipient import Recipient

__all__ = ["folded"]


def folded(text: str, to: Recipient) -> tuple[str, str]:
    """Return the address and the rest of a letter's text.

    The address is the letter's first paragraph if it is an address block, otherwise what is known of the recipient.

    """
    first, _, rest = text.partition("\n\n")
    if to.full_name and to.full_name in first.split("\n")[0] and "\n" in first:
        return first, rest.lstrip("\n")
    return "\n".join((to.styled, *to.address)), text
