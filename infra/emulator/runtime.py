"""Lambda's Runtime API for one function at a time, on loopback.

https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
"""
import contextlib
import json
import os
import pathlib
import queue
import subprocess
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

VERSION = "/2018-06-01/runtime/"


class Failed(Exception):
    """The function did not answer: it died, took too long, or reported an error."""


@contextlib.contextmanager
def running(command, environment, log, timeout, grace=20):
    """Starts a function with this environment and nothing else; yields what invokes it with an event.

    The answer is what the function gave, read as JSON. An invocation has its timeout, in seconds,
    as in Lambda, and the first has two minutes more for the start. It may take `grace` seconds to end."""
    api = Api()
    given = {**environment, "AWS_LAMBDA_RUNTIME_API": f"127.0.0.1:{api.server_port}", "PATH": os.environ["PATH"]}
    with open(log, "ab") as said:
        begun = time.monotonic()
        process = subprocess.Popen(command, env=given, stdout=said, stderr=said)
    try:
        yield Function(api, process, begun, timeout)
    finally:
        process.terminate()
        try:
            process.wait(grace)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        api.shutdown()
        api.server_close()


class Function:
    """One that runs: called with an event it gives the answer."""

    def __init__(self, api, process, begun, timeout):
        self.api, self.process, self.begun, self.timeout = api, process, begun, timeout

    def __call__(self, event):
        return self.api.invoke(event, self.process, max(self.timeout, self.timeout + 120 - self.age()))

    def age(self):
        """Seconds since it was started."""
        return time.monotonic() - self.begun

    def cpu(self):
        """Seconds its threads have had a processor; Linux alone says so."""
        tasks = pathlib.Path(f"/proc/{self.process.pid}/task").glob("*/schedstat")
        return sum(int(task.read_text().split()[0]) for task in tasks) / 1e9

    def resident(self):
        """The most memory it ever had resident, in kB; Linux alone says so."""
        with open(f"/proc/{self.process.pid}/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM:"))


class Api(ThreadingHTTPServer):
    """Hands out one event after the other, and takes what becomes of each."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Calls)
        self.events, self.results, self.count = queue.Queue(), queue.Queue(), 0
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def handle_error(self, *_):
        """A function that ends hangs up while it waits for its next event; what else it lacks, it says."""

    def invoke(self, event, process, seconds):
        self.count += 1
        deadline = time.time() + seconds
        self.events.put((f"request-{self.count}", int(deadline * 1000), json.dumps(event).encode()))
        while True:
            with contextlib.suppress(queue.Empty):
                what, body = self.results.get(timeout=0.2)
                if what != "response":
                    raise Failed(f"{what}: {body.decode(errors='replace')}")
                return json.loads(body or b"null")
            if process.poll() is not None:
                raise Failed(f"ended with {process.returncode}")
            if time.time() > deadline:
                raise Failed(f"no answer within {seconds:.0f} s")


class Calls(BaseHTTPRequestHandler):
    """Four endpoints: the next event, its response, its error, and an error of the start."""

    protocol_version = "HTTP/1.1"
    # Else a body waits until its headers are acknowledged, which takes the other side up to 40 ms.
    disable_nagle_algorithm = True

    def do_GET(self):
        if self.path != VERSION + "invocation/next":
            return self.answer(404)
        request, deadline, event = self.server.events.get()
        self.answer(200, event, {
            "Lambda-Runtime-Aws-Request-Id": request,
            "Lambda-Runtime-Deadline-Ms": str(deadline),
            "Lambda-Runtime-Invoked-Function-Arn": "arn:aws:lambda:us-east-1:123456789012:function:emulated",
            "Content-Type": "application/json",
        })

    def do_POST(self):
        body, what = self.body(), self.path.rsplit("/", 1)[-1]
        known = self.path.startswith((VERSION + "invocation/", VERSION + "init/")) and what in ("response", "error")
        if known:
            self.server.results.put((what, body))
        self.answer(202 if known else 404)

    def body(self):
        if self.headers.get("Transfer-Encoding", "").lower() != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))
        body = b""
        while length := int(self.rfile.readline().split(b";")[0], 16):
            body += self.rfile.read(length)
            self.rfile.readline()
        self.rfile.readline()
        return body

    def answer(self, status, body=b"", headers=None):
        self.send_response(status)
        for name, value in {**(headers or {}), "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass
