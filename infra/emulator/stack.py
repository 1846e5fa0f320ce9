"""The whole stack on a local moto: what `apply` and `run` have in common."""
import contextlib
import fnmatch
import importlib.util
import json
import os
import pathlib
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import time
import urllib.request
import zipfile

try:
    import boto3  # moto brings it
except ImportError:
    boto3 = None

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SETTINGS_FILE = "emulated.auto.tfvars.json"
FUNCTIONS = ["order-submit", "webhook-ingest", "reconcile", "alert-router"]

# Every option that moto knows.
SETTINGS = {
    "environment": "emulated",
    "deletion_protection": False,
    "network": {},
    "statements": {"slices": 2},
    "tracing": True,
    "rollout": "AllAtOnce",
    "retention": {"audit_years": 1},
    "api": {"jwt": {"issuer": "https://id.fund.example", "audience": "primegate"}},
    "webhook_senders": {"coinbase-prime": {}},
    "callers": [{"principal": "AIDAEXAMPLE", "tenant": "fund", "accounts": ["main"], "roles": ["read", "trade"]}],
}


def missing(terraform):
    """The first thing wanted that is not here, or None."""
    if boto3 is None or not importlib.util.find_spec("moto"):
        return f"moto for {sys.executable}"
    return None if shutil.which(terraform) else terraform


@contextlib.contextmanager
def emulated(terraform, settings=None):
    """A moto and a copy of the stack that is to be applied to it, until the block ends."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as ended:
        work = pathlib.Path(folder)
        yield Stack(terraform, work, moto(work, ended), settings or {})


def moto(work, ended):
    """Starts moto on a free port, to be stopped when all has ended: its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = ended.enter_context(open(work / "moto.log", "w"))
    server = subprocess.Popen([sys.executable, HERE / "server.py", str(port)], stdout=log, stderr=log)
    ended.callback(stop, server)
    url = f"http://127.0.0.1:{port}"
    until = time.monotonic() + 120
    while time.monotonic() < until and server.poll() is None:
        with contextlib.suppress(OSError):
            urllib.request.urlopen(url + "/moto-api/", timeout=5).close()
            return url
        time.sleep(0.5)
    sys.exit(f"moto did not start:\n{(work / 'moto.log').read_text()}")


def stop(process):
    """Ends it, by force if it will not."""
    process.terminate()
    try:
        process.wait(30)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


class Stack:
    """A copy of infra/terraform without what moto lacks, with packages as small as can be."""

    def __init__(self, terraform, work, url, settings):
        self.terraform, self.work, self.url, self.clients = terraform, work, url, {}
        self.env = {
            **os.environ, "AWS_ENDPOINT_URL": url, "AWS_ACCESS_KEY_ID": "local", "AWS_SECRET_ACCESS_KEY": "local",
            "AWS_REGION": "us-east-1", "AWS_DEFAULT_REGION": "us-east-1", "AWS_EC2_METADATA_DISABLED": "true",
        }
        self.folder = work / "infra" / "terraform"
        # Not what is somebody's own, if this is also where they deploy from.
        own = shutil.ignore_patterns(".terraform*", "*.tfstate*", "*.auto.tfvars*", "backend.tf")
        shutil.copytree(ROOT / "infra/terraform", self.folder, ignore=own)
        shutil.copy(HERE / "gaps_override.tf", self.folder)
        (work / "shared").symlink_to(ROOT / "shared")
        packages(work / "functions")
        (self.folder / SETTINGS_FILE).write_text(json.dumps({**SETTINGS, **settings}))

    def run(self, *words):
        return subprocess.run([self.terraform, f"-chdir={self.folder}", *words], env=self.env, capture_output=True, text=True)

    def must(self, *words):
        """What it prints; ends all if it fails."""
        ended = self.run(*words, "-no-color")
        if ended.returncode:
            sys.exit(f"terraform {words[0]} failed\n{ended.stdout[-2000:]}{ended.stderr[-20000:]}")
        return ended.stdout

    def apply(self):
        self.must("init", "-backend=false", "-input=false")
        applied = self.must("apply", "-auto-approve", "-input=false")
        print(next(line for line in applied.splitlines() if line.startswith("Apply complete")))

    def outputs(self):
        return {name: output["value"] for name, output in json.loads(self.must("output", "-json")).items()}

    def changes(self):
        """What a plan would change, as "address attribute"."""
        self.must("plan", "-out=plan", "-input=false")
        plan = json.loads(self.must("show", "-json", "plan"))
        return sorted(line for change in plan.get("resource_changes", []) for line in differences(change))

    def nothing_changes(self):
        """A second plan finds what was made as it was made, but for the gaps."""
        found, gaps = self.changes(), known_gaps()
        print("the second plan would change:", *(found or ["nothing"]), sep="\n  ")
        wrong, closed = unknown(found, gaps), unused(found, gaps)
        for line in [*(f"NOT A KNOWN GAP: {line}" for line in wrong), *(f"NO GAP ANY MORE: {gap}" for gap in closed)]:
            print(line)
        return not wrong and not closed

    def drift_is_seen(self):
        """Somebody switches the table's recovery off by hand."""
        self.client("dynamodb").update_continuous_backups(
            TableName=self.outputs()["table"], PointInTimeRecoverySpecification={"PointInTimeRecoveryEnabled": False})
        seen = unknown(self.changes(), known_gaps())
        print("after a change by hand, a plan would change:", *(seen or ["NOTHING: the drift is not seen"]), sep="\n  ")
        return seen == ["aws_dynamodb_table.this point_in_time_recovery"]

    def client(self, service):
        """AWS's own client of a service, at the emulator."""
        if service not in self.clients:
            self.clients[service] = boto3.client(
                service, endpoint_url=self.url, region_name="us-east-1", aws_access_key_id="local", aws_secret_access_key="local")
        return self.clients[service]


def packages(folder):
    """A package of each function: its name is right and its binary is empty, for moto runs none."""
    for function in FUNCTIONS:
        target = folder / function / "target"
        target.mkdir(parents=True)
        with zipfile.ZipFile(target / "function.zip", "w") as package:
            package.writestr("bootstrap", b"\x7fELF\x02\x01\x01" + bytes(9) + struct.pack("<HH", 2, 183))
    subprocess.run([ROOT / "infra/terraform/packages.py", *sorted(folder.iterdir())], check=True, stdout=subprocess.DEVNULL)


def differences(change):
    """Each attribute that a change would set anew, or what else it would do, after the address."""
    actions = change["change"]["actions"]
    if actions in (["no-op"], ["read"]):
        return
    before, after = change["change"]["before"] or {}, change["change"]["after"] or {}
    changed = sorted(name for name in {*before, *after} if before.get(name) != after.get(name)) if actions == ["update"] else actions
    for name in changed:
        yield f"{change['address']} {name}"


def known_gaps():
    lines = (line.split(" # ")[0].strip() for line in (HERE / "gaps.txt").read_text().splitlines() if not line.startswith("#"))
    return [line for line in lines if line]


def matches(line, gap):
    """Whether the gap says the line; its * is any part, its brackets are brackets."""
    return fnmatch.fnmatchcase(line, gap.replace("[", "[[]"))


def unknown(found, gaps):
    return [line for line in found if not any(matches(line, gap) for gap in gaps)]


def unused(found, gaps):
    return [gap for gap in gaps if not any(matches(line, gap) for line in found)]
