"""Pictures of every kind of page: screenshots.py OUTPUT NAME=FOLDER…

Of each kind of page in each language of the built sites: light and dark, 360 and 1280 pixels wide, in forced colours, and on
paper; of pages that answer, also what they show when they are asked for something, and of the home page its open menu.
A picture is called after its site, language, kind, width and look, so that the same page is found again after a change.
"""

import sys
from pathlib import Path

from chromium import chromium, server
from pages import QUESTIONS
from sample import samples

WIDTHS = [360, 1280]
LOOKS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced": {"color_scheme": "dark", "forced_colors": "active"},
    "print": {"media": "print"},
}
USUAL = {"media": "screen", "color_scheme": "light", "forced_colors": "none"}


class Album:
    """The folder of the pictures."""

    def __init__(self, output):
        self.output, self.count = Path(output), 0
        self.output.mkdir(parents=True, exist_ok=True)

    def add(self, page, name, looks=LOOKS, widths=WIDTHS):
        """Takes pictures of a page as it is now."""
        for width in widths:
            page.set_viewport_size({"width": width, "height": 900})
            for look in looks:
                # Paper has its own width.
                if look == "print" and width == widths[0] and len(widths) > 1:
                    continue
                page.emulate_media(**{**USUAL, **LOOKS[look]})
                page.screenshot(path=self.output / f"{name}-{width}-{look}.png", full_page=True)
                self.count += 1
        page.emulate_media(**USUAL)


def answers(page, address, sample):
    """Opens a page with each question, and gives what the question is called."""
    for query, answer in QUESTIONS.get(sample.kind, []):
        page.goto(f"{address}{sample.path}?{query}", wait_until="networkidle")
        if page.query_selector(answer):
            page.wait_for_selector(f"{answer}:not(:empty)")
            yield query.partition("=")[2]


def main():
    album = Album(sys.argv[1])
    with chromium() as browser:
        page = browser.new_page()
        for argument in sys.argv[2:]:
            site, _, folder = argument.partition("=")
            with server(folder) as address:
                for sample in samples(folder):
                    name = f"{site}-{sample.language}-{sample.kind}"
                    page.goto(address + sample.path, wait_until="networkidle")
                    album.add(page, name)
                    for question in answers(page, address, sample):
                        album.add(page, f"{name}-{question}", ["light", "dark", "forced"])
                    if sample.kind == "home":
                        page.goto(address + sample.path, wait_until="networkidle")
                        page.set_viewport_size({"width": WIDTHS[0], "height": 900})
                        page.click(".menu-button:visible")
                        # Wider, too: a telephone that was turned.
                        album.add(page, f"{name}-menu", ["light", "dark"])
    print(f"{album.count} pictures in {album.output}")


if __name__ == "__main__":
    main()
