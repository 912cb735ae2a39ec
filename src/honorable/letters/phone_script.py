"""What to say on the phone: a short script, from the campaign's own template."""

from jinja2.sandbox import ImmutableSandboxedEnvironment

from honorable.letters.campaign import Campaign
from honorable.letters.draft import Draft
from honorable.letters.letter import template_context
from honorable.letters.recipient import Recipient

__all__ = ["phone_link", "phone_script"]


def phone_script(draft: Draft, to: Recipient, campaign: Campaign, templates: ImmutableSandboxedEnvironment) -> str:
    """The script for a call to the recipient's office, what is not known as a bracketed blank.

    Raises jinja2.TemplateError where the template is broken or names an unknown variable.
    """
    return templates.get_template("call.txt").render(template_context(draft, to, campaign)).strip()


def phone_link(phone: str) -> str:
    """The number as a link that dials it (RFC 3966), for numbers in the United States; empty where it is none.

    >>> phone_link("202-225-2661"), phone_link("(202) 224-3553"), phone_link("+1 202 224 3553"), phone_link("none")
    ('tel:+12022252661', 'tel:+12022243553', 'tel:+12022243553', '')
    """
    digits = "".join(character for character in phone if character in "0123456789")
    national = digits.removeprefix("1") if len(digits) == 11 else digits
    return f"tel:+1{national}" if len(national) == 10 else ""
