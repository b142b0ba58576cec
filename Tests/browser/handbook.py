"""Pictures of pages for the README and the handbook, as the preview shows them: handbook.py ORESUND FOLDER DOCS

FOLDER is a copy of the site, in which everything is done that the handbook's steps tell to do.
"""

import io
import os
import re
import subprocess
import sys
from pathlib import Path

from PIL import Image

from chromium import chromium

# Pages of the steps, by the names of their pictures. The first is shown with a mistake, too.
PAGES = {
    "de": {
        "news": "de/nachrichten/probe/",
        "picture": "de/nachrichten/ein-bild-zur-probe/",
        "translation": "en/news/a-trial-picture/",
        "cluster": "de/cluster/ein-cluster-zur-probe/",
        "event": "de/termine/ein-termin-zur-probe/",
    },
    "en": {
        "news": "en/news/a-trial-item/",
        "picture": "en/news/a-trial-picture/",
        "translation": "de/nachrichten/ein-bild-zur-probe/",
        "cluster": "en/clusters/a-trial-cluster/",
        "event": "en/events/a-trial-meeting/",
    },
}
# A page's first mistake: what a hand that is used to the language writes for “title:”.
MISTAKES = {"de": "titel:", "en": "tilte:"}
# Pictures for the README: the page, and how high it is seen.
README = {"home": ("en/", 1030), "news": ("de/nachrichten/internationales-cleantech-netzwerk/", 1000)}
WIDTH = 1060
# How high the pages are seen: as far as what the handbook says of them.
HEIGHTS = {"news": 760, "picture": 960, "translation": 1030, "cluster": 1190, "event": 800}
# A message’s first line is seen to its end.
MISTAKEN = {"width": 1200, "height": 760}
COLOURS = 128

STEP = re.compile(
    r"\n```sh\n(?P<commands>.*?)```\n|\n`(?P<path>content/[^`\n]+)`\n\n```markdown\n(?P<text>.*?)```\n", re.DOTALL)


def follow(page, folder):
    """Does what the steps of a page of the handbook tell, all but to serve, to publish and to tidy up; gives the files
    that it tells to write, texts by path, and the commands that tidy up."""
    written, tidying = {}, ""
    for step in STEP.finditer(page.read_text("utf-8")):
        if step["path"]:
            (folder / step["path"]).write_text(step["text"], "utf-8")
            written[step["path"]] = step["text"]
        elif step["commands"].startswith("rm "):
            tidying = step["commands"].replace("bin/site\n", "")
        elif not step["commands"].startswith(("bin/serve", "bin/site")):
            run(step["commands"], folder)
    return written, tidying


def run(commands, folder):
    subprocess.run(["bash", "-euc", commands], cwd=folder, check=True, stdout=subprocess.DEVNULL)


def opened(page, address):
    """Opens a page as soon as it is there."""
    while True:
        answer = page.goto(address)
        # There is none where the page was loaded anew meanwhile.
        if answer and answer.status == 200:
            break
        page.wait_for_timeout(100)
    # The preview loads it anew when it has seen all that was written; its connection for changes stays open.
    page.wait_for_timeout(2000)
    page.wait_for_load_state("load")


def save(page, path):
    """Keeps what a page shows in few colours, which its flat areas do not miss, and so in few bytes."""
    shown = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    shown.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


def main():
    program, folder, docs = os.path.abspath(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
    (folder / "bin").mkdir()
    (folder / "bin/oresund").symlink_to(program)
    process = subprocess.Popen(
        [program, "serve", "--port", "0", "--today", "2011-01-15", "--quiet"], cwd=folder,
        env={**os.environ, "PAGEFIND_BINARY_PATH": os.path.abspath(".tools/bin/pagefind")},
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )
    try:
        address = re.match(r"(http://\S+/) shows the site\.", process.stdout.readline()).group(1)
        with chromium() as browser:
            page = browser.new_page(color_scheme="light")
            for name, (path, height) in README.items():
                page.set_viewport_size({"width": 1200, "height": height})
                opened(page, address + path)
                save(page, docs / "images" / f"{name}.png")
            for language, pages in PAGES.items():
                written, tidying = follow(docs / f"editors{'.de' if language == 'de' else ''}.md", folder)
                for name, path in pages.items():
                    page.set_viewport_size({"width": WIDTH, "height": HEIGHTS[name]})
                    opened(page, address + path)
                    save(page, docs / "images" / f"preview-{name}.{language}.png")
                page.set_viewport_size(MISTAKEN)
                opened(page, address + pages["news"])
                name, text = next(iter(written.items()))
                (folder / name).write_text(text.replace("title:", MISTAKES[language], 1), "utf-8")
                page.wait_for_selector("#oresund-problems[open]")
                save(page, docs / "images" / f"preview-error.{language}.png")
                run(tidying, folder)
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    main()
