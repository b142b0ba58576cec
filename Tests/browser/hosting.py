"""A real nginx that hosts a built site as docs/hosting.md says."""

import contextlib
import re
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path

HANDBOOK = Path(__file__).parents[2] / "docs" / "hosting.md"
# What Debian and others put beside nginx.conf, as far as a site needs it.
TYPES = """types {
  text/html html; text/css css; text/javascript js; image/svg+xml svg; image/png png; application/json json;
  text/xml xml; text/plain txt;
}
"""
# What stands around the handbook's server in a real nginx.conf.
FRAME = """
daemon off;
pid {work}/pid;
error_log stderr;
events {{}}
http {{
  access_log off;
  default_type application/octet-stream;
  client_body_temp_path {work}/a; proxy_temp_path {work}/b; fastcgi_temp_path {work}/c;
  uwsgi_temp_path {work}/d; scgi_temp_path {work}/e;
  {server}
}}
"""


def handbook_server(root, port, more=""):
    """The handbook's `server`, for a folder and a port of this machine."""
    server = re.search(r"```nginx\n(server \{.*?\n\})\n```", HANDBOOK.read_text("utf-8"), re.DOTALL)[1]
    server = server.replace("/var/www/site", str(root)).replace("listen 80;", f"listen 127.0.0.1:{port};{more}")
    return server.replace("server_name icn.example;", "")


@contextlib.contextmanager
def nginx(folder, more=""):
    """The address of a site that is hosted by nginx; `more` goes into the server."""
    with contextlib.closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as work:
        # Its workers are another user, who may not look into everybody's folders.
        Path(work).chmod(0o755)
        root = shutil.copytree(folder, Path(work) / "root")
        (Path(work) / "mime.types").write_text(TYPES, "utf-8")
        file = Path(work) / "nginx.conf"
        file.write_text(FRAME.format(work=work, server=handbook_server(root, port, more)), "utf-8")
        program = shutil.which("nginx") or "/usr/sbin/nginx"
        process = subprocess.Popen([program, "-p", work, "-c", file], stderr=subprocess.PIPE)
        try:
            for _ in range(100):
                if process.poll() is not None:
                    raise SystemExit(process.stderr.read().decode())
                with contextlib.suppress(OSError), contextlib.closing(socket.create_connection(("127.0.0.1", port))):
                    break
                time.sleep(0.1)
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.terminate()
            process.wait()
