"""A small document and window, as much of the DOM as the page's Python uses, for unit tests without a browser.

`document.load(html)` parses a page; everything else has the names and the behavior of the DOM standard. What a test
controls or reads is on `window`: `responses`, `requests`, `console.lines`, `run_timers()`, `intersect(element)`.
"""

import asyncio
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin, urlsplit

from tests.unit.page.fake_selectors import matches, selected

__all__ = [
    "Document",
    "Element",
    "Event",
    "JsException",
    "JsObject",
    "Response",
    "Text",
    "Window",
    "document",
    "window",
]

_VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_TEXT_FIELDS = {"input", "textarea", "select"}


class JsException(Exception):  # noqa: N818 - its name in pyodide.ffi
    """What a browser's own code throws: "AbortError", or "TypeError: Failed to fetch"."""

    @property
    def name(self) -> str:
        return str(self).partition(":")[0]


class Event:
    """An event, as `new CustomEvent(type, {bubbles})` makes it."""

    def __init__(self, type_: str, *, bubbles: bool = False, **details: Any) -> None:
        self.type = type_
        self.bubbles = bubbles
        self.target: Any = None
        self.defaultPrevented = False
        self.stopped = False
        for name, detail in details.items():
            setattr(self, name, detail)

    def preventDefault(self) -> None:
        self.defaultPrevented = True

    def stopPropagation(self) -> None:
        self.stopped = True


class EventTarget:
    """Anything that can be listened to."""

    def __init__(self) -> None:
        self.listeners: list[tuple[str, Callable[[Any], object], bool, bool]] = []

    def addEventListener(
        self, type_: str, handler: Callable[[Any], object], capture: bool = False, *, once: bool = False
    ) -> None:
        self.listeners.append((type_, handler, capture, once))

    def removeEventListener(self, type_: str, handler: Callable[[Any], object]) -> None:
        self.listeners = [kept for kept in self.listeners if kept[:2] != (type_, handler)]

    @property
    def _above(self) -> "list[EventTarget]":
        return []

    def dispatchEvent(self, event: Event) -> bool:
        """Run the handlers: capturing ones from the window down, then this target's, then bubbling ones up."""
        event.target = self
        above = self._above
        for target in reversed(above):
            target._hear(event, capture=True)
        self._hear(event, capture=True)
        self._hear(event, capture=False)
        for target in above if event.bubbles else ():
            if event.stopped:
                break
            target._hear(event, capture=False)
        return not event.defaultPrevented

    def _hear(self, event: Event, *, capture: bool) -> None:
        for listener in list(self.listeners):
            type_, handler, captures, once = listener
            if type_ == event.type and captures == capture:
                if once:
                    self.listeners.remove(listener)
                handler(event)


class Text:
    """A text node."""

    def __init__(self, text: str) -> None:
        self.textContent = text
        self.parentElement: Element | None = None

    def cloneNode(self, _deep: bool = False) -> "Text":
        return Text(self.textContent)

    def replaceWith(self, *nodes: "Text | Element") -> None:
        _replace(self, nodes)

    def remove(self) -> None:
        _replace(self, ())


class Nodes(list[Any]):
    """A list of nodes, as `childNodes` and `querySelectorAll` give it."""

    @property
    def length(self) -> int:
        return len(self)

    def item(self, place: int) -> Any:
        return self[place] if 0 <= place < len(self) else None


class Dataset:
    """The data attributes: `element.dataset.wordOne` is `data-word-one`."""

    _element: "Element"

    def __init__(self, element: "Element") -> None:
        object.__setattr__(self, "_element", element)

    @staticmethod
    def _attribute(name: str) -> str:
        return "data-" + "".join(f"-{c.lower()}" if c.isupper() else c for c in name)

    def __getattr__(self, name: str) -> str:
        text = self._element.getAttribute(self._attribute(name))
        if text is None:
            raise AttributeError(name)  # as Pyodide does for `undefined` of a JavaScript object
        return str(text)

    def __setattr__(self, name: str, text: str) -> None:
        self._element.setAttribute(self._attribute(name), text)

    def __delattr__(self, name: str) -> None:
        self._element.removeAttribute(self._attribute(name))


class _Reflected:
    """A property that is the attribute of the same name, as text."""

    def __init__(self, attribute: str) -> None:
        self.attribute = attribute

    def __get__(self, element: "Element", _owner: type) -> str:
        return element.getAttribute(self.attribute) or ""

    def __set__(self, element: "Element", text: object) -> None:
        element.setAttribute(self.attribute, str(text))


class _Flag:
    """A property that says whether the attribute of the same name is there."""

    def __init__(self, attribute: str) -> None:
        self.attribute = attribute

    def __get__(self, element: "Element", _owner: type) -> bool:
        return element.hasAttribute(self.attribute)

    def __set__(self, element: "Element", wanted: object) -> None:
        element.toggleAttribute(self.attribute, bool(wanted))


class Style:
    """Inline style: any property may be set and read."""

    def setProperty(self, name: str, value: str) -> None:
        setattr(self, name, value)


class Element(EventTarget):
    """An element of any kind: what only some kinds have in a browser is on all of them here."""

    id, name, type, className = _Reflected("id"), _Reflected("name"), _Reflected("type"), _Reflected("class")
    href, target, rel, lang = _Reflected("href"), _Reflected("target"), _Reflected("rel"), _Reflected("lang")
    hidden, open, disabled, required = _Flag("hidden"), _Flag("open"), _Flag("disabled"), _Flag("required")

    def __init__(self, tag: str, attributes: Iterable[tuple[str, str | None]] = ()) -> None:
        super().__init__()
        self.tagName = tag.upper()
        self.attributes = {name: text or "" for name, text in attributes}
        self.childNodes: Nodes = Nodes()
        self.parentElement: Element | None = None
        self.content = self  # of a <template>
        self.style = Style()
        self.returnValue = ""
        self.max: float = 1
        self._value: str | None = None
        self._checked: bool | None = None
        self._below: list[Element] | None = None

    # Attributes

    def getAttribute(self, name: str) -> str | None:
        return self.attributes.get(name)

    def setAttribute(self, name: str, text: object) -> None:
        self.attributes[name] = str(text)

    def removeAttribute(self, name: str) -> None:
        self.attributes.pop(name, None)

    def hasAttribute(self, name: str) -> bool:
        return name in self.attributes

    def toggleAttribute(self, name: str, force: bool | None = None) -> bool:
        wanted = name not in self.attributes if force is None else force
        if wanted:
            self.attributes.setdefault(name, "")
        else:
            self.attributes.pop(name, None)
        return wanted

    @property
    def dataset(self) -> Dataset:
        return Dataset(self)

    # The tree

    @property
    def children(self) -> "Nodes":
        return Nodes(node for node in self.childNodes if isinstance(node, Element))

    @property
    def firstElementChild(self) -> "Element | None":
        return next(iter(self.children), None)

    @property
    def nextElementSibling(self) -> "Element | None":
        siblings = self.parentElement.children if self.parentElement else Nodes()
        return siblings.item(siblings.index(self) + 1) if self in siblings else None

    @property
    def isConnected(self) -> bool:
        return document.documentElement in {self, *self._ancestors()}

    @property
    def textContent(self) -> str:
        return "".join(node.textContent for node in self.childNodes)

    @textContent.setter
    def textContent(self, text: str) -> None:
        self.replaceChildren(*([Text(text)] if text else []))

    def append(self, *nodes: "Text | Element | str") -> None:
        if any(isinstance(node, Element) for node in nodes):
            self._elements_changed()
        for node in nodes:
            child = Text(node) if isinstance(node, str) else node
            if isinstance(child, Element):
                child.remove()
            child.parentElement = self
            self.childNodes.append(child)

    def replaceChildren(self, *nodes: "Text | Element | str") -> None:
        if self.children:
            self._elements_changed()
        for child in self.childNodes:
            child.parentElement = None
        self.childNodes = Nodes()
        self.append(*nodes)

    def replaceWith(self, *nodes: "Text | Element") -> None:
        _replace(self, nodes)

    def remove(self) -> None:
        _replace(self, ())

    def cloneNode(self, deep: bool = False) -> "Element":
        copy = Element(self.tagName)
        copy.attributes = dict(self.attributes)
        if deep:
            copy.childNodes.extend(node.cloneNode(True) for node in self.childNodes)
            for child in copy.childNodes:
                child.parentElement = copy
        return copy

    def closest(self, selector: str) -> "Element | None":
        return next((one for one in (self, *self._ancestors()) if one.matches(selector)), None)

    def contains(self, other: "Element") -> bool:
        return self in {other, *other._ancestors()}

    def matches(self, selector: str) -> bool:
        return matches(self, selector)

    def querySelector(self, selector: str) -> "Element | None":
        return next(selected(self._descendants(), selector), None)

    def querySelectorAll(self, selector: str) -> Nodes:
        return Nodes(selected(self._descendants(), selector))

    def _descendants(self) -> "list[Element]":
        """All elements below this one, in the document's order; kept until those below it change."""
        if self._below is None:
            self._below = []
            for child in self.childNodes:
                if isinstance(child, Element):
                    self._below.append(child)
                    if child.tagName != "TEMPLATE":  # its content is not part of the document
                        self._below.extend(child._descendants())
        return self._below

    def _elements_changed(self) -> None:
        """Forget which elements are below this one and below those that it is in."""
        self._below = None
        for one in self._ancestors():
            one._below = None

    def _ancestors(self) -> "Iterator[Element]":
        parent = self.parentElement
        while parent is not None:
            yield parent
            parent = parent.parentElement

    @property
    def _above(self) -> list[EventTarget]:
        return [*self._ancestors(), document, window]

    # Forms

    @property
    def options(self) -> Nodes:
        return Nodes(self.querySelectorAll("option"))

    @property
    def value(self) -> Any:
        if self.tagName == "SELECT":
            values = [option.value for option in self.options]
            if self._value is None:
                marked = [option.value for option in self.options if option.hasAttribute("selected")]
                return (marked or values or [""])[0]
            return self._value if self._value in values else ""
        if self.tagName == "OPTION" and not self.hasAttribute("value"):
            return self.textContent.strip()
        if self._value is not None:
            return self._value
        return self.textContent if self.tagName == "TEXTAREA" else self.getAttribute("value") or ""

    @value.setter
    def value(self, text: Any) -> None:
        if self.tagName == "INPUT" and self.type in {"radio", "checkbox"}:
            self.setAttribute("value", text)
        else:
            self._value = text

    @property
    def checked(self) -> bool:
        return self.hasAttribute("checked") if self._checked is None else self._checked

    @checked.setter
    def checked(self, wanted: bool) -> None:
        if wanted and self.type == "radio":
            for other in self.closest("form, html").querySelectorAll(f'[name="{self.name}"]'):  # type: ignore[union-attr]
                other._checked = False
        self._checked = wanted

    def reset(self) -> None:
        """Put every field of a form back to what the page was loaded with."""
        for field in self.querySelectorAll("input, select, textarea"):
            field._value = field._checked = None

    def focus(self, **_options: Any) -> None:
        if document.activeElement is self:
            return
        before, document.activeElement = document.activeElement, self
        if before is not document.body:
            before.dispatchEvent(Event("focusout", bubbles=True))
        self.dispatchEvent(Event("focusin", bubbles=True))

    def select(self) -> None:
        self.focus()

    def click(self) -> None:
        window.clicked.append(self)
        self.dispatchEvent(Event("click", bubbles=True))

    def scrollIntoView(self, **_options: Any) -> None:
        window.scrolled_to = self

    def showModal(self) -> None:
        self.open = True

    def close(self, value: str = "") -> None:
        self.open, self.returnValue = False, value or self.returnValue
        self.dispatchEvent(Event("close"))

    # What a visitor does

    def type_text(self, text: str) -> None:
        """Replace what the field holds, as a visitor does who selects all and types."""
        self.value = text
        self.dispatchEvent(Event("input", bubbles=True))

    def choose(self) -> None:
        """Check a box or a radio button, or clear a box that is checked."""
        self.checked = self.type == "radio" or not self.checked
        self.dispatchEvent(Event("input", bubbles=True))
        self.dispatchEvent(Event("change", bubbles=True))

    def __repr__(self) -> str:
        attributes = "".join(f' {name}="{text}"' for name, text in self.attributes.items())
        return f"<{self.tagName.lower()}{attributes}>"


def _replace(node: Text | Element, nodes: tuple[Text | Element, ...]) -> None:
    parent = node.parentElement
    if parent is None:
        return
    if any(isinstance(one, Element) for one in (node, *nodes)):
        parent._elements_changed()
    for new in nodes:
        new.parentElement = parent
    place = next(place for place, child in enumerate(parent.childNodes) if child is node)
    parent.childNodes[place : place + 1] = nodes
    node.parentElement = None


@cache
def _parsed(html: str) -> "_Parser":
    """Parse HTML, once for all tests: a document loads a copy."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return parser


class _Parser(HTMLParser):
    """What is in the body, in an element of its own, and the attributes of the page's outermost elements."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = [Element("body")]
        self.attributes: dict[str, dict[str, str]] = {"html": {}, "head": {}, "body": {}}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self.attributes:
            self.attributes[tag] |= {name: text or "" for name, text in attrs}
            return
        element = Element(tag, attrs)
        self.inside[-1].append(element)
        if tag not in _VOID:
            self.inside.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside[-1].append(Element(tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        while any(one.tagName == tag.upper() for one in self.inside[1:]):
            if self.inside.pop().tagName == tag.upper():
                return

    def handle_data(self, data: str) -> None:
        self.inside[-1].append(Text(data))


class Document(EventTarget):
    """The document, with a cookie jar that holds the cookies whose path is the page's or above it."""

    def __init__(self) -> None:
        super().__init__()
        self.documentElement = Element("html", [("lang", "en"), ("data-root", "./"), ("data-python", "loading")])
        self.body = Element("body")
        self.documentElement.append(self.body)
        self.activeElement: Element = self.body
        self.title = "Honorable"
        self.referrer = ""
        self.visibilityState = "visible"
        self.cookies: dict[str, str] = {}
        self.cookie_attributes: dict[str, str] = {}
        #: What the browser refuses: every cookie with one of these texts in it. None: even the question throws.
        self.refuses_cookies_with: tuple[str, ...] | None = ()

    def load(self, html: str) -> None:
        """Parse a page, or the part of one that a test needs, into the body."""
        page = _parsed(html)
        self.documentElement.attributes |= page.attributes["html"]
        self.body.attributes |= page.attributes["body"]
        self.body.replaceChildren(*(node.cloneNode(True) for node in page.inside[0].childNodes))

    @property
    def _above(self) -> list[EventTarget]:
        return [window]

    @property
    def cookie(self) -> str:
        if self.refuses_cookies_with is None:
            raise JsException("SecurityError")
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    @cookie.setter
    def cookie(self, text: str) -> None:
        if self.refuses_cookies_with is None:
            raise JsException("SecurityError")
        pair, *attributes = text.split("; ")
        name, _, value = pair.partition("=")
        if any(refused in text for refused in self.refuses_cookies_with):
            return
        path = next((each.removeprefix("Path=") for each in attributes if each.startswith("Path=")), "")
        if not window.location.pathname.startswith(path):  # as they are written (RFC 6265 section 5.1.4)
            return
        if "Max-Age=0" in attributes:
            # A partitioned cookie and one that is not are two cookies (draft-cutler-httpbis-partitioned-cookies).
            if ("Partitioned" in attributes) == ("Partitioned" in self.cookie_attributes.get(name, "")):
                self.cookies.pop(name, None)
        else:
            self.cookies[name], self.cookie_attributes[name] = value, "; ".join(attributes)

    def createElement(self, tag: str) -> Element:
        return Element(tag)

    def createTextNode(self, text: str) -> Text:
        return Text(text)

    def getElementById(self, id_: str) -> Element | None:
        return next((one for one in self.documentElement._descendants() if one.attributes.get("id") == id_), None)

    def querySelector(self, selector: str) -> Element | None:
        if self.documentElement.matches(selector):
            return self.documentElement
        return self.documentElement.querySelector(selector)

    def querySelectorAll(self, selector: str) -> Nodes:
        return self.documentElement.querySelectorAll(selector)


class JsObject:
    """A plain JavaScript object: `to_py()` gives it as a dict."""

    def __init__(self, entries: Iterable[tuple[str, Any]]) -> None:
        self._entries = dict(entries)
        self.__dict__.update(self._entries)

    def to_py(self) -> dict[str, Any]:
        return dict(self._entries)


class _Object:
    @staticmethod
    def fromEntries(entries: Iterable[tuple[str, Any]]) -> JsObject:
        return JsObject(entries)


class FormData:
    """The fields of a form that would be sent, as pairs of name and text."""

    def __init__(self, form: Element | None = None) -> None:
        self.entries = [
            (field.name, field.value or "on" if field.type == "checkbox" else field.value)
            for field in (form.querySelectorAll("input, select, textarea") if form else ())
            if field.name and not field.disabled and (field.type not in {"checkbox", "radio"} or field.checked)
        ]

    @classmethod
    def new(cls, form: Element | None = None) -> "FormData":
        return cls(form)

    def append(self, name: str, text: str) -> None:
        self.entries.append((name, text))

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        return iter(self.entries)


class Storage:
    """`sessionStorage`. With `refuses`, every use throws, as in a frame that is denied storage."""

    def __init__(self) -> None:
        self.items: dict[str, str] = {}
        self.refuses = False

    def getItem(self, key: str) -> str | None:
        self._check()
        return self.items.get(key)

    def setItem(self, key: str, text: str) -> None:
        self._check()
        self.items[key] = text

    def removeItem(self, key: str) -> None:
        self._check()
        self.items.pop(key, None)

    def _check(self) -> None:
        if self.refuses:
            raise JsException("SecurityError")


class Location:
    """The page's address."""

    def __init__(self, href: str) -> None:
        self.href = href

    def __getattr__(self, name: str) -> str:
        parts = urlsplit(self.href)
        known = {
            "hash": f"#{parts.fragment}" if parts.fragment else "",
            "search": f"?{parts.query}" if parts.query else "",
            "pathname": parts.path,
            "protocol": f"{parts.scheme}:",
            "host": parts.netloc,
            "origin": f"{parts.scheme}://{parts.netloc}",
        }
        if name not in known:
            raise AttributeError(name)
        return known[name]


class History:
    """The session history: the current entry alone."""

    state = None

    @staticmethod
    def replaceState(_state: object, _title: str, url: str) -> None:
        window.location.href = urljoin(window.location.href, url)


class Console:
    """The console, as lines of text."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def warn(self, text: str) -> None:
        self.lines.append(f"warning: {text}")

    def error(self, text: str) -> None:
        self.lines.append(f"error: {text}")


class Response:
    """The answer to a request."""

    def __init__(self, body: bytes = b"", status: int = 200) -> None:
        self.body, self.status, self.ok = body, status, 200 <= status < 300

    async def arrayBuffer(self) -> "Response":
        return self

    def to_bytes(self) -> bytes:
        return self.body

    async def text(self) -> str:
        return self.body.decode()


class IntersectionObserver:
    """An observer that reports when the test says so, with `window.intersect(element)`."""

    def __init__(self, callback: Callable[[Any, Any], object], *_options: Any) -> None:
        self.callback = callback
        self.watched: list[Element] = []

    @classmethod
    def new(cls, callback: Callable[[Any, Any], object], *options: Any) -> "IntersectionObserver":
        observer = cls(callback, *options)
        window.observers.append(observer)
        return observer

    def observe(self, element: Element) -> None:
        self.watched.append(element)

    def disconnect(self) -> None:
        self.watched.clear()


class _Entry:
    def __init__(self, target: Element) -> None:
        self.target, self.isIntersecting = target, True


class _CustomEvent:
    @staticmethod
    def new(type_: str, **options: Any) -> Event:
        return Event(type_, **options)


class _Url:
    @staticmethod
    def new(url: str, base: str) -> Location:
        return Location(urljoin(base, url))

    @staticmethod
    def createObjectURL(blob: "Blob") -> str:
        window.blobs.append(blob)
        return f"blob:{len(window.blobs)}"

    @staticmethod
    def revokeObjectURL(url: str) -> None:
        window.revoked.append(url)


class Blob:
    """A file made in the page."""

    def __init__(self, content: Iterable[Any], type: str) -> None:  # noqa: A002 - the DOM's name
        self.content = b"".join(piece if isinstance(piece, bytes) else str(piece).encode() for piece in content)
        self.type = type

    @classmethod
    def new(cls, content: Iterable[Any], type: str = "") -> "Blob":  # noqa: A002 - the DOM's name
        return cls(content, type)


class Promise:
    """A promise that Python awaits."""

    @staticmethod
    def new(executor: Callable[[Any, Any], object]) -> "asyncio.Future[Any]":
        future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        executor(future.set_result, future.set_exception)
        return future


class Headers:
    """Request headers."""

    def __init__(self) -> None:
        self.items: dict[str, str] = {}

    @classmethod
    def new(cls) -> "Headers":
        return cls()

    def set(self, name: str, text: str) -> None:
        self.items[name] = text


class Navigator:
    """The browser itself. A test adds what the browser is to have: `window.navigator.share = …`."""

    language = "en-US"


class Performance:
    """User timing: the names of the marks that were set."""

    def __init__(self) -> None:
        self.marks: list[str] = []

    def mark(self, name: str) -> None:
        self.marks.append(name)


class Window(EventTarget):
    """The window, and what a test controls in it."""

    FormData, Object, Promise, Headers = FormData, _Object, Promise, Headers
    CustomEvent, IntersectionObserver, URL, Blob = _CustomEvent, IntersectionObserver, _Url, Blob

    def __init__(self) -> None:
        super().__init__()
        self.location = Location("https://letters.example.org/")
        self.console = Console()
        self.history: Any = History()
        self.sessionStorage = Storage()
        self.localStorage = Storage()
        self.navigator = Navigator()
        self.performance = Performance()
        #: What each address answers: a response, or what is thrown. Any other address throws, as without a network.
        self.responses: dict[str, Response | Exception] = {}
        self.requests: list[tuple[str, Mapping[str, Any]]] = []
        self.observers: list[IntersectionObserver] = []
        self.clicked: list[Element] = []
        self.scrolled_to: Element | None = None
        self.blobs: list[Blob] = []
        self.revoked: list[str] = []
        self._timers: dict[int, Callable[[], object]] = {}
        self._timers_set = 0

    def setTimeout(self, work: Callable[[], object], _milliseconds: float = 0) -> int:
        self._timers_set += 1
        self._timers[self._timers_set] = work
        return self._timers_set

    def clearTimeout(self, timer: int) -> None:
        self._timers.pop(timer, None)

    def run_timers(self) -> None:
        """Let all the time pass that timers wait for."""
        while self._timers:
            self._timers.pop(min(self._timers))()

    async def fetch(self, url: str, **options: Any) -> Response:
        self.requests.append((url, options))
        answer = self.responses.get(url, JsException("TypeError: Failed to fetch"))
        if isinstance(answer, Exception):
            raise answer
        return answer

    def intersect(self, element: Element | None) -> None:
        """Scroll the element into view."""
        for observer in list(self.observers):
            if element in observer.watched:
                observer.callback([_Entry(element)], observer)

    def matchMedia(self, _query: str) -> JsObject:
        return JsObject({"matches": False}.items())

    def stored(self, key: str) -> Any:
        """What `sessionStorage` has under the key, as JSON; None without it."""
        text = self.sessionStorage.items.get(key)
        return None if text is None else json.loads(text)


document = Document()
window = Window()


def reset(*, cookies: bool = False, tab: bool = False) -> None:
    """Start over with an empty document. The page's modules keep these two objects, so they are kept, too.

    `cookies` stay for a later visit, and what the `tab` has stored for a reload.
    """
    kept, stored = document.cookies if cookies else {}, window.sessionStorage.items if tab else {}
    document.__init__()  # type: ignore[misc]
    window.__init__()  # type: ignore[misc]
    document.cookies, window.sessionStorage.items = kept, stored
