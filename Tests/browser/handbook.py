"""Pictures of the preview for the handbook: handbook.py ORESUND FOLDER DOCS

FOLDER is a copy of the site, into which the files are written that the handbook tells to write.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

from chromium import chromium

PAGES = {"en": "en/news/a-trial-item/", "de": "de/nachrichten/probe/"}
SIZE = {"width": 900, "height": 720}


def files(page):
    """What a page of the handbook tells to write: texts by path."""
    return dict(re.findall(r"\n`(content/[^`\n]+)`\n\n```markdown\n(.*?)```\n", page.read_text("utf-8"), re.DOTALL))


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
            for language, path in PAGES.items():
                written = files(docs / f"editors{'.de' if language == 'de' else ''}.md")
                for name, text in written.items():
                    (folder / name).write_text(text, "utf-8")
                while (answer := page.goto(address + path)).status != 200:
                    page.wait_for_timeout(100)
                page.wait_for_load_state("networkidle")
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
