"""A letter: a subject and a text for one recipient, rendered from the campaign's templates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

from jinja2 import BaseLoader, StrictUndefined, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment

from honorable.letters.campaign import Campaign
from honorable.letters.draft import STORY_LIMIT, Draft, blank_draft
from honorable.letters.language import N_
from honorable.letters.legislature import Legislature
from honorable.letters.person import Person
from honorable.letters.plain_text import one_line
from honorable.letters.recipient import Recipient
from honorable.letters.spans import Blank, Span, Typed, Value, spans_of, value

__all__ = ["LABELS", "Letter", "blank_letters", "diy_letter", "environment", "render", "template_context"]

#: What the fields of an address are called, where the legislature does not say otherwise.
LABELS = {
    "title": N_("Title"),
    "first": N_("First name"),
    "last": N_("Last name"),
    "street": N_("Street address"),
    "city": N_("City"),
    "state": N_("State"),
    "zip": N_("ZIP code"),
    "email": N_("Email"),
    "phone": N_("Phone"),
}


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter to one recipient, in the recipient's slot of the form ("diy" for the one to fill in by hand)."""

    slot: str
    subject: str
    parts: tuple[Span, ...]

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
    return render(blank_draft(campaign.legislature), campaign, templates)


def diy_letter(campaign: Campaign, templates: ImmutableSandboxedEnvironment) -> Letter:
    """The letter to fill in by hand: for either chamber, every value a bracketed blank."""
    about = campaign.legislature
    before, _, after = about.honorific.partition("{name}")
    numbers = list(dict.fromkeys(bill.number for bill in campaign.bills.values()))
    either = {
        "full_name": Blank("[Full name]", ""),
        "last_name": Blank("[Last name]", ""),
        "before_name": before,
        "after_name": after,
        "title": _either(about.titles),
        "chamber": "either",
        "address": about.addresses
        if len(about.chambers) == 1
        else tuple(Blank(f"[{line}]", "") for line in about.addresses),
        "state": Blank("[State]", ""),
        "district": Blank("[District]", ""),
        "phone": Blank("[Phone]", ""),
    }
    bill = next(iter(campaign.bills.values()))
    words = {
        "person": _person(Person(), about),
        "recipient": either,
        "story": (),
        "campaign": campaign,
        "bill": {
            "number": _either(numbers),
            "title": bill.title,
            "congress": bill.congress,
            "sponsor": "",
            "session": bill.session,
        },
    }
    return _rendered("diy", words, templates)


def _either(of: Sequence[str]) -> str:
    """One of several, as a blank; the only one as it is."""
    return Blank(f"[{' or '.join(of)}]", "") if len(of) > 1 else of[0]


def _letter(draft: Draft, to: Recipient, campaign: Campaign, templates: ImmutableSandboxedEnvironment) -> Letter:
    return _rendered(to.slot, template_context(draft, to, campaign), templates)


def template_context(draft: Draft, to: Recipient, campaign: Campaign) -> dict[str, object]:
    """What a template can name."""
    return {
        "person": _person(draft.person, campaign.legislature),
        "recipient": _recipient(to),
        "story": tuple(Typed(paragraph, "story") for paragraph in _paragraphs(draft.story[:STORY_LIMIT])),
        "campaign": campaign,
        "bill": campaign.bills[to.chamber],
    }


def _rendered(slot: str, words: Mapping[str, object], templates: ImmutableSandboxedEnvironment) -> Letter:
    subject = templates.get_template("subject.txt").render(words).strip()
    return Letter(slot, one_line(subject), _trimmed(templates.get_template("letter.txt"), words))


def _trimmed(template: Template, words: Mapping[str, object]) -> tuple[Span, ...]:
    parts = list(spans_of(template.generate(words)))
    while parts and not (stripped := parts[-1].text.rstrip("\n")):
        parts.pop()
    if parts:
        parts[-1] = Span(stripped, parts[-1].kind, parts[-1].field)
    return tuple(parts)


def _person(person: Person, legislature: Legislature) -> dict[str, Value]:
    typed = {field.name: getattr(person, field.name) for field in fields(person)}
    if state := legislature.region(person.state):
        typed["state_name"] = state.name
    try:
        typed["zip"] = legislature.postal_code.cleaned(person.zip)
    except ValueError:
        pass  # A person sees what they typed on the paper, and a sentence beside the field.
    names = LABELS | dict(legislature.labels)
    words = {name: value(text, name, names.get(name, names["state"])) for name, text in typed.items()}
    return {"state_name": Blank(f"[{names['state']}]", "state")} | words


def _recipient(to: Recipient) -> dict[str, object]:
    field = to.legislature.place(to.slot).field
    office = to.legislature.chambers[to.chamber].title
    # The name keeps what it is: typed, or a blank.
    before, _, after = to.legislature.honorific.partition("{name}")
    return {
        "full_name": value(to.full_name, f"{field}_name", f"{office}'s full name"),
        "last_name": value(to.last_name, f"{field}_last", "Last name"),
        "before_name": before,
        "after_name": after,
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
