"""Which language and direction screen readers are told for each text: voices.py ICN_FOLDER EXAMPLE_FOLDER.

The folders hold the built real site and the built Example Network. A page’s texts are in its language, but for those
that are listed here, all of them and in their order.
"""

import re
import sys
from dataclasses import dataclass
from pathlib import Path

from chromium import server
from tree import browser, spoken

HEADLINE = "Copenhagen Cleantech Cluster launches the International Cleantech Network"


@dataclass(frozen=True)
class Page:
    path: str
    language: str
    direction: str
    # Where each run of texts in another language begins: the language and the first words.
    others: list
    # Texts that must be there in the page’s own language, whole.
    own: list


REFERENCE_DE = Page(
    "de/nachrichten/internationales-cleantech-netzwerk/",
    "de",
    "ltr",
    [("en", "English"), ("en", HEADLINE), ("en", "Copenhagen Cleantech Cluster has launched")],
    ["Europa", "Schweden", "Dieser Artikel ist auf Englisch.", "Quelle", "Redaktion", "Redaktionsteam"]
    + ["Dänemark", "Global", "Netzwerke", "Umwelt u. Nachhaltigkeit", "Weitere Informationen"],
)
REFERENCE_EN = Page(
    "en/news/international-cleantech-network/",
    "en",
    "ltr",
    [("de", "Deutsch")],
    [HEADLINE, "article in English", "Europe", "Sweden", "Source", "Editor", "Editorial team", "Denmark"]
    + ["Global", "Networks", "Environment and sustainability", "Further information"],
)
EXAMPLE = [
    # A page from right to left around an article from left to right.
    Page(
        "ar/akhbar/only-the-teaser/",
        "ar",
        "rtl",
        [("en", "English"), ("de", "Deutsch"), ("en", "The network wants to show"), ("en", "About the network")]
        + [("en", "Warm"), ("en", "Editorial team"), ("de", "Eine Nachricht"), ("en", "Imprint")],
        ["ماذا تريد الشبكة", "هذا المقال باللغة الإنجليزية.", "الأمريكتان", "مزيد من المعلومات"],
    ),
    # A page from left to right around an article from right to left, with a label that Oresund writes in it.
    Page(
        "en/news/from-the-oasis/",
        "en",
        "ltr",
        [("de", "Deutsch"), ("ar", "العربية"), ("ar", "انضمّ مجمّع واحة المثال"), ("ar", "انضمّ")]
        + [("ar", "هيئة التحرير"), ("de", "Eine Nachricht")],
        ["News from the oasis", "in Arabic", "This article is in Arabic.", "Morocco", "Solar energy"],
    ),
    # Words and passages in other languages within a text.
    Page(
        "en/news/everything-in-markdown/",
        "en",
        "ltr",
        [("de", "Deutsch"), ("ar", "العربية"), ("de", "Förderung"), ("ar", "تمويل"), ("de", "Dieser Absatz ist")]
        + [("ar", "هذه الفقرة")],
        ["Warning", "Caution", "mean funding."],
    ),
]


def directions(page, texts):
    """What is said to run another way than its letters do; names in Latin letters may run with an Arabic page."""
    for text in texts:
        if re.search("[\u0621-\u064a]", text.text):
            expected = ["rtl"]
        elif re.search("[A-Za-z]", text.text):
            expected = ["ltr", page.direction] if text.language == page.language else ["ltr"]
        else:
            continue
        if text.direction not in expected:
            yield f"{page.path}: “{text.text}”, in {text.language}, is {text.direction}"


def runs(page, texts):
    """The texts that begin a run in another language than the page’s."""
    previous = page.language
    for text in texts:
        # Within one element, such as a list, neighbours in the same language are one run.
        if text.language != page.language and text.language != previous:
            yield text
        previous = text.language


def check(page, texts):
    found = list(runs(page, texts))
    for expected, text in zip(page.others, found):
        language, start = expected
        if text.language != language or not text.text.startswith(start):
            yield f"{page.path}: “{text.text}” is in {text.language}, instead of “{start}” in {language}"
            return
    for language, start in page.others[len(found) :]:
        yield f"{page.path}: “{start}” is not in {language}"
    for text in found[len(page.others) :]:
        yield f"{page.path}: “{text.text}” is in {text.language}"
    for own in page.own:
        voices = {text.language for text in texts if text.text == own}
        if voices != {page.language}:
            yield f"{page.path}: “{own}” is in {', '.join(sorted(voices)) or 'no language'}"
    yield from directions(page, texts)


def main():
    problems, count = [], 0
    sites = [(sys.argv[1], [REFERENCE_DE, REFERENCE_EN]), (sys.argv[2], EXAMPLE)]
    with browser() as context:
        for folder, pages in sites:
            with server(Path(folder)) as address:
                for page in pages:
                    texts = spoken(context, address + page.path)
                    count += len(texts)
                    problems += check(page, texts)
    for problem in problems:
        print(problem)
    print(f"{count} texts as screen readers get them, {len(problems)} problems")
    return 1 if problems or count == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
