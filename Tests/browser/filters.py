"""Choosing from lists in Chromium: the filters combine, stand in the address, speak to screen readers and work by keyboard;
without JavaScript, they lead to pages of their own: filters.py FOLDER (of the Example Network)"""

import sys
from gzip import compress
from pathlib import Path
from time import monotonic

from chromium import chromium, server

LIMIT = 10_000
# Seconds that the filters may take on a busy machine.
PATIENCE = 30
folder = Path(sys.argv[1])
wrong = []


def expect(found, expected, what):
    if found != expected:
        wrong.append(f"{what}: {found!r}, not {expected!r}")


def state(page):
    """What is in the address, said, and shown."""
    return tuple(
        page.evaluate(
            """() => {
              const results = document.querySelector(".filter-results");
              const titles = [...results.querySelectorAll("a")].map((link) => link.innerText);
              return [
                location.search.slice(1),
                document.querySelector(".filter-state").innerText,
                results.checkVisibility() ? titles : [],
              ];
            }"""
        )
    )


def expect_state(page, expected, what, parts=slice(None)):
    """Waits for what the filters show to be as expected: what they load comes when it comes."""
    end = monotonic() + PATIENCE
    while (found := state(page)[parts]) != expected and monotonic() < end:
        page.wait_for_timeout(20)
    expect(found, expected, what)


def choose(page, filter, key):
    """Opens a filter and chooses a term, with keys alone."""
    link = page.locator(f"a[data-filter={filter}][data-key={key}]")
    summary = page.locator("details", has=link).locator("summary")
    if not link.is_visible():
        summary.focus()
        page.keyboard.press("Enter")
    link.focus()
    page.keyboard.press("Enter")


with server(folder) as base, chromium() as browser:
    page = browser.new_page()
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))

    page.goto(base + "en/clusters/")
    expect_state(page, ("", "", []), "nothing is chosen at first")
    choose(page, "country", "europe")
    europe = ("country=europe", "3 of 7 shown", ["Cluster Beispielhafen", "Model Alp Cluster", "Sample Sound Cluster"])
    expect_state(page, europe, "a country")
    expect(page.locator(".directory").is_visible(), False, "the whole list beside what was chosen")
    choose(page, "topic", "environment")
    both = ("country=europe&topic=environment", "1 of 7 shown", ["Cluster Beispielhafen"])
    expect_state(page, both, "a country and a topic, through a narrower one")
    choose(page, "status", "guest")
    nothing = ("country=europe&topic=environment&status=guest", "Nothing fits all that you have chosen.", [])
    expect_state(page, nothing, "what nothing fits")
    choose(page, "status", "guest")
    expect_state(page, both, "the same again takes a choice back")
    page.go_back()
    page.go_back()
    page.go_back()
    expect_state(page, europe, "back in the browser")
    page.reload()
    expect_state(page, europe, "an address that was shared")
    expect(page.locator(".filters summary").first.inner_text(), "Countries Europe", "the choice is named")
    page.locator(".filter-clear").focus()
    page.keyboard.press("Enter")
    expect_state(page, ("", "", []), "all shown again")
    expect(page.locator(".directory").is_visible(), True, "the whole list again")
    expect(page.evaluate("document.activeElement.localName"), "summary", "where the focus is after that")

    page.goto(base + "de/nachrichten/page/2/?year=2026&topic=energy&nonsense=1")
    news = ("year=2026&topic=energy", "2 von 11 zu sehen", ["The German version is being written", "أخبار من الواحة"])
    expect_state(page, news, "news, and an address that says nothing else")
    links = page.eval_on_selector_all(".language-switch a", "all => all.map((link) => [link.hreflang, link.search])")
    expect(links, [["en", "?year=2026&topic=energy"], ["ar", "?year=2026&topic=energy"]], "the choice in other languages")
    arabic = page.locator(".filter-results a").last
    expect((arabic.get_attribute("lang"), arabic.get_attribute("dir")), ("ar", "rtl"), "the language of a title")
    expect(said, [], "the console")

    page = browser.new_page()
    page.route("**/filter.json", lambda route: route.abort())
    page.goto(base + "en/clusters/?country=europe")
    expect_state(page, ("The list cannot be filtered at the moment.",), "without the index", slice(1, 2))
    expect(page.locator(".directory").is_visible(), True, "the list without the index")

    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(base + "en/clusters/?country=europe")
    expect(page.locator(".directory").is_visible(), True, "the list without JavaScript")
    for name in ["country", "topic", "stakeholders", "status"]:
        link = page.locator(f"a[data-filter={name}]").first
        page.locator("details", has=link).locator("summary").click()
        address = link.get_attribute("href")
        expect(page.request.get(base + address.lstrip("/")).status, 200, f"the page {address}")

scripts = [file for file in (folder / "assets").glob("*.js") if not file.name.startswith("pagefind")]
size = sum(len(compress(file.read_bytes())) for file in scripts)
if size > LIMIT:
    wrong.append(f"all scripts take {size} bytes gzipped, more than {LIMIT}")

for line in wrong:
    print(line)
sys.exit(bool(wrong))
