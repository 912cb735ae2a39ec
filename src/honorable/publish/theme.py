"""How the page looks: the tokens that a campaign may set."""

from __future__ import annotations

from pydantic import Field

from honorable.publish.fields import Colour, Table


class Theme(Table):
    """The page's colours, for light and for dark screens."""

    accent: Colour = Field(
        title="of buttons and links on light screens", default="#1d4f91", description='a colour, such as "#1d4f91"'
    )
    accent_dark: Colour = Field(
        title="the same on dark screens", default="#8ab4f0", description='a colour, such as "#8ab4f0"'
    )
