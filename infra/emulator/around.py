"""What stands around primegate in the emulator: simulated brokers, and stand-ins for PagerDuty and Slack."""
import contextlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
APP = ROOT / "shared/local/target/quarkus-app"
BROKERS = ["coinbase-prime", "falconx", "clear-street"]
JAVA = [
    str(pathlib.Path(os.environ["JAVA_HOME"]) / "bin/java") if os.environ.get("JAVA_HOME") else "java",
    "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
]


def reading():
    """The settings by which a function has no key that trades."""
    return {f"PRIMEGATE_BROKER_{broker.upper().replace('-', '_')}_SECRET": f"primegate/{broker}/read" for broker in BROKERS}


class Around:
    """Where they are, by the names of the settings that tell the functions."""

    def __init__(self, settings):
        self.settings = settings

    def broker_settings(self):
        """Terraform's `broker_settings`: each simulated broker in the place of its sandbox."""
        return {broker: dict(self.of_broker(broker)) for broker in BROKERS}

    def of_broker(self, broker):
        prefix = f"PRIMEGATE_BROKER_{broker.upper().replace('-', '_')}_"
        for name, value in self.settings.items():
            if name.startswith(prefix) and name.endswith("_URL"):
                yield name.removeprefix(prefix).lower(), value

    def pager(self):
        """The setting under which alert-router finds PagerDuty."""
        return {name: value for name, value in self.settings.items() if name.startswith("QUARKUS_REST_CLIENT_PAGERDUTY")}

    def told(self):
        """Everything that PagerDuty and Slack were sent, as text."""
        return "".join(self.seen(path) for path in ["/v2/enqueue", "/slack"])

    def seen(self, path):
        with urllib.request.urlopen(self.settings["QUARKUS_REST_CLIENT_PAGERDUTY_URL"] + path, timeout=30) as said:
            return said.read().decode()

    def secret(self, name):
        """A key as the simulated brokers know it, by the name it has without an environment."""
        question = urllib.request.Request(
            self.settings["QUARKUS_SECRETSMANAGER_ENDPOINT_OVERRIDE"], json.dumps({"SecretId": name}).encode(),
            {"Content-Type": "application/x-amz-json-1.1", "X-Amz-Target": "secretsmanager.GetSecretValue"})
        with urllib.request.urlopen(question, timeout=30) as said:
            return json.load(said)["SecretString"]


@contextlib.contextmanager
def around():
    """Starts them all, until the block ends."""
    with tempfile.TemporaryFile("w+") as said, tempfile.TemporaryFile("w+") as log:
        process = subprocess.Popen(
            [*JAVA, "-cp", f"{APP}/app/*:{APP}/lib/main/*:{APP}/lib/boot/*", "dev.primegate.local.Surroundings",
             "--sim-port", "0", "--falconx-port", "0", "--clear-street-port", "0", "--pager-port", "0"],
            stdout=said, stderr=log)
        try:
            yield Around(dict(line.split("=", 1) for line in lines(process, said, log)))
        finally:
            process.terminate()
            process.wait(60)


def lines(process, said, log):
    """Its settings; an empty line ends them."""
    until = time.monotonic() + 180
    while time.monotonic() < until and process.poll() is None:
        said.seek(0)
        settings, ended, _ = said.read().partition("\n\n")
        if ended:
            return settings.splitlines()
        time.sleep(0.5)
    log.seek(0)
    sys.exit(f"the simulated brokers did not start\n{log.read()[-4000:]}")
