"""Asks a real nginx for the former addresses of a built site: redirects.py FOLDER ADDRESS…

nginx gets the site and its `_redirects.nginx`. Each former address must lead to a page, and every address in the file
must be asked for; without the snippet, the small pages must lead to the same.
"""

import contextlib
import http.client
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import quote

import outcome

CONFIGURATION = """
daemon off;
pid {work}/pid;
error_log stderr;
events {{}}
http {{
  access_log off;
  default_type application/octet-stream;
  types {{ text/html html; }}
  client_body_temp_path {work}/a; proxy_temp_path {work}/b; fastcgi_temp_path {work}/c;
  uwsgi_temp_path {work}/d; scgi_temp_path {work}/e;
  server {{
    listen 127.0.0.1:{port};
    root {root};
    error_page 404 /404.html;
    charset utf-8;
    {include}
  }}
}}
"""


def free_port():
    with contextlib.closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def server(folder, include):
    """nginx for a folder; gives its port."""
    port = free_port()
    with tempfile.TemporaryDirectory() as work:
        # Its workers are another user, who may not look into everybody's folders.
        Path(work).chmod(0o755)
        root = shutil.copytree(folder, Path(work) / "root")
        file = Path(work) / "nginx.conf"
        file.write_text(CONFIGURATION.format(work=work, port=port, root=root, include=include), "utf-8")
        program = shutil.which("nginx") or "/usr/sbin/nginx"
        process = subprocess.Popen([program, "-p", work, "-c", file], stderr=subprocess.PIPE)
        try:
            for _ in range(100):
                if process.poll() is not None:
                    raise SystemExit(process.stderr.read().decode())
                with contextlib.suppress(OSError), contextlib.closing(socket.create_connection(("127.0.0.1", port))):
                    break
                time.sleep(0.1)
            yield port
        finally:
            process.terminate()
            process.wait()


def ask(port, path):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path)
    answer = connection.getresponse()
    location = re.sub(r"^http://[^/]*", "", answer.headers.get("Location") or "")
    return answer.status, location, answer.read().decode()


def main():
    folder = Path(sys.argv[1]).resolve()
    rules = [line.split() for line in (folder / "_redirects").read_text("utf-8").splitlines() if line[0] == "/"]
    problems = []
    if sorted(former for former, _, _ in rules) != sorted(quote(path, safe="/$()") for path in sys.argv[2:]):
        problems.append(f"the rules are {rules}")
    with server(folder, f'include "{folder}/_redirects.nginx";') as port:
        for former, address, status in rules:
            answer = ask(port, former)
            if answer[:2] != (int(status), address):
                problems.append(f"{former} gives {answer[:2]}, not {status} {address}")
            if ask(port, address)[0] != 200:
                problems.append(f"{address} is not there")
        if ask(port, "/nothing/")[0] != 404:
            problems.append("what is not there is found")
    with server(folder, "") as port:
        for former, address, _ in rules:
            answer = ask(port, former)
            if answer[0] == 301 and answer[1] == former + "/":
                answer = ask(port, former + "/")
            # Where a server shows no page of ours, only the rules lead on.
            has_page = former.endswith("/") or "." not in former.rsplit("/", 1)[1] or former.endswith(".html")
            refresh = re.search('<meta http-equiv="refresh" content="0; url=([^"]*)">', answer[2])
            if has_page and (refresh is None or refresh[1] != address):
                problems.append(f"the page at {former} does not lead to {address}")
    return outcome.tell("former addresses", len(rules), problems)


if __name__ == "__main__":
    sys.exit(main())
