#!/usr/bin/env python3
"""Moves calls to the newest version of each function that is not called yet, as `rollout` says.

usage: terraform output -json functions | release.py [--wait]

Starts one deployment of CodeDeploy for each; with --wait it ends when all have, with 1 if one was
taken back. Needs AWS's command line and its credentials. A second run finds nothing to do.
"""
import json
import subprocess
import sys


def aws(*words):
    return json.loads(subprocess.run(["aws", *words, "--output", "json"], check=True, capture_output=True, text=True).stdout or "{}")


def revision(function, current):
    content = json.dumps({
        "version": 0.0,
        "Resources": [{function["name"]: {"Type": "AWS::Lambda::Function", "Properties": {
            "Name": function["name"], "Alias": function["alias"],
            "CurrentVersion": current, "TargetVersion": function["version"]}}}],
    })
    return json.dumps({"revisionType": "AppSpecContent", "appSpecContent": {"content": content}})


def start(function):
    alias = aws("lambda", "get-alias", "--function-name", function["name"], "--name", function["alias"])
    current = alias["FunctionVersion"]
    if current == function["version"]:
        print(f"{function['name']}: {current} is called already")
        return None
    deployment = aws(
        "deploy", "create-deployment", "--application-name", function["application"],
        "--deployment-group-name", function["name"], "--revision", revision(function, current))["deploymentId"]
    print(f"{function['name']}: from {current} to {function['version']}, {deployment}")
    return deployment


def main():
    started = [d for d in map(start, json.load(sys.stdin).values()) if d]
    if "--wait" not in sys.argv:
        return 0
    ended = [subprocess.run(["aws", "deploy", "wait", "deployment-successful", "--deployment-id", d], check=False) for d in started]
    return 1 if any(e.returncode for e in ended) else 0


if __name__ == "__main__":
    sys.exit(main())
