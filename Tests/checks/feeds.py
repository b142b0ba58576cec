"""Reads every feed of a built site with feedparser, and its sitemap: feeds.py FOLDER BASE_URL DAY.

Reported: what feedparser cannot read; a feed or entry without what Atom (RFC 4287) asks for; two entries with one id;
entries of a day after the build's;
links that lead to no page; pages that are missing in the sitemap or should not be there.
"""

import re
import sys
import time
from pathlib import Path
from urllib.parse import quote, unquote, urldefrag, urljoin
from xml.etree import ElementTree

import feedparser

import outcome

SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def file_at(address, base):
    if not address.startswith(base + "/"):
        return None
    path = unquote(address[len(base) + 1 :])
    return path + "index.html" if path == "" or path.endswith("/") else path


def check_feed(name, folder, base, day):
    feed = feedparser.parse((folder / name).read_bytes())
    if feed.bozo:
        yield f"cannot be read: {feed.bozo_exception}"
    for key in ("id", "title", "updated", "author"):
        if not feed.feed.get(key):
            yield f"has no {key}"
    links = {link.rel: link.href for link in feed.feed.links}
    if links.get("self") != f"{base}/{quote(name)}":
        yield f"says that it is {links.get('self')}"
    addresses = [links.get("alternate", "")]
    ids = [entry.get("id") for entry in feed.entries]
    for entry in feed.entries:
        for key in ("id", "title", "link", "updated_parsed"):
            if not entry.get(key):
                yield f"has an entry without {key}: {entry.get('title')}"
        for key in ("published_parsed", "updated_parsed"):
            if entry.get(key) and time.strftime("%Y-%m-%d", entry[key]) > day:
                yield f"has an entry of a day to come: {entry.get('title')}"
        addresses.append(entry.get("link", ""))
        for content in entry.get("content", []):
            for address in re.findall(r'(?:href|src)="([^"]*)', content.value):
                # What is relative is so to the content's `xml:base`.
                addresses.append(urldefrag(urljoin(content.base, address)).url)
    if len(set(ids)) < len(ids):
        yield "has two entries with one id"
    for address in addresses:
        if address.startswith(base) and not (folder / (file_at(address, base) or "-")).is_file():
            yield f"{address} leads to no file"
        elif not re.match("[a-z]+:", address):
            yield f"“{address}” is no absolute address"


def check_sitemap(folder, base):
    listed = {}
    for url in ElementTree.parse(folder / "sitemap.xml").iterfind("s:url", SITEMAP):
        address = url.findtext("s:loc", namespaces=SITEMAP)
        if address in listed:
            yield f"{address} is listed twice"
        listed[address] = {link.get("hreflang"): link.get("href") for link in url.iterfind("x:link", SITEMAP)}
    for address, alternates in listed.items():
        for language, other in alternates.items():
            if language != "x-default" and address not in listed.get(other, {}).values() and address != base + "/":
                yield f"{address} names {other} in {language}, which does not answer"
    for page in sorted(folder.rglob("*.html")):
        text = page.read_text("utf-8")
        own = f"{base}/{quote(page.relative_to(folder).as_posix())}".removesuffix("index.html")
        canonical = re.search(r'<link rel="canonical" href="([^"]*)"', text)
        is_listed = canonical is not None and canonical[1] == own and page.name != "404.html"
        if is_listed and own not in listed:
            yield f"{own} is missing"
        if not is_listed and own in listed:
            yield f"{own} should not be listed"
        in_page = dict(re.findall(r'<link rel="alternate" hreflang="([^"]*)" href="([^"]*)"', text))
        if own in listed and in_page != listed[own]:
            yield f"{own} names other translations than its page"


def main():
    folder, base, day = Path(sys.argv[1]), sys.argv[2].rstrip("/"), sys.argv[3]
    feeds = [path.relative_to(folder).as_posix() for path in sorted(folder.rglob("feed.xml"))]
    problems = [f"{name}: {problem}" for name in feeds for problem in check_feed(name, folder, base, day)]
    problems += [f"sitemap.xml: {problem}" for problem in check_sitemap(folder, base)]
    return outcome.tell("feeds and the sitemap", len(feeds), problems)


if __name__ == "__main__":
    sys.exit(main())
