"""An editor's day with the preview, in a real browser: live.py ORESUND FOLDER"""

import os
import re
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from urllib.error import HTTPError
from urllib.request import urlopen

from playwright.sync_api import expect

from chromium import chromium

NEWS = "content/news/2027-01-12-wind.en.md"
PAGE = "en/news/wind/"
PAGEFIND = os.path.abspath(".tools/bin/pagefind")
# Milliseconds; the machine may be busy with something else.
PATIENCE = 60_000

program, folder = sys.argv[1], Path(sys.argv[2])
expect.set_options(timeout=PATIENCE)


def change(path, *replacements):
    """Changes a file as many editors save: the new one is written beside it and takes its name."""
    file = folder / path
    text = file.read_text()
    for old, new in replacements:
        assert old in text, f"{path} has no {old!r}"
        text = text.replace(old, new, 1)
    beside = file.with_name(file.name + ".new")
    beside.write_text(text)
    beside.rename(file)


@contextmanager
def preview():
    """The address of a running preview, which ends when it is interrupted and leaves no process behind."""
    process = subprocess.Popen(
        [program, "serve", "--port", "0", "--today", "2027-02-10", "--quiet"],
        env={**os.environ, "PAGEFIND_BINARY_PATH": PAGEFIND},
        cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, start_new_session=True,
        # Shells have what they run in the background ignore Ctrl-C, and so would the preview.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    address = re.match(r"(http://\S+/) shows the site\.", process.stdout.readline()).group(1)
    try:
        yield address
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=10) == -signal.SIGINT
    try:
        os.killpg(process.pid, 0)
    except ProcessLookupError:
        return
    raise AssertionError("a process of the preview is still there")


class Messages(list):
    """What the browser's console, its network and its pages complain of."""

    def follow(self, page):
        page.on("console", lambda message: message.type in ("error", "warning") and self.append(message.text))
        page.on("pageerror", lambda error: self.append(str(error)))
        # A page that is left ends its connections.
        page.on(
            "requestfailed",
            lambda request: request.failure != "net::ERR_ABORTED" and self.append(f"{request.url}: {request.failure}"),
        )
        return page


def overlay(page):
    return page.get_by_role("dialog", name=re.compile("error"))


def hold(page, condition):
    """Waits until a condition in JavaScript holds. (Playwright’s own waiting needs `eval` in the page, which the site’s
    Content Security Policy forbids.)"""
    end = monotonic() + PATIENCE / 1000
    while not page.evaluate(condition):
        assert monotonic() < end, condition
        page.wait_for_timeout(20)


def wait_for(address):
    """Waits until the site was read: until then its pages say that they are not there yet."""
    while True:
        try:
            return urlopen(address).close()
        except HTTPError:
            pass


def live_reload(page):
    """New words appear, and the page stays where it is."""
    long = "\n\n".join(f"Paragraph {number}." for number in range(80))
    change(NEWS, ("It blows", f"{long}\n\nIt blows"))
    expect(page.get_by_text("Paragraph 79.")).to_be_visible()
    page.evaluate("scrollTo(0, 700)")
    hold(page, "scrollY === 700")
    change(NEWS, ("Paragraph 79.", "Paragraph seventy-nine."))
    expect(page.get_by_text("Paragraph seventy-nine.")).to_be_attached()
    hold(page, "document.readyState === 'complete' && scrollY === 700")


def read(path):
    return (folder / path).read_text()


def styles(page):
    """A style sheet is taken without loading the page anew."""
    page.evaluate("window.stays = 'here'; scrollTo(0, 500)")
    before = page.locator("link[rel=stylesheet]").count()
    sheet = read("templates/assets/site.css")
    (folder / "templates/assets/site.css").write_text(sheet + "\nmain { outline: 7px solid rgb(1, 2, 3) !important }\n")
    hold(page, "getComputedStyle(document.querySelector('main')).outlineColor === 'rgb(1, 2, 3)'")
    assert page.evaluate("window.stays") == "here"
    assert page.evaluate("scrollY") == 500
    assert page.locator("link[rel=stylesheet]").count() == before
    (folder / "templates/assets/site.css").write_text(sheet)
    hold(page, "getComputedStyle(document.querySelector('main')).outlineColor !== 'rgb(1, 2, 3)'")
    assert page.evaluate("window.stays") == "here"


def errors(page):
    """An error lies over the last good page as a dialog, can be put aside, and goes when it is mended."""
    change(NEWS, ("title:", "tilte:"), ("Paragraph 1.", "<b>Paragraph</b> one."))
    dialog = overlay(page)
    expect(dialog).to_be_visible()
    text = dialog.locator("li.error pre").first.inner_text()
    assert f"{NEWS}:2:1: error: unknown key “tilte” in a news entry [unknown-key]" in text, text
    assert "    2 | tilte: " in text and "      | ^^^^^" in text and "help: did you mean “title”?" in text, text
    assert page.evaluate("document.querySelector('#oresund-problems').matches(':modal')")
    expect(page.get_by_text("Paragraph 1.", exact=True)).to_be_attached()
    page.screenshot(path=str(folder / "overlay.png"))
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    page.reload()
    expect(page.get_by_text("Paragraph 1.", exact=True)).to_be_attached()
    expect(dialog).to_be_hidden()
    # Another mistake is news.
    change("content/pages/about.en.md", ("title:", "titel:"))
    expect(dialog).to_be_visible()
    expect(dialog.get_by_text("titel").first).to_be_visible()
    change("content/pages/about.en.md", ("titel:", "title:"))
    expect(dialog.get_by_text("titel")).to_have_count(0)
    change(NEWS, ("tilte:", "title:"))
    expect(page.locator("#oresund-problems")).to_have_count(0)
    expect(page.get_by_text("one.")).to_be_attached()


def pages_nobody_looks_at(page):
    """A mistake in the template of other pages is found without anybody looking at them."""
    change("templates/404.html", ("<h1", "{{ page.nothing }}<h1"))
    expect(overlay(page)).to_be_visible()
    expect(overlay(page).get_by_text("“nothing”").first).to_be_visible()
    change("templates/404.html", ("{{ page.nothing }}<h1", "<h1"))
    expect(page.locator("#oresund-problems")).to_have_count(0)


def without_scripts(browser, address):
    """Without JavaScript, the overlay is a part of the page, and can be closed all the same."""
    page = browser.new_context(java_script_enabled=False).new_page()
    change(NEWS, ("title:", "tilte:"))
    dialog = page.locator("dialog#oresund-problems[open]")
    while not dialog.count():
        page.goto(address + PAGE)
    expect(dialog).to_be_visible()
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_have_count(0)
    change(NEWS, ("tilte:", "title:"))
    page.context.close()


def search(page, address):
    """What is written can be searched for at once, drafts too."""
    page.goto(address + "en/search/?q=zanzibar")
    expect(page.locator(".search-status")).not_to_be_empty()
    expect(page.locator(".search-results li")).to_have_count(0)
    change(NEWS, ("It blows", "It blows as far as Zanzibar"))
    expect(page.locator(".search-results li")).to_have_count(1)
    expect(page.locator(".search-results mark").first).to_have_text(re.compile("Zanzibar"))


def own_pages(page, address):
    """The preview's own pages."""
    page.goto(address + "__oresund/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Preview")
    for name, heading in [("Entries", "Entries"), ("Translations", "Translations"), ("Time per template",) * 2]:
        page.get_by_role("navigation").get_by_role("link", name=name).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(heading)
        expect(page.get_by_role("row").nth(1)).to_be_visible()
    page.goto(address + "__oresund/entries")
    page.get_by_role("link", name="/de/nachrichten/wind/").first.click()
    expect(page).to_have_url(address + "de/nachrichten/wind/")


def first_start(browser):
    """Errors at the very first start: a page that says so, and becomes the site when they are mended."""
    site = read("content/site.yml")
    change("content/site.yml", ("name:", "nmae:"))
    with preview() as address:
        page = browser.new_page()
        page.goto(address + PAGE)
        expect(page.get_by_role("heading", level=1)).to_have_text("The site cannot be shown yet")
        expect(page.get_by_text("nmae").first).to_be_visible()
        (folder / "content/site.yml").write_text(site)
        expect(page.get_by_text("Paragraph 2.", exact=True)).to_be_attached()
        page.close()


with chromium() as browser:
    with preview() as address:
        messages = Messages()
        page = messages.follow(browser.new_page())
        wait_for(address + PAGE)
        page.goto(address + PAGE)
        live_reload(page)
        styles(page)
        errors(page)
        pages_nobody_looks_at(page)
        search(page, address)
        own_pages(page, address)
        assert messages == [], "\n".join(messages)
        without_scripts(browser, address)
    first_start(browser)
print("preview: all as it should be")
