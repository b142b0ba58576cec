"""Reads every HTML page of a built site: whole_site.py FOLDER BASE_URL.

Reported: links inside the site that lead to no file or to no such id; a page without `lang`, a title, exactly one
h1 or (404 pages and the redirects aside) a canonical address; hreflang that is not answered by the page it names;
an id that occurs twice; a page whose foot does not lead where that of its language's home page does: to the imprint,
the privacy page and the data.
"""

import posixpath
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote, unquote, urldefrag, urljoin, urlsplit

import outcome


class Page(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.language = self.canonical = None
        self.title, self.headings = "", 0
        self.alternates, self.links, self.ids, self.foot = {}, [], [], []
        self.in_title = self.in_foot = self.is_redirect = False
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag == "html":
            self.language = values.get("lang")
        if tag == "title":
            self.in_title = True
        if tag == "footer":
            self.in_foot = True
        if tag == "a" and self.in_foot:
            self.foot.append(values.get("href"))
        if tag == "h1":
            self.headings += 1
        if tag == "meta" and (values.get("http-equiv") or "").lower() == "refresh":
            self.is_redirect = True
        if tag == "link" and values.get("rel") == "canonical":
            self.canonical = values.get("href")
        elif tag == "link" and "hreflang" in values:
            self.alternates[values["hreflang"]] = values.get("href")
        else:
            self.links += [values[name] for name in ("href", "src") if values.get(name) is not None]
        if "id" in values:
            self.ids.append(values["id"])

    def handle_endtag(self, tag):
        if tag == "title":
            self.in_title = False
        if tag == "footer":
            self.in_foot = False

    def handle_data(self, data):
        if self.in_title:
            self.title += data


def check(folder, base):
    base = base.rstrip("/") + "/"
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    pages = {name: Page((folder / name).read_text("utf-8")) for name in sorted(files) if name.endswith(".html")}
    problems = []

    def file_at(address):
        """The file that a server gives for an address of this site; None where the address is not of this site."""
        if not address.startswith(base):
            return None
        path = unquote(urlsplit(address).path)[len(urlsplit(base).path):]
        return path + "index.html" if path == "" or path.endswith("/") else path

    for name, page in pages.items():
        own = base + quote(name[: -len("index.html")] if posixpath.basename(name) == "index.html" else name)

        def report(text):
            problems.append(f"{name}: {text}")

        for link in page.links:
            address, fragment = urldefrag(urljoin(own, link))
            target = file_at(address)
            if target is None:
                continue
            if target not in files:
                report(f"{link} leads to no file")
            elif fragment and target in pages and fragment not in pages[target].ids:
                report(f"{link} leads to no such id")
        for identifier in sorted({i for i in page.ids if page.ids.count(i) > 1}):
            report(f"the id {identifier} occurs {page.ids.count(identifier)} times")
        if page.is_redirect:
            continue
        if not page.language:
            report("no lang")
        if not page.title.strip():
            report("no title")
        if page.headings != 1:
            report(f"{page.headings} h1")
        home = pages.get(f"{page.language}/index.html")
        legal = [link for link in home.foot if link.endswith("/")] if home else []
        if len(legal) < 2 or not set(legal) <= set(page.foot):
            report(f"its foot leads to {page.foot}, not to {legal}")
        if posixpath.basename(name) == "404.html":
            continue
        if page.canonical is None:
            report("no canonical address")
        elif file_at(page.canonical) not in pages:
            report(f"the canonical address {page.canonical} leads to no page")
        for language, address in page.alternates.items():
            target = pages.get(file_at(address) or "")
            if target is None:
                report(f"hreflang {language} leads to no page: {address}")
            elif language != "x-default" and target.language != language:
                report(f"hreflang {language} leads to a page in {target.language}: {address}")
            elif language != "x-default" and page.language in page.alternates and own not in target.alternates.values():
                report(f"hreflang {language} is not answered: {address}")
    return len(pages), problems


def main():
    count, problems = check(Path(sys.argv[1]), sys.argv[2])
    return outcome.tell("pages", count, problems)


if __name__ == "__main__":
    sys.exit(main())
