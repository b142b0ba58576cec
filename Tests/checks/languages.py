"""Reads every HTML page of a built site as a browser does: languages.py FOLDER BASE_URL.

Reported: what breaks HTML's rules of parsing; a `lang` that says what would be inherited anyway; and on the reference
page of the real site, a German page around an article in English, anything but the English parts in English.
"""

import sys
from pathlib import Path

import html5lib

import outcome

REFERENCE_SITE = "https://icn.example"
REFERENCE = "de/nachrichten/internationales-cleantech-netzwerk/index.html"
HEADLINE = "Copenhagen Cleantech Cluster launches the International Cleantech Network"
# The parts of the reference page that are not in German, in their order: element, what it begins with, how it ends.
ENGLISH = [
    ("title", HEADLINE, HEADLINE + " · International Cleantech Network"),
    ("meta", HEADLINE, HEADLINE),
    ("a", "English", "English"),
    ("h1", HEADLINE, HEADLINE),
    ("div", "Copenhagen Cleantech Cluster has launched", "are expected to join."),
]


def text(element):
    content = element.get("content") if element.tag == "meta" else "".join(element.itertext())
    return " ".join((content or "").split())


def passages(element, inherited=None):
    """The elements that set a language: the element, the language, the one that it would inherit."""
    language = element.get("lang", inherited)
    if "lang" in element.attrib:
        yield element, language, inherited
    for child in element:
        if isinstance(child.tag, str):
            yield from passages(child, language)


def check(folder, has_reference):
    problems = []
    pages = sorted(folder.rglob("*.html"))
    for page in pages:
        name = page.relative_to(folder).as_posix()
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        root = parser.parse(page.read_bytes())
        for (line, column), error, details in parser.errors:
            problems.append(f"{name}:{line}:{column}: {error} {details}")
        found = list(passages(root))
        for element, language, inherited in found:
            if language == inherited:
                problems.append(f"{name}: <{element.tag}> says lang={language} again: {text(element)[:60]}")
        if has_reference and name == REFERENCE:
            problems += [f"{name}: {problem}" for problem in check_reference(found)]
    if has_reference and folder / REFERENCE not in pages:
        problems.append(f"there is no {REFERENCE}")
    return len(pages), problems


def check_reference(found):
    (root, language, _), *parts = found
    if root.tag != "html" or language != "de":
        yield f"the page is in {language}"
    if [(element.tag, language) for element, language, _ in parts] != [(tag, "en") for tag, _, _ in ENGLISH]:
        yield f"in another language are {[(e.tag, l, text(e)[:30]) for e, l, _ in parts]}"
        return
    for (element, _, _), (tag, start, end) in zip(parts, ENGLISH):
        if not text(element).startswith(start) or not text(element).endswith(end):
            yield f"<{tag}> is “{text(element)}”"


def main():
    count, problems = check(Path(sys.argv[1]), has_reference=sys.argv[2] == REFERENCE_SITE)
    return outcome.tell("pages read as HTML", count, problems)


if __name__ == "__main__":
    sys.exit(main())
