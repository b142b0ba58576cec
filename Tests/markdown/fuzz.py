"""Throws the fixtures' Markdown, and then mutations of it, at the parser, every feature on, and reads what comes out
with html5lib.

    fuzz.py PROBE FIXTURES SECONDS [SEED]

In safe mode no input may give a script, an attribute that handles events, an address that runs code, an element or
attribute that we do not write, or HTML that is not well-formed; nor may the parser crash, or hang: 20 seconds
are too long for a few kilobytes, even for a parser that is being watched. A failure prints the input and stops. The same seed gives the same inputs.
"""

import random
import re
import sys
import time
from pathlib import Path

import html5lib
from probe import Probe

ELEMENTS = set(
    "a aside blockquote br code del div em figcaption figure h1 h2 h3 h4 h5 h6 hr img input li ol p pre section span"
    " strong sup table tbody td th thead tr ul".split()
)
ATTRIBUTES = set(
    "align alt aria-hidden aria-label checked class data-footnote-backref data-footnote-backref-idx"
    " data-footnote-ref data-footnotes dir disabled href id lang role src start tabindex title type".split()
)
DANGEROUS = re.compile(r"^[\x00-\x20\x7f]*(javascript|vbscript|file|data):", re.I)
HARMLESS_DATA = re.compile(r"^data:image/(png|gif|jpeg|webp)", re.I)
LANGUAGES = ["en", "de", "fr", "sv", "nl", "ar", "xx"]
PIECES = [
    b"|", b"---", b"| - | - |\n", b"[^1]", b"[^1]: ", b"\n[^", b"]{lang=de}", b"::: {lang=en}\n", b":::\n", b"> [!NOTE]\n",
    b"- [ ] ", b"{#", b"}", b"<", b">", b"\"", b"'", b"\\", b"\\\"", b"`", b"```", b"~~", b"*", b"_", b"[", b"](",
    b"javascript:", b"&#106;", b"&#x0a;", b"&quot;", b"data:text/html,", b"\x00", b"\xff", b"\xff\x80\x80\x80\x80", b"\xdc\x80",
    b"\xe2\x80\x8f", b"\t", b"\r", b"\n", b"\n\n", b"    ", b"> ", b"1. ", b"+   ", b"01)", b"# ", b"www.", b"http://", b"@a.b",
    b"<script>", b"<!--", b"-->", b"![", b" onerror=", b"\x01", b"\xef\xbb\xbf", b"\xc2\x85", b"...", b"--", b"<a href=\"",
]


def seeds(folder):
    texts = [part.split("--->\n")[0].partition("\n")[2].encode()
             for file in sorted(Path(folder).glob("*.txt")) for part in file.read_text().split("\n=== ")]
    return [text for text in texts if text]


def mutate(rng, texts):
    text = bytearray(rng.choice(texts))
    for _ in range(rng.randint(1, 12)):
        at = rng.randint(0, len(text))
        kind = rng.random()
        if kind < 0.45:
            text[at:at] = rng.choice(PIECES)
        elif kind < 0.6:
            del text[at:at + rng.randint(1, 8)]
        elif kind < 0.7 and text:
            text[min(at, len(text) - 1)] = rng.randrange(256)
        elif kind < 0.85:
            other = rng.choice(texts)
            start = rng.randint(0, len(other))
            text[at:at] = other[start:start + rng.randint(1, 60)]
        elif kind < 0.95:
            text[at:at] = rng.choice(PIECES) * rng.randint(2, 60)
        else:
            text[at:at] = text[:at]
        del text[6000:]
    return bytes(text)


def complaint(html):
    """What is wrong with the HTML, or None."""
    try:
        text = html.decode()
    except UnicodeDecodeError as error:
        return f"not UTF-8: {error}"
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parseFragment(text)
    for element in tree.iter():
        if element.tag == "DOCUMENT_FRAGMENT":
            continue
        if element.tag not in ELEMENTS:
            return f"element {element.tag}"
        for name, value in element.attrib.items():
            if name not in ATTRIBUTES:
                return f"attribute {name} of {element.tag}"
            if name in ("href", "src") and DANGEROUS.match(value) and not HARMLESS_DATA.match(value):
                return f"address {value}"
            if name == "class" and element.tag != "code" and not re.fullmatch(r"[a-z -]*", value):
                return f"class {value}"
    # What the parser had to mend, but for control characters, which content cannot have.
    for _, code, details in parser.errors:
        if code not in ("invalid-codepoint", "illegal-codepoint-for-numeric-entity", "control-character-in-input-stream"):
            return f"not well-formed: {code} {details}"
    return None


def main():
    texts = seeds(sys.argv[2])
    end = time.monotonic() + float(sys.argv[3])
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else 1
    rng = random.Random(seed)
    probe = Probe(sys.argv[1])
    count = size = 0
    while count < len(texts) or time.monotonic() < end:
        markdown = texts[count] if count < len(texts) else mutate(rng, texts)
        language = rng.choice(LANGUAGES)
        start = time.monotonic()
        try:
            html = probe(markdown, "default", language)
            problem = complaint(html)
        except RuntimeError as error:
            html, problem = b"", str(error)
        if problem is None and time.monotonic() - start > 20:
            problem = "too slow"
        if problem:
            print(f"fuzz: {problem}\ninput {count} of seed {seed}, {language}: {markdown!r}\noutput: {html!r}")
            return 1
        count += 1
        size += len(markdown)
    print(f"fuzz: {count} inputs, {size} bytes, seed {seed}: nothing found")
    return probe.close()


sys.exit(main())
