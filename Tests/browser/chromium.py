"""The system's Chromium, and a web server on this machine for it."""

import shutil
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from os import geteuid
from threading import Thread

from playwright.sync_api import sync_playwright

MAC = "/Applications/Chromium.app/Contents/MacOS/Chromium"


@contextmanager
def server(folder):
    """The address of a web server that shows a folder."""

    class Handler(SimpleHTTPRequestHandler):
        def log_message(self, *arguments):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder))) as served:
        Thread(target=served.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{served.server_address[1]}/"
        served.shutdown()


@contextmanager
def chromium(*switches):
    """A running Chromium without windows."""
    # Chromium’s own sandbox refuses to be root’s.
    switches = [*switches, *(["--no-sandbox"] if geteuid() == 0 else [])]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium") or MAC, args=switches)
        yield browser
        browser.close()
