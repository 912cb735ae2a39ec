"""A letter for a #10 window envelope: the address where the window is, the rest below the fold."""

from honorable.letters.recipient import Recipient

__all__ = ["folded"]


def folded(text: str, to: Recipient) -> tuple[str, str]:
    r"""The address and the rest of a letter's text.

    The address is the letter's own first paragraph where that is one, else what is known of the recipient.

    >>> to = Recipient("house", "house", "Representative", "Ann Lee", "Lee")
    >>> folded("The Honorable Ann Lee\nWashington\n\nDear Ann,\n\nhi", to)
    ('The Honorable Ann Lee\nWashington', 'Dear Ann,\n\nhi')
    >>> folded("Dear Ann,\n\nhi", to)[0]
    'The Honorable Ann Lee\nUnited States House of Representatives\nWashington, DC 20515'
    """
    first, _, rest = text.partition("\n\n")
    if to.full_name and to.full_name in first.split("\n")[0] and "\n" in first:
        return first, rest.lstrip("\n")
    return "\n".join((to.styled, *to.address)), text
