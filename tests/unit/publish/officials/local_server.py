"""A local web server with scripted answers: each answer for a path in turn, the last one forever."""

import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


def sends(content, code=200, length=None, **headers):
    """Answer with this content and this Content-Length, right or wrong; 0 leaves it out."""

    def answer(handler):
        handler.send_response(code)
        if length != 0:
            handler.send_header("Content-Length", str(len(content) if length is None else length))
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.end_headers()
        if handler.command != "HEAD":
            handler.wfile.write(content)

    return answer


def stalls(content=b""):
    """Begin an answer that does not end before the test does."""

    def answer(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", "1000000")
        handler.end_headers()
        handler.wfile.write(content)
        handler.wfile.flush()
        handler.server.over.wait(10)

    return answer


def drips(handler):
    """Answer so slowly that it is never silent and never done."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000000")
    handler.end_headers()
    while not handler.server.over.is_set():
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.02)


def hangs_up(handler):
    """Close the connection without an answer."""
    handler.connection.close()


class Handler(BaseHTTPRequestHandler):
    def do_HEAD(self):
        self.do_GET()

    def do_GET(self):
        self.server.asked.append(self.path)
        answers = self.server.answers[self.path]
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        try:
            answer(self)
        except (OSError, ValueError):
            pass  # the client has gone, as some tests intend
        self.close_connection = True

    def log_message(self, *_):
        """Log nothing."""


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers = {}
        self.asked = []
        self.over = threading.Event()

    def at(self, path, *answers):
        """Return the address that gives these answers in turn."""
        self.answers[path] = list(answers)
        return f"http://127.0.0.1:{self.server_port}{path}"

    def handle_error(self, request, client_address):
        """Ignore errors: some tests hang up."""


@contextmanager
def running():
    server = Server()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        server.shutdown()
        server.server_close()
        thread.join()
