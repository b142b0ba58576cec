"""What every output says of the reference page, a German page around an article in English: reference.py FOLDER."""

import json
import re
import sys
from pathlib import Path
from xml.etree import ElementTree

import extruct
import feedparser

import outcome

BASE = "https://icn.example/"
GERMAN, ENGLISH = "de/nachrichten/internationales-cleantech-netzwerk/", "en/news/international-cleantech-network/"
KEY = "2010-10-04-international-cleantech-network"
HEADLINE = "Copenhagen Cleantech Cluster launches the International Cleantech Network"
TEASER = "Der englischsprachige Artikel"
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def atom(folder):
    feed = feedparser.parse((folder / "de/feed.xml").read_bytes())
    entry = next(entry for entry in feed.entries if entry.link == BASE + GERMAN)
    yield "id", entry.id.endswith(f"news/{KEY}/de")
    yield "title", (entry.title_detail.language, entry.title) == ("en", HEADLINE)
    yield "teaser", entry.summary_detail.language == "de" and entry.summary.startswith(TEASER)
    yield "text", entry.content[0].language == "en"


def json_feed(folder):
    feed = json.loads((folder / "de/feed.json").read_text("utf-8"))
    item = next(item for item in feed["items"] if item["url"] == BASE + GERMAN)
    yield "feed", feed["language"] == "de"
    yield "id", item["id"].endswith(f"news/{KEY}/de")
    yield "item", (item["language"], item["title"]) == ("en", HEADLINE)


def head(folder):
    text = (folder / GERMAN / "index.html").read_text("utf-8")
    found = extruct.extract(text, syntaxes=["json-ld", "opengraph"], uniform=False)
    page = found["json-ld"][0]["@graph"][0]
    yield "page", (page["@type"], page["inLanguage"]) == ("WebPage", "de")
    yield "name", page["name"] == {"@language": "en", "@value": HEADLINE}
    yield "description", page["description"].startswith(TEASER)
    article = page["mainEntity"]
    yield "article", (article["@type"], article["inLanguage"]) == ("NewsArticle", "en")
    yield "headline", (article["headline"], article["url"]) == (HEADLINE, BASE + ENGLISH)
    properties = found["opengraph"][0]["properties"]
    yield "og:locale", ("og:locale", "de_DE") in properties and ("og:locale:alternate", "en_GB") in properties
    yield "og:title", re.search(r'<meta property="og:title" content="[^"]*" lang="en">', text) is not None


def sitemap(folder):
    urls = ElementTree.parse(folder / "sitemap.xml").iterfind("s:url", SITEMAP)
    url = next(url for url in urls if url.findtext("s:loc", namespaces=SITEMAP) == BASE + GERMAN)
    links = {link.get("hreflang"): link.get("href") for link in url.iterfind("x:link", SITEMAP)}
    yield "links", links == {"en": BASE + ENGLISH, "de": BASE + GERMAN, "x-default": BASE + ENGLISH}


def dataset(folder):
    news = json.loads((folder / "api/news.json").read_text("utf-8"))["news"]
    entry = next(entry for entry in news if entry["id"] == KEY)
    yield "title", entry["title"] == {"en": HEADLINE}
    yield "teaser", list(entry["summary"]) == ["en", "de"] and entry["summary"]["de"].startswith(TEASER)
    yield "pages", entry["url"] == {"en": BASE + ENGLISH, "de": BASE + GERMAN}


def main():
    outputs = [atom, json_feed, head, sitemap, dataset]
    results = [(f"{output.__name__}: {what}", right) for output in outputs for what, right in output(Path(sys.argv[1]))]
    problems = [f"{what} is wrong" for what, right in results if not right]
    return outcome.tell("facts about the reference page", len(results), problems)


if __name__ == "__main__":
    sys.exit(main())
