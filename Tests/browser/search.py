"""Searches built sites as readers do: search.py ICN_FOLDER EXAMPLE_FOLDER.

The sites are hosted by nginx as docs/hosting.md says, with the policy that lets browsers run and load what is the site's
own alone. Words are found in the forms of their language; filters and the order do what they say; the address tells what is
looked for; the keyboard does everything; results say their language. Nothing may be said in the console, fail, or come
from another host. Every page's headers are looked at, too.
"""

import sys
import urllib.error
import urllib.request
from pathlib import Path
from time import monotonic

from chromium import chromium
from hosting import nginx
from pages import visit

POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:;"


class Search:
    """A page that searches, and what is found on it."""

    def __init__(self, visited):
        self.page = visited.page

    def status(self):
        # Waiting for an expression would evaluate text as a script, which the policy forbids.
        self.page.wait_for_selector(".search-status:not(:empty)")
        return self.page.text_content(".search-status")

    def results(self):
        self.status()
        return self.page.eval_on_selector_all(".search-results a", "all => all.map((one) => one.textContent)")

    def texts(self):
        self.status()
        return " ".join(self.page.locator(".search-results li").all_text_contents())

    def marked(self):
        self.status()
        return {mark.lower() for mark in self.page.locator(".search-results mark").all_text_contents()}


def eventually(page, condition):
    """Whether a condition comes to hold, on a machine that may be busy with something else."""
    end = monotonic() + 30
    while not (holds := condition()) and monotonic() < end:
        page.wait_for_timeout(50)
    return holds


def found(browser, address, path):
    """What a page finds whose address says what to look for, and what went wrong meanwhile."""
    with visit(browser, address + path) as visited:
        search = Search(visited)
        return search.results(), search.marked(), list(visited.problems())


def words(browser, address):
    """Words are found in the forms of the page's language."""
    forms = [("de/suche/?q=Cluster", "clustern"), ("de/suche/?q=Clustern", "cluster")]
    forms += [("en/search/?q=network", "networks"), ("en/search/?q=networks", "network")]
    for path, form in forms:
        results, marked, problems = found(browser, address, path)
        yield from (f"{path}: {problem}" for problem in problems)
        if form not in marked:
            yield f"{path} does not find “{form}” but {sorted(marked)}"
        if signs := [mark for mark in marked if not (mark[:1] + mark[-1:]).isalnum()]:
            yield f"{path} marks signs beside words: {signs}"
        if len(results) < 5:
            yield f"{path} finds only {results}"
    # A word that stands in a title alone.
    results, _, problems = found(browser, address, "en/search/?q=continents")
    if "Clusters from two continents meet in Copenhagen" not in results or problems:
        yield f"a title is not found: {results} {problems}"
    results, _, problems = found(browser, address, "en/search/?q=xylophone")
    if results or problems:
        yield f"what is not there is found: {results} {problems}"


def filters(browser, address):
    """Filters leave less, and dates order what is left."""
    everything, _, _ = found(browser, address, "en/search/?q=copenhagen")
    news, _, problems = found(browser, address, "en/search/?q=copenhagen&kind=News&sort=newest")
    yield from problems
    if not 2 <= len(news) < len(everything):
        yield f"the filter leaves {len(news)} of {len(everything)}"
    oldest, _, _ = found(browser, address, "en/search/?q=copenhagen&kind=News&sort=oldest")
    if oldest != news[::-1]:
        yield f"newest {news}, oldest {oldest}"
    for query in ["topic=Networks", "country=Norway", "cluster=Copenhagen+Cleantech+Cluster"]:
        results, _, problems = found(browser, address, f"en/search/?{query}")
        yield from problems
        if not results:
            yield f"{query} alone finds nothing"


def asked(browser, address):
    """The address says what is asked for, and the page in the other language is asked for the same words."""
    for query in ["q=copenhagen&kind=Nonsense&sort=newest", "kind=Nonsense"]:
        with visit(browser, f"{address}en/search/?{query}") as visited:
            rest = query.replace("&kind=Nonsense", "").replace("kind=Nonsense", "")
            page, expected = visited.page, f"?{rest}" if rest else ""
            find = "[location.search, document.querySelector('.language-switch a').search]"
            if not eventually(page, lambda: page.evaluate(find) == [expected] * 2):
                yield f"?{query} becomes {page.evaluate(find)}"
            yield from visited.problems()


def keyboard(browser, address):
    """From the box in the header of a page to a result, by keyboard alone; Back leads back."""
    with visit(browser, address + "en/") as visited:
        page = visited.page
        page.focus(".search-box input")
        page.keyboard.type("agreement")
        page.keyboard.press("Enter")
        page.wait_for_url("**/en/search/?q=agreement")
        search = Search(visited)
        before = search.results()
        if page.input_value("input[name=q]") != "agreement":
            yield "the box in the header does not hand on what was typed"
        page.focus("input[name=q]")
        page.keyboard.press("Control+A")
        page.keyboard.type("environment")
        page.keyboard.press("Enter")
        page.wait_for_url("**/en/search/?q=environment")
        if not eventually(page, lambda: search.results() != before):
            yield "another word finds the same"
        for _ in range(12):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.closest('.search-results') !== null"):
                break
        target = page.evaluate("document.activeElement.href ?? ''")
        page.keyboard.press("Enter")
        if not target:
            yield "Tab does not lead to what was found"
            return
        page.wait_for_url(target)
        page.go_back()
        if search.results() == before:
            yield "Back does not lead back to what was found"
        yield from visited.problems()


def languages(browser, address):
    """Results say the language of titles and excerpts that are not in the page's."""
    with visit(browser, address + "de/suche/?q=agreement") as visited:
        search = Search(visited)
        search.status()
        for part in ["h2 a", "[data-search=excerpt] span"]:
            if (language := visited.page.get_attribute(f".search-results {part}", "lang")) != "en":
                yield f"an English {part} on a German page says “{language}”"
        yield from visited.problems()


def excerpts(browser, address):
    """Dots say that a text begins before what is shown of it, or goes on."""
    with visit(browser, address + "en/search/?q=copenhagen") as visited:
        Search(visited).status()
        shown = visited.page.locator(".search-results [data-search=excerpt]").all_inner_texts()
        begun = [text.startswith("… ") for text in shown]
        if all(begun) or not any(begun) or not any(text.endswith("…") for text in shown):
            yield f"dots do not say where texts begin before and go on: {shown}"
        yield from visited.problems()


def without_javascript(browser, address):
    with visit(browser, address + "de/suche/", java_script_enabled=False) as visited:
        page = visited.page
        if not page.is_visible("noscript .notice"):
            yield "without JavaScript nothing is said"
        if page.locator(".search-browse a").count() < 10:
            yield "without JavaScript there is nowhere to go"
        if page.is_visible(".search-choices"):
            yield "without JavaScript there are filters that filter nothing"
        yield from visited.problems()


def hidden(browser, address):
    """Contacts are not found, nor what stands in for a missing translation."""
    for path in ["en/search/?q=%22kim%22", "de/suche/?q=%22Musterkai%22", "ar/search/?q=%22heat%22"]:
        results, _, problems = found(browser, address, path)
        yield from problems
        if results:
            yield f"{path} finds {results}"


def headers(folder, address):
    """What nginx says with files of every sort."""
    asset = next(Path(folder, "assets").glob("site.*.css")).name
    revalidated, immutable = "public, max-age=0, must-revalidate", "public, max-age=31536000, immutable"
    files = {"": revalidated, "en/": revalidated, f"assets/{asset}": immutable, "api/news.json": revalidated}
    for path, kept in {**files, "pagefind/pagefind.js": revalidated, "nothing/": None, "robots.txt": None}.items():
        try:
            answer = urllib.request.urlopen(address + path)
        except urllib.error.HTTPError as error:
            answer = error
        found = answer.headers
        if not (found["Content-Security-Policy"] or "").startswith(POLICY):
            yield f"/{path}: the policy is {found['Content-Security-Policy']}"
        if "frame-ancestors 'none'" not in (found["Content-Security-Policy"] or ""):
            yield f"/{path} may be framed"
        for name, value in [("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "strict-origin-when-cross-origin")]:
            if found.get_all(name) != [value]:
                yield f"/{path}: {name} is {found.get_all(name)}"
        if "camera=()" not in (found["Permissions-Policy"] or ""):
            yield f"/{path} says nothing of permissions"
        if found["Cache-Control"] != kept:
            yield f"/{path} may be kept: {found['Cache-Control']}"
        if found["Set-Cookie"]:
            yield f"/{path} sets a cookie"


def media_types(address):
    """What nginx says a file is that is no page."""
    types = {
        "en/events.ics": "text/calendar", "en/manifest.webmanifest": "application/manifest+json",
        "api/clusters.geojson": "application/geo+json", "en/feed.json": "application/json",
    }
    for path, expected in types.items():
        found = urllib.request.urlopen(address + path).headers.get_content_type()
        if found != expected:
            yield f"/{path} is {found}, not {expected}"


def policy(browser, address):
    """The policy lets JSON-LD be, and stops scripts and styles that stand in a page."""
    with visit(browser, address + "en/") as visited:
        page = visited.page
        yield from visited.problems()
        page.evaluate(
            """() => {
              const script = document.createElement("script");
              script.textContent = "window.wasRun = true";
              document.body.append(script);
              document.querySelector("h1").setAttribute("style", "color: rgb(1, 2, 3)");
            }"""
        )
        if page.evaluate("window.wasRun") or page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(1, 2, 3)":
            yield "what stands in a page is run, or styles it"


def main():
    icn, example = sys.argv[1:]
    problems = []
    with chromium() as browser:
        with nginx(icn) as address:
            for check in [words, filters, asked, keyboard, languages, excerpts, without_javascript, policy]:
                problems += [f"{check.__name__}: {problem}" for problem in check(browser, address)]
            problems += [*headers(icn, address), *media_types(address)]
        with nginx(example) as address:
            problems += [f"hidden: {problem}" for problem in hidden(browser, address)]
    for problem in problems:
        print(problem)
    print(f"search and headers as nginx and Chromium see them: {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
