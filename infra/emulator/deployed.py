"""What Terraform made of the functions, and how each is started as it was deployed."""
import contextlib
import json
import re
import shutil
import subprocess
import zipfile

import around
import runtime
import stack

# What runs a JVM package in Lambda, where it is part of the runtime java25.
CLIENT = ["aws-lambda-java-runtime-interface-client:2.6.0", "aws-lambda-java-serialization:1.1.2"]
JARS = stack.HERE / "target"
HANDLER = "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest"


def unbuilt():
    """What has to be built before anything can be started, or None."""
    for built in [*map(package, stack.FUNCTIONS), around.APP]:
        if not built.exists():
            return f"{built.relative_to(stack.ROOT)}; build it: ./mvnw package -DskipTests"
    return uncalled(map(package, stack.FUNCTIONS))


def uncalled(packages):
    """What is lacking to start these packages, or None."""
    if not all(map(native, packages)) and not all(map(fetched, CLIENT)):
        return f"Maven repository with {' and '.join(CLIENT)}"
    return None


def fetched(artifact):
    """Has Maven bring it, unless it is here; whether it is then."""
    jar = JARS / f"{artifact.replace(':', '-')}.jar"
    if not jar.exists():
        maven = shutil.which("mvn") or stack.ROOT / "mvnw"
        subprocess.run(
            [maven, "-B", "-q", "-N", "dependency:copy", f"-Dartifact=com.amazonaws:{artifact}", f"-DoutputDirectory={JARS}"],
            cwd=stack.ROOT, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return jar.exists()


def native(package):
    """Whether it has a binary, and no classes."""
    with zipfile.ZipFile(package) as content:
        return "bootstrap" in content.namelist()


def package(function):
    return stack.ROOT / f"functions/{function}/target/function.zip"


def command(package, folder, *options):
    """What a package has to be started with, once it was unpacked there; a JVM also with these options."""
    with zipfile.ZipFile(package) as content:
        content.extractall(folder)
    if native(package):
        (folder / "bootstrap").chmod(0o755)
        return [str(folder / "bootstrap")]
    return [
        # As the manifest of a Quarkus jar says, which nobody reads here.
        *around.JAVA, "--add-opens=java.base/java.lang=ALL-UNNAMED", *options,
        "-cp", f"{JARS}/*:{folder}:{folder}/lib/*", "com.amazonaws.services.lambda.runtime.api.client.AWSLambda", HANDLER,
    ]


def lambda_variables(function, folder, version="1", memory=1024):
    """What Lambda itself sets."""
    return {
        "AWS_LAMBDA_FUNCTION_NAME": function, "AWS_LAMBDA_FUNCTION_VERSION": version,
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": str(memory),
        "AWS_LAMBDA_LOG_GROUP_NAME": f"/aws/lambda/{function}", "AWS_LAMBDA_LOG_STREAM_NAME": "emulated",
        "LAMBDA_TASK_ROOT": str(folder), "_HANDLER": HANDLER,
    }


class Deployed:
    """The functions of a stack, found as AWS finds them: by route, by schedule, by stream."""

    def __init__(self, emulator, name):
        self.emulator, self.name = emulator, name

    def behind(self, door, route):
        """The function that a door's route leads to."""
        gateway = self.emulator.client("apigatewayv2")
        api = next(api["ApiId"] for api in gateway.get_apis()["Items"] if api["Name"] == f"{self.name}-{door}")
        found = next(r for r in gateway.get_routes(ApiId=api)["Items"] if r["RouteKey"] == route)
        return called(gateway.get_integration(ApiId=api, IntegrationId=found["Target"].split("/")[1])["IntegrationUri"])

    def scheduled(self, schedule):
        """The function that a schedule calls, and with which event."""
        target = self.emulator.client("scheduler").get_schedule(Name=f"{self.name}-{schedule}")["Target"]
        return called(target["Arn"]), json.loads(target["Input"])

    def streamed(self):
        """The stream, the pattern of what it brings, and the function that it comes to."""
        mapping, = self.emulator.client("lambda").list_event_source_mappings()["EventSourceMappings"]
        pattern, = mapping["FilterCriteria"]["Filters"]
        # A version in the place of the alias: see gaps.txt.
        return mapping["EventSourceArn"], json.loads(pattern["Pattern"]), mapping["FunctionArn"].split(":")[6]

    def leaves_by(self, function):
        """The addresses of the NATs to which the function's subnets send what is for anywhere."""
        subnets = self.configuration(function)["VpcConfig"]["SubnetIds"]
        network = self.emulator.client("ec2")
        tables = network.describe_route_tables(Filters=[{"Name": "association.subnet-id", "Values": subnets}])["RouteTables"]
        nats = [route.get("NatGatewayId", "none") for table in tables for route in table["Routes"] if route.get("DestinationCidrBlock") == "0.0.0.0/0"]
        if len(nats) != len(subnets) or "none" in nats:
            return []
        found = network.describe_nat_gateways(NatGatewayIds=nats)["NatGateways"]
        return sorted(address["PublicIp"] for nat in found for address in nat["NatGatewayAddresses"])

    def configuration(self, function):
        return self.emulator.client("lambda").get_function_configuration(FunctionName=function, Qualifier="live")

    @contextlib.contextmanager
    def started(self, function):
        """Starts it with the environment it was deployed with, and what Lambda adds; yields what invokes it."""
        known = self.configuration(function)
        short = function.removeprefix(f"{self.name}-")
        environment = {
            **known["Environment"]["Variables"],
            **{name: self.emulator.env[name] for name in ["AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"]},
            # The one thing that AWS would not set.
            "AWS_ENDPOINT_URL": self.emulator.url,
            **lambda_variables(function, self.emulator.work / short, known["Version"], known["MemorySize"]),
        }
        with runtime.running(command(package(short), self.emulator.work / short), environment, self.log(short), known["Timeout"]) as invoke:
            yield invoke

    def log(self, short):
        return self.emulator.work / f"{short}.log"


def called(arn):
    """The function's name in an ARN of its alias, which is the one that must be called."""
    name, alias = re.search(r":function:([^:/]+):([^:/]+)", arn).groups()
    if alias != "live":
        raise ValueError(f"expected the alias live, found {arn}")
    return name
