"""Which pages of a built site stand for all of it: of each kind in each language the one with the most in it."""

import re
from dataclasses import dataclass
from pathlib import Path

KIND = re.compile(r'<html lang="(?P<language>[^"]+)".*?<body class="(?P<kind>[^" ]+)', re.DOTALL)


@dataclass(frozen=True)
class Sample:
    """A page: its kind (`news`, `cluster-list`, `home`), its language, and its address from the site's root."""

    kind: str
    language: str
    path: str


def samples(folder):
    """The samples of a site, sorted by language and kind; what has no kind, such as redirects, has none."""
    fullest = {}
    for file in sorted(Path(folder).rglob("*.html")):
        found = KIND.search(file.read_text("utf-8"))
        if not found:
            continue
        path = file.relative_to(folder).as_posix().removesuffix("index.html")
        key = (found["language"], found["kind"])
        size = file.stat().st_size
        if key not in fullest or size > fullest[key][0]:
            fullest[key] = (size, path)
    return [Sample(kind, language, path) for (language, kind), (_, path) in sorted(fullest.items())]
