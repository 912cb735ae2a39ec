"""A letter: a subject and a text for one recipient, rendered from the campaign's templates."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from jinja2 import BaseLoader, StrictUndefined, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment

from honorable.letters.campaign import Campaign
from honorable.letters.draft import Draft
from honorable.letters.parts import Blank, Part, Typed, Value, parts_of, value
from honorable.letters.person import Person, postal_code
from honorable.letters.recipient import Recipient
from honorable.letters.states import state_named

__all__ = ["Letter", "blank_letters", "diy_letter", "environment", "render", "words_for"]

_PERSON_NAMES = {
    "title": "Title",
    "first": "First name",
    "last": "Last name",
    "street": "Street address",
    "city": "City",
    "state": "State",
    "zip": "ZIP code",
    "email": "Email",
    "phone": "Phone",
}
_SLOT_FIELDS = {"house": "house", "senate-1": "senate1", "senate-2": "senate2"}


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter to one recipient, in the recipient's slot of the form ("diy" for the one to fill in by hand)."""

    slot: str
    subject: str
    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        """The letter as plain text: exactly what is copied, downloaded and printed."""
        return "".join(part.text for part in self.parts)


def environment(loader: BaseLoader) -> ImmutableSandboxedEnvironment:
    """The Jinja2 environment of letters: plain text, no escaping, unknown names are errors.

    Sandboxed, because a campaign's templates are somebody else's: they cannot reach private attributes or change
    what they are given, and a `range` is limited to 100,000 steps.
    """
    return ImmutableSandboxedEnvironment(
        loader=loader, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, autoescape=False
    )


def render(draft: Draft, campaign: Campaign, templates: ImmutableSandboxedEnvironment) -> tuple[Letter, ...]:
    """A letter for each recipient of the draft, in the form's order, those without a name with blanks.

    Raises jinja2.TemplateError where a template is broken or names an unknown variable.
    """
    return tuple(_letter(draft, to, campaign, templates) for to in draft.recipients)


def blank_letters(campaign: Campaign, templates: ImmutableSandboxedEnvironment) -> tuple[Letter, ...]:
    """The letters of an empty form: every value a bracketed blank."""
    return render(Draft(), campaign, templates)


def diy_letter(campaign: Campaign, templates: ImmutableSandboxedEnvironment) -> Letter:
    """The letter to fill in by hand: for either chamber, every value a bracketed blank."""
    numbers = " or ".join(bill.number for bill in campaign.bills.values())
    either = {
        "full_name": Blank("[Full name]", ""),
        "last_name": Blank("[Last name]", ""),
        "title": Blank("[Senator or Representative]", ""),
        "chamber": "either",
        "address": (
            Blank("[United States Senate, or United States House of Representatives]", ""),
            Blank("[Washington, DC 20510 for the Senate, or 20515 for the House]", ""),
        ),
        "state": Blank("[State]", ""),
        "district": Blank("[District]", ""),
        "phone": Blank("[Phone]", ""),
    }
    bill = next(iter(campaign.bills.values()))
    words = {
        "person": _person(Person()),
        "recipient": either,
        "story": (),
        "campaign": campaign,
        "bill": {
            "number": Blank(f"[{numbers}]", ""),
            "title": bill.title,
            "congress": bill.congress,
            "sponsor": "",
        },
    }
    return _rendered("diy", words, templates)


def _letter(draft: Draft, to: Recipient, campaign: Campaign, templates: ImmutableSandboxedEnvironment) -> Letter:
    return _rendered(to.slot, words_for(draft, to, campaign), templates)


def words_for(draft: Draft, to: Recipient, campaign: Campaign) -> dict[str, object]:
    """What a template can name."""
    return {
        "person": _person(draft.person),
        "recipient": _recipient(to),
        "story": tuple(Typed(paragraph, "story") for paragraph in _paragraphs(draft.story)),
        "campaign": campaign,
        "bill": campaign.bills[to.chamber],
    }


def _rendered(slot: str, words: Mapping[str, object], templates: ImmutableSandboxedEnvironment) -> Letter:
    subject = templates.get_template("subject.txt").render(words).strip()
    return Letter(slot, " ".join(subject.split()), _trimmed(templates.get_template("letter.txt"), words))


def _trimmed(template: Template, words: Mapping[str, object]) -> tuple[Part, ...]:
    parts = list(parts_of(template.generate(words)))
    while parts and not (stripped := parts[-1].text.rstrip("\n")):
        parts.pop()
    if parts:
        parts[-1] = Part(stripped, parts[-1].kind, parts[-1].field)
    return tuple(parts)


def _person(person: Person) -> dict[str, Value]:
    typed = {field.name: getattr(person, field.name) for field in fields(person)}
    if state := state_named(person.state):
        typed["state_name"] = state.name
    try:
        typed["zip"] = postal_code(person.zip)
    except ValueError:
        pass  # A person sees what they typed on the paper, and a sentence beside the field.
    words = {name: value(text, name, _PERSON_NAMES.get(name, "State")) for name, text in typed.items()}
    return {"state_name": Blank("[State]", "state")} | words


def _recipient(to: Recipient) -> dict[str, object]:
    field = _SLOT_FIELDS[to.slot]
    office = "Representative" if to.chamber == "house" else "Senator"
    return {
        "full_name": value(to.full_name, f"{field}_name", f"{office}'s full name"),
        "last_name": value(to.last_name, f"{field}_last", "Last name"),
        "title": to.title,
        "chamber": to.chamber,
        "address": to.address,
        "state": to.state,
        "district": to.district,
        "phone": to.phone,
    }


def _paragraphs(story: str) -> list[str]:
    """The story's paragraphs: runs of lines between empty ones; single line breaks inside one are kept."""
    lines = [line.rstrip() for line in story.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    return [text for text in "\n".join(lines).strip("\n").split("\n\n") if text.strip()]
