"""In every browser and under every rule for frames, letters are written and copied; and the page never claims more."""

from pathlib import Path

import pytest

from tests.browser import building
from tests.frames import contexts, webkit
from tests.frames.contexts import Context


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    with contexts.hosts(building.default_dist(), tmp_path_factory.mktemp("host")) as address:
        yield address


# Each says in which browser it is. An argument called "context" would make pytest-playwright run all of them in each.
@pytest.mark.parametrize(
    "under",
    [pytest.param(context, marks=() if context.often else (pytest.mark.every_host,)) for context in contexts.CONTEXTS],
    ids=str,
)
def test_letters_are_written_in_a_frame(under, address, playwright, tmp_path: Path, record_property):
    record_property("cell", ("Frames", str(under), "written"))
    with contexts.opened(under, playwright, tmp_path) as page:
        outcome = contexts.visit(page, address(under.frame))
    for column, said in contexts.told(under, outcome).items():
        record_property("cell", ("Frames", str(under), column, said))
    assert contexts.failures(under, outcome) == []


@pytest.fixture(scope="module")
def webkit_there():
    if still := webkit.install():
        pytest.skip(f"Debian's {' and '.join(still)} is missing, and could not be installed.")


@pytest.mark.filterwarnings("ignore:setting remote_server_addr:DeprecationWarning")  # Selenium warns of itself.
@pytest.mark.parametrize(
    "framed", [pytest.param(False, marks=pytest.mark.every_host), True], ids=["by itself", "in a frame"]
)
def test_a_letter_is_written_and_copied_in_webkit(address, webkit_there, framed, record_property):
    context = Context("webkit", "as shipped", contexts.ANOTHER_SITE if framed else "by itself", remembers=not framed)
    record_property("cell", ("Frames", str(context), "written"))
    outcome = contexts.visit_webkit(address(context.frame if framed else ""), framed=framed)
    for column, said in contexts.told(context, outcome).items():
        record_property("cell", ("Frames", str(context), column, said))
    assert contexts.failures(context, outcome) == []
