"""Reads the JSON-LD and the Open Graph of every page with extruct: structured_data.py FOLDER.

Reported: pages without; types that are not ours; properties that schema.org does not define for their type; nodes
without what search engines ask of their type; a text without the language that it has in the page; addresses that are
not whole.
"""

import re
import sys
from pathlib import Path

import extruct

import outcome

# What the documentation of search engines requires or urgently recommends of each type.
REQUIRED = {
    "NewsArticle": ["headline", "datePublished", "dateModified", "author", "publisher", "inLanguage", "url"],
    "WebPage": ["name", "url", "inLanguage", "breadcrumb"],
    "CollectionPage": ["name", "url", "inLanguage", "breadcrumb"],
    "CreativeWork": ["name", "url", "inLanguage"],
    "Dataset": ["name", "description", "url", "inLanguage", "creator", "distribution"],
    "DataDownload": ["encodingFormat", "contentUrl"],
    "WebSite": ["name", "url", "inLanguage", "publisher"],
    "Organization": ["name"],
    "Event": ["name", "startDate", "eventStatus", "inLanguage"],
    "Place": [],
    "VirtualLocation": ["url"],
    "PostalAddress": [],
    "GeoCoordinates": ["latitude", "longitude"],
    "QuantitativeValue": ["value"],
    "ContactPoint": [],
    "Thing": ["name", "url"],
    "BreadcrumbList": ["itemListElement"],
    "ListItem": ["position", "name", "item"],
}
# The properties that schema.org defines for each type, as far as we use them: those of a type itself, beside those of
# Thing and, for the works, of CreativeWork.
THING = {"name", "url", "description", "image", "mainEntityOfPage"}
WORK = THING | {
    "inLanguage", "datePublished", "dateModified", "author", "publisher", "creator", "isPartOf", "about", "mentions",
    "translationOfWork", "license", "mainEntity", "headline",
}  # fmt: skip
DEFINED = {
    "NewsArticle": WORK,
    "WebPage": WORK | {"breadcrumb"},
    "CollectionPage": WORK | {"breadcrumb"},
    "CreativeWork": WORK,
    "WebSite": WORK,
    "Dataset": WORK | {"distribution"},
    "DataDownload": WORK | {"encodingFormat", "contentUrl"},
    "Organization": THING
    | {"logo", "foundingDate", "address", "location", "numberOfEmployees", "contactPoint", "memberOf"},
    "Event": THING
    | {"inLanguage", "startDate", "endDate", "previousStartDate", "eventStatus", "eventAttendanceMode", "location", "organizer"}
    | {"attendee", "superEvent"},
    "Place": THING | {"address", "geo"},
    "VirtualLocation": THING,
    "PostalAddress": THING | {"addressLocality", "addressRegion", "addressCountry"},
    "GeoCoordinates": THING | {"latitude", "longitude"},
    "QuantitativeValue": THING | {"value"},
    "ContactPoint": THING | {"email", "telephone"},
    "Thing": THING,
    "BreadcrumbList": THING | {"itemListElement"},
    "ListItem": THING | {"position", "item"},
}
ENUMERATIONS = {
    "eventStatus": ["EventScheduled", "EventCancelled", "EventPostponed", "EventRescheduled", "EventMovedOnline"],
    "eventAttendanceMode": [
        "OfflineEventAttendanceMode", "OnlineEventAttendanceMode", "MixedEventAttendanceMode",
    ],
}  # fmt: skip
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2})?")
OPEN_GRAPH = ["og:type", "og:title", "og:url", "og:site_name", "og:locale"]


def nodes(value):
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        for member in value.values():
            yield from nodes(member)
    elif isinstance(value, list):
        for element in value:
            yield from nodes(element)


def check_node(node):
    kind = node["@type"]
    if kind not in REQUIRED:
        yield f"has a {kind}"
        return
    for name in sorted(set(node) - DEFINED[kind] - {"@type", "@id"}):
        yield f"has a {kind} with {name}, which schema.org does not know there"
    for name, values in ENUMERATIONS.items():
        if name in node and node[name].removeprefix("https://schema.org/") not in values:
            yield f"has a {kind} whose {name} is {node[name]}"
    # A translation is described on its own page, and the larger event by others.
    if set(node) <= {"@type", "@id", "url", "inLanguage"} or (kind == "Event" and set(node) == {"@type", "name"}):
        return
    for name in REQUIRED[kind]:
        if not node.get(name):
            yield f"has a {kind} without {name}"
    for name in ("url", "item", "image", "logo", "contentUrl", "@id"):
        if name in node and not re.match("https?://", node[name]):
            yield f"has a {kind} whose {name} is {node[name]}"
    for name in ("startDate", "endDate", "datePublished", "dateModified"):
        if name in node and not MOMENT.fullmatch(node[name]):
            yield f"has a {kind} whose {name} is {node[name]}"
    if kind == "BreadcrumbList":
        positions = [item["position"] for item in node["itemListElement"]]
        if positions != list(range(1, len(positions) + 1)) or len(positions) < 2:
            yield f"has steps {positions}"


def check_page(path):
    text = path.read_text("utf-8")
    if 'http-equiv="refresh"' in text:
        return
    found = extruct.extract(text, syntaxes=["json-ld", "opengraph"], uniform=False)
    if path.name == "404.html":
        if found["json-ld"]:
            yield "has JSON-LD"
        return
    if len(found["json-ld"]) != 1:
        yield f"has {len(found['json-ld'])} documents of JSON-LD"
        return
    document = found["json-ld"][0]
    graph = list(nodes(document["@graph"]))
    for node in graph:
        yield from check_node(node)
    language = re.search(r'<html lang="([^"]*)"', text)[1]
    main = document["@graph"][0]
    if language not in (main["inLanguage"], *main["inLanguage"]):
        yield f"is in {language}, but says {main['inLanguage']}"
    # The title's own language, as the page has it.
    title = main.get("headline") or main.get("name")
    marked = re.search(r'<title lang="([^"]*)"', text)
    told = title["@language"] if isinstance(title, dict) else None
    if marked and main["@type"] in ("NewsArticle", "WebPage") and marked[1] != told:
        yield f"has a title in {marked[1]}, but says {told}"
    if main["@type"] in ("NewsArticle", "WebPage") and not graph[-1]["@type"] == "ListItem":
        yield "does not end with the way to the page"
    properties = dict(reversed(found["opengraph"][0]["properties"])) if found["opengraph"] else {}
    for name in OPEN_GRAPH:
        if not properties.get(name):
            yield f"has no {name}"
    canonical = re.search(r'<link rel="canonical" href="([^"]*)"', text)[1]
    if properties.get("og:url") != canonical:
        yield f"is shared as {properties.get('og:url')}, but its address is {canonical}"


def main():
    folder = Path(sys.argv[1])
    pages = sorted(folder.rglob("*.html"))
    problems = [f"{page.relative_to(folder)}: {problem}" for page in pages for problem in check_page(page)]
    return outcome.tell("pages with JSON-LD", len(pages), problems)


if __name__ == "__main__":
    sys.exit(main())
