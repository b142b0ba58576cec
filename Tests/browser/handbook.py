"""Pictures of pages for the README and the handbook, as the preview shows them: handbook.py ORESUND FOLDER DOCS

FOLDER is a copy of the site, into which the files are written that the handbook tells to write.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

from chromium import chromium

# The last one is shown with a mistake, too.
PAGES = {"de": "de/nachrichten/probe/", "en": "en/news/a-trial-item/"}
# Pictures for the README: the page, and how high it is seen.
README = {"home": ("en/", 1030), "news": ("de/nachrichten/internationales-cleantech-netzwerk/", 1000)}
SIZE = {"width": 1060, "height": 760}


def files(page):
    """What a page of the handbook tells to write: texts by path."""
    return dict(re.findall(r"\n`(content/[^`\n]+)`\n\n```markdown\n(.*?)```\n", page.read_text("utf-8"), re.DOTALL))


def opened(page, address):
    """Opens a page as soon as it is there."""
    while page.goto(address).status != 200:
        page.wait_for_timeout(100)
    # The preview loads it anew when it has seen all that was written; its connection for changes stays open.
    page.wait_for_timeout(2000)
    page.wait_for_load_state("load")


def main():
    program, folder, docs = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    process = subprocess.Popen(
        [program, "serve", "--port", "0", "--today", "2011-01-15", "--quiet"],
        cwd=folder, env={**os.environ, "PAGEFIND_BINARY_PATH": os.path.abspath(".tools/bin/pagefind")}, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )
    try:
        address = re.match(r"(http://\S+/) shows the site\.", process.stdout.readline()).group(1)
        with chromium() as browser:
            page = browser.new_page(viewport=SIZE, color_scheme="light")
            for name, (path, height) in README.items():
                page.set_viewport_size({"width": 1200, "height": height})
                opened(page, address + path)
                page.screenshot(path=docs / "images" / f"{name}.png")
            page.set_viewport_size(SIZE)
            for language, path in PAGES.items():
                written = files(docs / f"editors{'.de' if language == 'de' else ''}.md")
                for name, text in written.items():
                    (folder / name).write_text(text, "utf-8")
                opened(page, address + path)
                page.screenshot(path=docs / "images" / f"preview-news.{language}.png")
                if language == "en":
                    name, text = next(iter(written.items()))
                    (folder / name).write_text(text.replace("title:", "tilte:", 1), "utf-8")
                    page.wait_for_selector("#oresund-problems[open]")
                    page.screenshot(path=docs / "images" / "preview-error.png")
                for name in written:
                    (folder / name).unlink()
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    main()
