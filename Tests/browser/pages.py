"""Looks at pages of built sites as readers do: pages.py FOLDER[:LANGUAGE]…

A page of each kind in each language, or in the given one, and where there is one, an empty list of that kind, is opened
in Chromium: light and dark, 320, 768 and 1440 pixels wide, and without JavaScript. Reported: what axe finds; what the
keyboard does not reach, or reaches unseen; what does not fit into the window at 320 pixels or when zoomed to 200 %, or
is lost there; things that move by themselves; messages in the console, failed requests, requests to other hosts; pages
heavier than they may be; language links that lead elsewhere.
"""

import gzip
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from itertools import chain
from urllib.parse import urlsplit

import axe
import keyboard
import layout
from chromium import chromium, server
from sample import samples

# As many look at once: while one waits for its network to be idle, the others do not.
BROWSERS = 5
WIDTHS = [320, 768, 1440]
SCHEMES = ["light", "dark"]
# In bytes over the wire, compressed, with everything but images.
HEAVIEST = {"home": 60_000, "news": 30_000}


# What pages are asked for, by their kind, and where they answer.
QUESTIONS = {
    "search": [("q=cluster", ".search-status"), ("q=xylophone", ".search-status")],
    "cluster-list": [("country=europe", ".filter-state")],
}


class Visit:
    """A page in a window of its own, and what happens around it while it is open."""

    def __init__(self, page, address):
        self.page, self.host = page, urlsplit(address).netloc
        self.happened, self.responses = [], []
        page.on("console", lambda message: self.happened.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: self.happened.append(f"error: {error}"))
        page.on("requestfailed", self._failed)
        page.on("response", lambda response: self.responses.append(response))

    def _failed(self, request):
        # A page that is left ends its requests.
        if request.failure != "net::ERR_ABORTED":
            self.happened.append(f"failed: {request.url}: {request.failure}")

    def problems(self):
        yield from self.happened
        for response in self.responses:
            if urlsplit(response.url).netloc != self.host:
                yield f"request to another host: {response.url}"
            elif response.status >= 400:
                yield f"answered {response.status}: {response.url}"

    def weight(self):
        """Bytes over the wire so far, compressed, without images."""
        texts = [response for response in self.responses if response.request.resource_type != "image"]
        return sum(len(gzip.compress(response.body())) for response in texts)


@contextmanager
def visit(browser, address, **options):
    context = browser.new_context(**options)
    page = context.new_page()
    page.add_init_script(layout.WATCH_SHIFTS)
    opened = Visit(page, address)
    page.goto(address, wait_until="networkidle")
    yield opened
    context.close()


def window(width):
    return {"width": width, "height": 900}


def looks(visited):
    """What axe finds and what does not fit, in each width and colour scheme."""
    page = visited.page
    whole = layout.text(page)
    for width in WIDTHS:
        page.set_viewport_size(window(width))
        for problem in layout.misfits(page):
            yield f"{width} wide: {problem}"
        if layout.text(page) != whole:
            yield f"{width} wide: not the same text as when {WIDTHS[-1]} wide"
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            for violation in axe.violations(page):
                yield f"{width} wide, {scheme}: {violation}"


def menus(visited):
    """What is wrong with what buttons open where the window is narrow, walked through and seen while it is open."""
    page = visited.page
    page.set_viewport_size(window(WIDTHS[0]))
    for is_open, text in keyboard.menus(page):
        if not is_open:
            yield text
            continue
        for problem in [*layout.misfits(page), *axe.violations(page)]:
            yield f"“{text}” open: {problem}"
    page.set_viewport_size(window(WIDTHS[-1]))


def walks(visited):
    """Walks with the Tab key through the page as wide as it gets, and as narrow."""
    page = visited.page
    for width in [WIDTHS[-1], WIDTHS[0]]:
        page.set_viewport_size(window(width))
        # A walk begins where the last one ended.
        page.reload(wait_until="networkidle")
        for problem in keyboard.walk(page):
            yield f"{width} wide: {problem}"


def moves_each_time(browser, address, width):
    """How far things move by themselves whenever the page is opened. A machine that is busy may paint a page of which
    only a part has come; that is not the page's fault."""
    least = None
    for _ in range(4):
        with visit(browser, address, viewport=window(width)) as opened:
            moved = layout.moved(opened.page)
            least = moved if least is None else min(least, moved)
        if not least:
            break
    return least


def with_javascript(browser, sample, address):
    with visit(browser, address + sample.path, viewport=window(WIDTHS[-1])) as visited:
        for width in WIDTHS:
            # In the last of them the page is open already, and asked again only if it moved.
            if width == WIDTHS[-1] and not layout.moved(visited.page):
                continue
            if moved := moves_each_time(browser, address + sample.path, width):
                yield f"{width} wide: things move by themselves: {moved}"
        limit = HEAVIEST.get(sample.kind)
        if limit and (weight := visited.weight()) > limit:
            yield f"{weight} bytes are too many"
        yield from walks(visited)
        yield from menus(visited)
        yield from keyboard.unfold(visited.page)
        yield from looks(visited)
        yield from visited.problems()


def as_asked(browser, sample, address):
    """What a page shows that was asked for something: what a search finds and does not, what filters leave."""
    for query, answer in QUESTIONS.get(sample.kind, []):
        with visit(browser, f"{address}{sample.path}?{query}", viewport=window(WIDTHS[-1])) as visited:
            # Where nothing can be chosen from, nothing is asked.
            if not visited.page.query_selector(answer):
                continue
            visited.page.wait_for_selector(f"{answer}:not(:empty)")
            for problem in [*looks(visited), *visited.problems()]:
                yield f"?{query}: {problem}"


def without_javascript(browser, sample, address):
    """The same once more where only the network and the keyboard can tell; and everything at 200 %."""
    # A window 1280 pixels wide has room for half as many when zoomed to 200 %.
    zoomed = {"viewport": window(640), "device_scale_factor": 2, "java_script_enabled": False}
    with visit(browser, address + sample.path, **zoomed) as visited:
        for problem in [*layout.misfits(visited.page), *axe.violations(visited.page, scripted=False)]:
            yield f"without JavaScript, at 200 %: {problem}"
        # A page that runs no script has been seen in every width and colour scheme already.
        if visited.page.query_selector("script[src]"):
            yield from unscripted_looks(visited.page)
        for problem in [*keyboard.skip(visited.page), *visited.problems()]:
            yield f"without JavaScript: {problem}"
        yield from languages(visited.page)


def unscripted_looks(page):
    """What a page that runs scripts looks like without them, in each width and colour scheme."""
    zoomed_text = layout.text(page)
    for width in WIDTHS:
        page.set_viewport_size(window(width))
        for problem in layout.misfits(page):
            yield f"without JavaScript, {width} wide: {problem}"
        if layout.text(page) != zoomed_text:
            yield f"without JavaScript, {width} wide: not the same text as at 200 %"
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            for violation in axe.violations(page, scripted=False):
                yield f"without JavaScript, {width} wide, {scheme}: {violation}"


def languages(page):
    """Whether the language links lead to pages in the languages that they name, in their own words."""
    links = page.eval_on_selector_all(
        ".language-switch a", "all => all.map(one => [one.href, one.hreflang, one.closest('[lang]').lang])"
    )
    for address, language, own in links:
        if own != language:
            yield f"the link to {language} is said to be in {own}"
        page.goto(address)
        if (found := page.get_attribute("html", "lang")) != language:
            yield f"the link to {language} leads to a page in {found}"


def wanted(arguments):
    """Folders and the samples of their pages, from what the command line says."""
    for argument in arguments:
        folder, _, language = argument.partition(":")
        for sample in samples(folder):
            if not language or sample.language == language:
                yield folder, sample


def seen(pages):
    """What is wrong with some pages, in a browser of their own: a list of lines for each."""
    with chromium() as browser:
        return [problems_of(browser, *page) for page in pages]


def problems_of(browser, folder, sample):
    checks = [with_javascript, as_asked, without_javascript]
    with server(folder) as address:
        return [f"{sample.path}: {problem}" for check in checks for problem in check(browser, sample, address)]


def main():
    pages = list(wanted(sys.argv[1:]))
    problems, kinds = 0, Counter(sample.kind for _, sample in pages)
    # By turns, because pages of a kind, which take alike, stand side by side.
    parts = [pages[start::BROWSERS] for start in range(BROWSERS)]
    with ProcessPoolExecutor(BROWSERS) as pool:
        for found in pool.map(seen, parts):
            for line in chain.from_iterable(found):
                problems += 1
                print(line, flush=True)
    print(f"{kinds.total()} pages of {len(kinds)} kinds seen in Chromium, {problems} problems")
    return 1 if problems or not kinds else 0


if __name__ == "__main__":
    sys.exit(main())
