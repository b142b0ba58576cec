"""The accessibility tree of a page, as Chromium gives it to screen readers.

Chromium's protocol for debuggers leaves the language of texts out of the tree, so it is read off the page
chrome://accessibility, which shows all that Chromium knows.
"""

import re
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from os import geteuid
from threading import Thread

from playwright.sync_api import sync_playwright

MAC = "/Applications/Chromium.app/Contents/MacOS/Chromium"
# A line of the tree: depth, role, and the attributes that were asked for, in the order of their names.
LINE = re.compile(r"^\+*(?P<role>\w+)(?P<attributes>.*)$")
NAME = re.compile(r" name='(?P<name>.*)' nameFrom=(?P<source>\w+)")


@dataclass(frozen=True)
class Spoken:
    """What a screen reader says, in which voice, and where it begins to write it in braille."""

    text: str
    language: str
    direction: str


@contextmanager
def server(folder):
    """The address of a web server on this machine that shows a folder."""

    class Handler(SimpleHTTPRequestHandler):
        def log_message(self, *arguments):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder))) as served:
        Thread(target=served.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{served.server_address[1]}/"
        served.shutdown()


@contextmanager
def browser():
    """Chromium with its accessibility tree switched on."""
    # Chromium’s own sandbox refuses to be root’s.
    switches = ["--force-renderer-accessibility"] + (["--no-sandbox"] if geteuid() == 0 else [])
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium") or MAC, args=switches)
        yield chromium.new_context()
        chromium.close()


def spoken(context, address):
    """All texts and labels of a page in the order of the tree."""
    page = context.new_page()
    page.goto(address)
    # The tree is made beside the page; it is there when it no longer changes.
    before, tree = None, shown(context, page.title())
    while tree != before:
        before, tree = tree, shown(context, page.title())
    page.close()
    return [part for line in tree.splitlines() if (part := read(line))]


def shown(context, title):
    """The tree of the page with a title, as chrome://accessibility shows it."""
    internals = context.new_page()
    internals.goto("chrome://accessibility")
    internals.select_option("#apiType", "blink")
    internals.fill("#filter-allow", "language* name* textDirection*")
    internals.get_by_role("button", name=f"Show accessibility tree for {title}", exact=True).click()
    tree = internals.wait_for_selector("pre[id$='-tree']:not(:empty)").inner_text()
    internals.close()
    return tree


def read(line):
    """A text or label of a line; None for what repeats the texts within it, and for signs that lists make."""
    role, attributes = LINE.match(line)["role"], LINE.match(line)["attributes"]
    name = NAME.search(attributes)
    if not name or not (role == "staticText" or name["source"] == "attribute"):
        return None
    language = re.search(r" language='(.*?)'", attributes)
    direction = re.search(r" textDirection=(\w+)", attributes)
    text = " ".join(name["name"].split())
    # Bullets, numbers and separators.
    if not re.search(r"\w", text):
        return None
    return Spoken(text, language[1] if language else "", direction[1] if direction else "")
