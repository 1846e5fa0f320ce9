"""What alert-router is sent: records of the stream, alarms, dead letters, what nobody knows, and the clock."""
import json

import alike
import events
from asked import Tell

WHAT = "kinds of events"
TAKEN = {"batchItemFailures": []}
KINDS = ["stream", "alarm", "dead letters", "unknown", "minute", "week"]


def questions(twins):
    now = events.now()
    yield from told("stream", records(alert(1, now), alert(2, now, dedupKey="margin-call:coinbase-prime", rule="margin-call")))
    yield from told("stream", records(alert(3, now, severity="WARNING", rule="slippage", dedupKey="slippage:BTC-USD")))
    yield from told("stream", records(alert(1, now)))
    yield from told("stream", records(alert(4, now, at="yesterday"), {**alert(5, now), "eventName": "REMOVE"}))
    yield from told("stream", records())
    yield from told("alarm", alarm("primegate-errors", "ALARM", now))
    yield from told("alarm", alarm("primegate-errors", "OK", now))
    yield from told("alarm", alarm("primegate-errors", "INSUFFICIENT_DATA", now))
    yield from told("alarm", alarm("primegate-errors", "MELTED", now))
    yield from told("dead letters", alarm("primegate-stream-dead-letters", "ALARM", now))
    yield from told("unknown", {"source": "nobody", "what": [1, 2.5, None, True]})
    yield from told("stream", records(alert(6, now, action="RESOLVE")))
    yield from told("minute", {"job": "minute"})
    yield from told("week", {"job": "week"})
    for path in ["/v2/enqueue", "/slack"]:
        yield Heard(path)


def told(kind, event):
    yield Tell(kind, event, lambda answer: answer == TAKEN)


def left_out(heard, _):
    yield from (kind for kind in KINDS if kind not in heard)


def environment():
    return {"PRIMEGATE_ALERTS_ENVIRONMENT": "twins", "PRIMEGATE_ALERTS_PAGERDUTY_SECRET": "primegate/pagerduty",
            "PRIMEGATE_ALERTS_SLACK_SECRET": "primegate/slack"}


def records(*of):
    return {"Records": list(of)}


def alert(number, now, **changes):
    fields = {"pk": f"AE#{number}", "type": "ALERT", "id": f"twins-{number}", "action": "TRIGGER", "rule": "order-rejected",
              "dedupKey": "order-rejected:coinbase-prime", "severity": "CRITICAL", "summary": "an order was rejected", "at": now, **changes}
    image = {name: {"S": value} for name, value in fields.items()} | {"details": {"M": {"broker": {"S": "coinbase-prime"}}}}
    return {"eventName": "INSERT", "eventSource": "aws:dynamodb",
            "dynamodb": {"SequenceNumber": f"{number:021d}", "Keys": {"pk": {"S": fields["pk"]}}, "NewImage": image}}


def alarm(name, state, now):
    return {"source": "aws.cloudwatch", "detail-type": "CloudWatch Alarm State Change",
            "detail": {"alarmName": name, "state": {"value": state, "reason": "because", "timestamp": now}}}


class Heard:
    """What a stand-in has been sent by each of them, once they have answered everything."""

    is_refusal = False

    def __init__(self, path):
        self.subject = self.path = path

    def answer(self, twin):
        # Those of one moment are told beside one another.
        lines = sorted(twin.parts.seen(self.path).splitlines(), key=lambda line: alike.blank(line, {}))
        return [json.loads(line) for line in lines]

    def wrong(self, answer):
        return None if answer else "nothing"

    def __str__(self):
        return f"what came to {self.path}"
