#!/usr/bin/env python3
"""Brings what lies in a queue of dead letters to its function again, once its cause is mended.

usage: redrive.py QUEUE_URL

A letter is deleted when its function has taken what it holds, and stays otherwise; then this ends
with 1. A letter of the table's stream names the records that were not taken: they are read from the
stream, which keeps them for 24 hours. Needs AWS's command line and its credentials.
"""
import json
import subprocess
import sys
import tempfile

# More than any queue should hold; what comes while this runs is for the next run.
MOST_LETTERS = 1000
MOST_PAGES = 100
# Longer than a function may take to say that it has taken something.
HIDDEN_SECONDS = 930


class Left(Exception):
    """Why a letter stays where it is."""


def aws(*words):
    done = subprocess.run(["aws", *words, "--output", "json"], check=False, capture_output=True, text=True)
    if done.returncode:
        raise Left(done.stderr.strip() or f"aws {words[0]} {words[1]} ended with {done.returncode}")
    return json.loads(done.stdout or "{}")


def records(batch):
    """What the stream holds from the first record of the batch to its last."""
    end = int(batch["endSequenceNumber"])
    iterator = aws(
        "dynamodbstreams", "get-shard-iterator", "--stream-arn", batch["streamArn"], "--shard-id", batch["shardId"],
        "--shard-iterator-type", "AT_SEQUENCE_NUMBER", "--sequence-number", batch["startSequenceNumber"])["ShardIterator"]
    found = []
    for _ in range(MOST_PAGES):
        page = aws("dynamodbstreams", "get-records", "--shard-iterator", iterator)
        for record in page["Records"]:
            number = int(record["dynamodb"]["SequenceNumber"])
            if number <= end:
                found.append(record)
            if number >= end:
                return found
        iterator = page.get("NextShardIterator")
        if not iterator:
            break
    raise Left(f"the stream ends before record {end}")


def read(letter):
    """The function it was for, and what to bring there."""
    body = json.loads(letter["Body"])
    context = body.get("requestContext", {})
    if "DDBStreamBatchInfo" in body:
        return context["functionArn"], {"Records": records(body["DDBStreamBatchInfo"])}
    if "requestPayload" in body:
        return context["functionArn"], body["requestPayload"]
    target = letter.get("MessageAttributes", {}).get("TARGET_ARN", {}).get("StringValue", "")
    if ":function:" not in target:
        raise Left(f"it was for no function: {target or 'it does not say for what'}")
    return target, body


def bring(function, event):
    with tempfile.NamedTemporaryFile("w+") as payload, tempfile.NamedTemporaryFile("r") as answer:
        json.dump(event, payload)
        payload.flush()
        done = aws(
            "lambda", "invoke", "--function-name", function, "--cli-read-timeout", "0",
            "--cli-binary-format", "raw-in-base64-out", "--payload", f"file://{payload.name}", answer.name)
        said = answer.read()
    if done.get("FunctionError"):
        raise Left(f"{function} failed: {said[:500]}")
    answered = json.loads(said or "null")
    again = answered.get("batchItemFailures") if isinstance(answered, dict) else None
    if again:
        raise Left(f"{function} did not take {len(again)} of its records")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__.split("\n\n")[1])
    queue = sys.argv[1]
    taken = left = 0
    for _ in range(MOST_LETTERS):
        letters = aws(
            "sqs", "receive-message", "--queue-url", queue, "--max-number-of-messages", "1", "--wait-time-seconds", "2",
            "--visibility-timeout", str(HIDDEN_SECONDS), "--message-attribute-names", "All").get("Messages", [])
        if not letters:
            break
        letter = letters[0]
        try:
            bring(*read(letter))
        except (Left, KeyError, ValueError) as why:
            print(f"{letter['MessageId']}: left, {why}", file=sys.stderr)
            left += 1
            continue
        aws("sqs", "delete-message", "--queue-url", queue, "--receipt-handle", letter["ReceiptHandle"])
        taken += 1
    print(f"{taken} taken, {left} left")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
