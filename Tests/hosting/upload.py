"""Builds a site, changes it, and uploads it both times with the handbook's rsync: upload.py ORESUND FOLDER"""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

HANDBOOK = Path(__file__).parents[2] / "docs" / "hosting.md"
NEWS = "content/news/2010-10-02-agreement-signed.en.md"
GONE = "content/news/2010-10-06-call-for-members.de.md"

program, folder = sys.argv[1], Path(sys.argv[2])
public, host = folder / "public", folder / "host"


def build():
    subprocess.run(
        [program, "build", "--quiet", "--today", "2011-01-15"], cwd=folder, check=True,
        env={**os.environ, "PAGEFIND_BINARY_PATH": ""}, stderr=subprocess.DEVNULL,
    )


def upload():
    """What rsync says that it sent and removed, by the handbook's commands."""
    block = re.search(r"```sh\n(rsync .*?)```", HANDBOOK.read_text("utf-8"), re.DOTALL)[1]
    sent, removed = set(), set()
    for line in block.splitlines():
        command = shlex.split(line.replace("server:/var/www/site", str(host)))
        done = subprocess.run([*command, "--itemize-changes"], cwd=folder, check=True, capture_output=True, text=True)
        below = "assets/" if "/assets/" in line else ""
        for change in done.stdout.splitlines():
            kind, name = change.split(maxsplit=1)
            if kind == "*deleting":
                removed.add(below + name)
            elif kind.startswith("<f") or kind.startswith(">f"):
                sent.add(below + name)
    return sent, removed


def files():
    return {str(file.relative_to(public)): file.read_bytes() for file in public.rglob("*") if file.is_file()}


def change():
    text = (folder / NEWS).read_text("utf-8")
    (folder / NEWS).write_text(text + "\nOne more sentence.\n", "utf-8")
    (folder / GONE).unlink()


host.mkdir()
build()
before = files()
wrong = []
if upload() != (set(before), set()):
    wrong.append("the first upload is not the whole site")
build()
if upload() != (set(), set()):
    wrong.append("a build that changes nothing makes something to upload")
change()
build()
after = files()
changed = {name for name, data in after.items() if before.get(name) != data}
gone = set(before) - set(after)
sent, removed = upload()
if sent != changed or not 0 < len(changed) < len(after) / 2:
    wrong.append(f"sent, but not changed: {sorted(sent - changed)}; changed, but not sent: {sorted(changed - sent)}")
if {name for name in removed if not name.endswith("/")} != gone or not gone:
    wrong.append(f"removed: {sorted(removed)}, gone: {sorted(gone)}")
there = {str(file.relative_to(host)): file.read_bytes() for file in host.rglob("*") if file.is_file()}
if there != after:
    wrong.append("the host has something else than was built")
for line in wrong:
    print(line)
print(f"upload: {len(after)} files, {len(changed)} changed and sent, {len(gone)} removed, {len(wrong)} problems")
sys.exit(bool(wrong))
