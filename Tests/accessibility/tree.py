"""The accessibility tree of a page, as Chromium gives it to screen readers.

Chromium's protocol for debuggers leaves the language of texts out of the tree, so it is read off the page
chrome://accessibility, which shows all that Chromium knows.
"""

import re
from contextlib import contextmanager
from dataclasses import dataclass

from chromium import WHOLE, chromium

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
def browser():
    """Chromium with its accessibility tree switched on; the shell has no pages about itself."""
    with chromium("--force-renderer-accessibility", command=WHOLE) as running:
        yield running.new_context()


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
