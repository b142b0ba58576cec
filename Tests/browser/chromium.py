"""The system's Chromium, and a web server on this machine for it."""

import shutil
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from os import geteuid
from pathlib import Path
from threading import Thread

from playwright.sync_api import sync_playwright

# The whole browser, and the shell around the same engine that draws nothing for people and starts in half the time;
# not every system has the shell.
WHOLE = shutil.which("chromium") or "/Applications/Chromium.app/Contents/MacOS/Chromium"
SHELL = shutil.which("chromium-headless-shell") or WHOLE


def headers(folder):
    """What `_headers` says of all files: names and values, the security policy among them."""
    file = Path(folder) / "_headers"
    lines = file.read_text("utf-8").splitlines() if file.exists() else []
    rule = None
    for line in lines:
        if not line.startswith(" "):
            rule = line
        elif rule == "/*":
            name, _, value = line.strip().partition(": ")
            yield name, value


@contextmanager
def server(folder):
    """The address of a web server that shows a folder, as hosts that follow `_headers` do."""
    everywhere = list(headers(folder))

    class Handler(SimpleHTTPRequestHandler):
        def end_headers(self):
            for name, value in everywhere:
                self.send_header(name, value)
            super().end_headers()

        def log_message(self, *arguments):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder))) as served:
        Thread(target=served.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield f"http://127.0.0.1:{served.server_address[1]}/"
        served.shutdown()


@contextmanager
def chromium(*switches, command=SHELL):
    """A running Chromium without windows."""
    # Chromium’s own sandbox refuses to be root’s.
    switches = [*switches, *(["--no-sandbox"] if geteuid() == 0 else [])]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=command, args=switches)
        yield browser
        browser.close()
