"""moto_server with what this stack needs and moto has not.

usage: server.py PORT
"""
import os
import sys
import time

os.environ["MOTO_IAM_LOAD_MANAGED_POLICIES"] = "true"

import moto.codedeploy.models as codedeploy  # noqa: E402
from moto.awslambda.models import LambdaBackend  # noqa: E402
from moto.cloudtrail.models import CloudTrailBackend  # noqa: E402
from moto.core.responses import ActionResult  # noqa: E402
from moto.server import main  # noqa: E402
from moto.stepfunctions.responses import StepFunctionResponse  # noqa: E402

# What a table's stream brings waits to be read: moto would start a container at each write.
LambdaBackend.send_dynamodb_items = lambda *_: None

# A trail is started by its ARN too.
start_logging = CloudTrailBackend.start_logging
CloudTrailBackend.start_logging = lambda self, name: start_logging(self, name.split("/")[-1])

# Asked before and after a state machine is made, which has no versions here.
StepFunctionResponse.validate_state_machine_definition = lambda _: ActionResult({"result": "OK", "diagnostics": []})
StepFunctionResponse.list_state_machine_versions = lambda _: ActionResult({"stateMachineVersions": []})

# Its times are numbers.
codedeploy.iso_8601_datetime_with_milliseconds = time.time

if __name__ == "__main__":
    main(["-H", "127.0.0.1", "-p", sys.argv[1]])
