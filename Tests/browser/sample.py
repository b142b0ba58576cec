"""Which pages of a built site stand for all of it: of each kind in each language the one with the most in it, and one
that lists nothing."""

import re
from dataclasses import dataclass
from pathlib import Path

KIND = re.compile(r'<html lang="(?P<language>[^"]+)".*?<body class="(?P<kind>[^" ]+)', re.DOTALL)
EMPTY = re.compile(r'<(p|li) class="empty"')


@dataclass(frozen=True)
class Sample:
    """A page: its kind (`news`, `cluster-list`, `home`; `topic-empty` lists nothing), its language, and its address from
    the site's root."""

    kind: str
    language: str
    path: str


def samples(folder):
    """The samples of a site, sorted by language and kind; what has no kind, such as redirects, has none."""
    fullest = {}
    for file in sorted(Path(folder).rglob("*.html")):
        text = file.read_text("utf-8")
        found = KIND.search(text)
        if not found:
            continue
        path = file.relative_to(folder).as_posix().removesuffix("index.html")
        kinds = [found["kind"], found["kind"] + "-empty"] if EMPTY.search(text) else [found["kind"]]
        for kind in kinds:
            key, size = (found["language"], kind), file.stat().st_size
            if key not in fullest or size > fullest[key][0]:
                fullest[key] = (size, path)
    # A list that is always empty is one sample.
    once = {path: key for key, (_, path) in reversed(fullest.items())}
    return [Sample(kind, language, path) for path, (language, kind) in sorted(once.items(), key=lambda one: one[1])]
