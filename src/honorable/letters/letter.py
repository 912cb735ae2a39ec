"""A letter: a subject and a text for one recipient, rendered from the campaign's templates."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

from jinja2 import BaseLoader, StrictUndefined, Template, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from honorable.letters.campaign import Bill, Campaign
from honorable.letters.draft import STORY_LIMIT, Draft, blank_draft
from honorable.letters.legislature import Legislature
from honorable.letters.person import LABELS, Person
from honorable.letters.plain_text import one_line
from honorable.letters.recipient import Recipient
from honorable.letters.spans import Blank, Span, Typed, spans_of, value
from honorable.letters.variants import variant_of

__all__ = [
    "Letter",
    "blank_letters",
    "diy_context",
    "diy_letter",
    "environment",
    "render",
    "short_letter",
    "template_context",
]


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter to one recipient, named after their slot ("diy" is the one to fill in by hand)."""

    slot: str
    subject: str
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The letter as plain text: exactly what is copied, downloaded and printed."""
        return "".join(span.text for span in self.spans)


def environment(loader: BaseLoader) -> ImmutableSandboxedEnvironment:
    """Return the Jinja2 environment of letters: plain text without escaping, in which unknown names are errors.

    It is sandboxed, because templates come from outside: they cannot reach private attributes or change their context,
    and a `range` has at most 100,000 steps.
    """
    templates = ImmutableSandboxedEnvironment(
        loader=loader, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, autoescape=False
    )
    templates.globals["variant"] = _variant
    return templates


@pass_context
def _variant(context: Context, place: str, count: int) -> int:
    person = context["person"]
    return variant_of(" ".join(name for name in (person["first"], person["last"]) if name), place, count)


def render(draft: Draft, campaign: Campaign, templates: ImmutableSandboxedEnvironment) -> tuple[Letter, ...]:
    """Return a letter for each recipient of the draft, in its order. What is not filled in yet is a blank.

    Raises jinja2.TemplateError if a template is broken or names an unknown variable.
    """
    return tuple(_letter(draft, to, campaign, templates) for to in draft.recipients)


def blank_letters(campaign: Campaign, templates: ImmutableSandboxedEnvironment) -> tuple[Letter, ...]:
    """Return the letters of an empty form, in which every value is a bracketed blank."""
    return render(blank_draft(campaign.legislature), campaign, templates)


def diy_letter(campaign: Campaign, templates: ImmutableSandboxedEnvironment) -> Letter:
    """Return the letter to fill in by hand: for any chamber, with every value a bracketed blank."""
    return _rendered("diy", diy_context(campaign), templates)


def diy_context(campaign: Campaign) -> dict[str, object]:
    """Return the names that a template can use, with their values, for the letter to fill in by hand."""
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
        "chamber_name": _either([body.name for body in about.chambers.values()]),
        "stance": "none",
        "votes": True,
        "address": about.addresses
        if len(about.chambers) == 1
        else tuple(Blank(f"[{line}]", "") for line in about.addresses),
        "state": Blank("[State]", ""),
        "district": Blank("[District]", ""),
        "phone": Blank("[Phone]", ""),
    }
    bill = next(iter(campaign.bills.values()))
    return {
        "person": _person(Person(), about),
        "recipient": either,
        "story": (),
        "reasons": tuple(reason.text for reason in campaign.picked(None)),
        "campaign": campaign,
        "bill": {
            "number": _either(numbers),
            "title": bill.title,
            "congress": bill.congress,
            "sponsor": "",
            "session": bill.session,
            "in_chamber": all(one.in_chamber for one in campaign.bills.values()),
            "lapsed": bill.lapsed,
        },
    }


def _either(of: Sequence[str]) -> str:
    """Return the alternatives as one blank, or the only one as it is."""
    return Blank(f"[{' or '.join(of)}]", "") if len(of) > 1 else of[0]


def _letter(draft: Draft, to: Recipient, campaign: Campaign, templates: ImmutableSandboxedEnvironment) -> Letter:
    return _rendered(to.slot, template_context(draft, to, campaign), templates)


def template_context(draft: Draft, to: Recipient, campaign: Campaign) -> dict[str, object]:
    """Return the names that a template can use, with their values, for the letter to one recipient of a draft."""
    return {
        "person": _person(draft.person, campaign.legislature),
        "recipient": _recipient(to, campaign.bills[to.chamber]),
        "reasons": tuple(reason.text for reason in campaign.picked(draft.reasons)),
        "story": tuple(Typed(paragraph, "story") for paragraph in _paragraphs(draft.story[:STORY_LIMIT])),
        "campaign": campaign,
        "bill": campaign.bills[to.chamber],
    }


def short_letter(draft: Draft, to: Recipient, campaign: Campaign, templates: ImmutableSandboxedEnvironment) -> str:
    """Return a short version of the letter, from short.txt, for forms that take only some hundred characters.

    Raises jinja2.TemplateError if the template is broken or names an unknown variable.
    """
    return templates.get_template("short.txt").render(template_context(draft, to, campaign)).strip()


def _rendered(slot: str, context: Mapping[str, object], templates: ImmutableSandboxedEnvironment) -> Letter:
    subject = templates.get_template("subject.txt").render(context).strip()
    return Letter(slot, one_line(subject), _trimmed(templates.get_template("letter.txt"), context))


def _trimmed(template: Template, context: Mapping[str, object]) -> tuple[Span, ...]:
    spans = list(spans_of(template.generate(context)))
    while spans and not (stripped := spans[-1].text.rstrip("\n")):
        spans.pop()
    if spans:
        spans[-1] = Span(stripped, spans[-1].kind, spans[-1].field)
    return tuple(spans)


def _person(person: Person, legislature: Legislature) -> dict[str, object]:
    typed = {field.name: getattr(person, field.name) for field in fields(person)}
    if state := legislature.region(person.state):
        typed["state_name"] = state.name
    try:
        typed["zip"] = legislature.postal_code.cleaned(person.zip)
    except ValueError:
        pass  # The letter shows what was typed; the form has a message beside the field.
    military = legislature.postal_code.military_region(typed["zip"])
    if military:
        typed["state"] = military
        typed["city"] = re.sub(rf"[,\s]+{military}$", "", person.city, flags=re.IGNORECASE)
    labels = LABELS | dict(legislature.labels)
    values: dict[str, object] = {
        name: value(text, name, labels.get(name, labels["state"])) for name, text in typed.items()
    }
    return {"state_name": Blank(f"[{labels['state']}]", "state"), "is_military": bool(military)} | values


def _recipient(to: Recipient, bill: Bill) -> dict[str, object]:
    field = to.legislature.place(to.slot).field
    title = to.legislature.chambers[to.chamber].title
    # Split, so that the name between the two stays what it is: typed, or a blank.
    before, _, after = to.legislature.honorific.partition("{name}")
    return {
        "full_name": value(to.full_name, f"{field}_name", f"{title}'s full name"),
        "last_name": value(to.last_name, f"{field}_last", "Last name"),
        "before_name": before,
        "after_name": after,
        "title": to.title,
        "chamber": to.chamber,
        "chamber_name": to.legislature.chambers[to.chamber].name,
        "stance": to.stance(bill),
        "votes": to.votes,
        "address": to.address,
        "state": to.state,
        "district": to.district,
        "phone": to.phone,
    }


def _paragraphs(story: str) -> list[str]:
    """Return the story's paragraphs, which empty lines separate. Single line breaks inside them are kept."""
    lines = [line.rstrip() for line in story.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    return [text for text in "\n".join(lines).strip("\n").split("\n\n") if text.strip()]
