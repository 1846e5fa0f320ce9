"""A function twice: its JVM package and its native one, each among parts of its own."""
import contextlib
import json
import pathlib
import string
import sys
import urllib.request

EMULATOR = pathlib.Path(__file__).resolve().parents[2] / "infra/emulator"
sys.path.insert(0, str(EMULATOR))

import around  # noqa: E402
import deployed  # noqa: E402
import runtime  # noqa: E402

TABLE = "primegate"
TIMEOUT = 120


class Number(str):
    """A number as DynamoDB writes it: as text."""


class Twin:
    """One of the two, with what it has answered so far that later requests speak of."""

    def __init__(self, parts, invoke, log):
        self.parts, self.invoke, self.log, self.taken = parts, invoke, log, {}

    def said(self, template):
        """A text with what was taken in the place of ${name}."""
        return string.Template(template).safe_substitute(self.taken)

    def put(self, **item):
        """Writes an item to its table."""
        self.table("PutItem", {"TableName": TABLE, "Item": {name: attribute(value) for name, value in item.items()}})

    def table(self, action, request):
        return asked(self.parts.settings["QUARKUS_DYNAMODB_ENDPOINT_OVERRIDE"], request, {
            "Content-Type": "application/x-amz-json-1.0", "X-Amz-Target": f"DynamoDB_20120810.{action}",
            # DynamoDB Local tells tables apart by it, and checks no signature.
            "Authorization": "AWS4-HMAC-SHA256 Credential=local/20260101/eu-west-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0"})

    def keep(self, name, secret):
        """Makes it the current version."""
        asked(self.parts.settings["QUARKUS_SECRETSMANAGER_ENDPOINT_OVERRIDE"], {"SecretId": name, "SecretString": secret}, {
            "Content-Type": "application/x-amz-json-1.1", "X-Amz-Target": "secretsmanager.PutSecretValue"})

    def control(self, broker, what, request):
        """Tells a simulated broker what to do."""
        address = self.parts.settings[f"PRIMEGATE_BROKER_{broker.upper().replace('-', '_')}_URL"]
        root = "/".join(address.split("/")[:3])
        return asked(f"{root}/control/{what}", request, {"Content-Type": "application/json"})


@contextlib.contextmanager
def pair(packages, environment, work):
    """Starts both with this environment and that of their parts."""
    with contextlib.ExitStack() as ended:
        yield [ended.enter_context(twin(package, environment, work / str(number))) for number, package in enumerate(packages)]


@contextlib.contextmanager
def twin(package, environment, folder):
    folder.mkdir()
    log = folder / "log"
    with around.around() as parts:
        given = {**deployed.lambda_variables("twin", folder / "code"), **parts.settings, **environment}
        with runtime.running(deployed.command(package, folder / "code"), given, log, TIMEOUT) as invoke:
            yield Twin(parts, invoke, log)


def attribute(value):
    """A value as DynamoDB has it."""
    if isinstance(value, bool):
        return {"BOOL": value}
    if isinstance(value, (int, Number)):
        return {"N": str(value)}
    if isinstance(value, dict):
        return {"M": {name: attribute(inner) for name, inner in value.items()}}
    if isinstance(value, list):
        return {"L": [attribute(inner) for inner in value]}
    return {"S": value}


def asked(url, request, headers):
    question = urllib.request.Request(url, json.dumps(request).encode(), headers)
    with urllib.request.urlopen(question, timeout=60) as answer:
        return json.loads(answer.read() or b"null")
