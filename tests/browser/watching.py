"""What a page says and asks for while a test runs, and whether it should have."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response, WebError

_ELSEWHERE = "A request left the origin"
_CSP = "Stopped by the page's own policy: "
# A violation that the page's code catches (a try around Function, say) is in no console of Chromium's.
_REPORT_CSP = f"""
document.addEventListener("securitypolicyviolation", (event) =>
    console.debug("{_CSP}" + event.effectiveDirective + " " + event.blockedURI + " " + event.sourceFile));
"""


def report_violations(context: BrowserContext) -> None:
    """Lets every page of the context write a line for each violation of its policy."""
    context.add_init_script(_REPORT_CSP)


@dataclass
class Watch:
    """Collects from every context that it is attached to.

    `problems`: errors in the console, errors that no code caught, policy violations, answers from 400 up.
    `console`: every line, as "warning: text". `requests`: all of them, of every page, frame and worker.
    `home`: the origins that a page may ask; a request anywhere else is a problem.
    """

    home: set[str]
    problems: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)
    allowed_hosts: set[str] = field(default_factory=set)
    contexts: list[BrowserContext] = field(default_factory=list)

    def attach(self, context: BrowserContext) -> None:
        """Begins to collect from this context's pages, popups and workers."""
        self.contexts.append(context)
        report_violations(context)
        self.listen(context)
        for host in self.allowed_hosts:
            # Answered here, so that nothing is sent.
            context.route(f"*://{host}/**", lambda route: route.fulfill(status=200, body="Answered by the test."))

    def listen(self, context: BrowserContext) -> None:
        """Begins to collect, from a context that reports violations already."""
        context.on("console", self._hear)
        context.on("weberror", self._catch)
        context.on("request", self._see)
        context.on("response", self._answered)

    def leave(self, context: BrowserContext) -> None:
        """Ends what `listen` began."""
        context.remove_listener("console", self._hear)
        context.remove_listener("weberror", self._catch)
        context.remove_listener("request", self._see)
        context.remove_listener("response", self._answered)

    def expect(self, *texts: str) -> None:
        """From now on a problem with one of these texts in it is no failure; that none has it is one."""
        self.expected += texts

    def check(self) -> None:
        """Fails the test with a line for each surprise; silent where there is none."""
        surprises = [problem for problem in self.problems if not any(text in problem for text in self.expected)]
        missing = [text for text in self.expected if not any(text in problem for problem in self.problems)]
        lines = [f"The page reported: {problem}" for problem in surprises]
        lines += [f"The page never reported: {text}" for text in missing]
        if lines:
            pytest.fail("\n".join(lines), pytrace=False)

    def forget(self) -> None:
        """Drops what was collected and expected so far."""
        for collected in (self.problems, self.console, self.requests, self.expected):
            collected.clear()

    def pardon(self) -> None:
        """Drops what a browser reports of a host or a file that the test has broken, and what follows from it.

        Never a violation of the policy or a request to another origin: no broken file excuses these.
        """
        kept = [problem for problem in self.problems if problem.startswith((_CSP, _ELSEWHERE))]
        self.forget()
        self.problems += kept

    def _hear(self, message: ConsoleMessage) -> None:
        line = f"{message.type}: {message.text}"
        self.console.append(line)
        print(line)  # pytest shows it if the test fails.
        if message.type == "error" or message.text.startswith(_CSP):
            self.problems.append(message.text)

    def _catch(self, error: WebError) -> None:
        self.problems.append(str(error.error))

    def _see(self, request: Request) -> None:
        self.requests.append(request)
        url = urlsplit(request.url)
        # blob:, data: and mailto: do not go to a host.
        inside = f"{url.scheme}://{url.netloc}" in self.home or url.hostname in self.allowed_hosts
        if url.scheme in {"http", "https", "ws", "wss"} and not inside:
            self.problems.append(f"{_ELSEWHERE}: {request.url}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self.problems.append(f"{response.status} for {response.url}")
