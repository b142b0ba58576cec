"""Pictures of every kind of page: screenshots.py OUTPUT NAME=FOLDER…

Of each kind of page in each language of the built sites: light and dark, 360 and 1280 pixels wide. A picture is called
after its site, language, kind, width and colour scheme, so that the same page is found again after a change.
"""

import sys
from pathlib import Path

from chromium import chromium, server
from sample import samples

WIDTHS = [360, 1280]
SCHEMES = ["light", "dark"]


def main():
    output, count = Path(sys.argv[1]), 0
    output.mkdir(parents=True, exist_ok=True)
    with chromium() as browser:
        page = browser.new_page()
        for argument in sys.argv[2:]:
            site, _, folder = argument.partition("=")
            with server(folder) as address:
                for sample in samples(folder):
                    page.goto(address + sample.path, wait_until="networkidle")
                    for width in WIDTHS:
                        page.set_viewport_size({"width": width, "height": 900})
                        for scheme in SCHEMES:
                            page.emulate_media(color_scheme=scheme)
                            name = f"{site}-{sample.language}-{sample.kind}-{width}-{scheme}.png"
                            page.screenshot(path=output / name, full_page=True)
                            count += 1
    print(f"{count} pictures in {output}")


if __name__ == "__main__":
    main()
