"""What both are asked: requests over HTTP, and events."""
import json
from dataclasses import dataclass, field

import events
import runtime


# A function that is cold, or on a busy machine, may not reach a broker in time.
ATTEMPTS = 5


def answered(twin, event):
    """What the function made of it; of an error its type and message, for a trace is not the same in both."""
    try:
        return twin.invoke(event)
    except runtime.Failed as failed:
        kind, _, text = str(failed).partition(": ")
        try:
            error = json.loads(text)
        except ValueError:
            error = {"errorMessage": text}
        return {"failed": kind, **{name: error.get(name) for name in ["errorType", "errorMessage"]}}


@dataclass
class Ask:
    """A request, the status it must be answered with, and what to take of the answer for later ones."""

    method: str
    path: str
    status: int
    body: object = None
    user: str = "ann"
    headers: dict = field(default_factory=dict)
    take: dict = field(default_factory=dict)
    subject: object = None

    @property
    def is_refusal(self):
        return self.status >= 400

    def answer(self, twin):
        body = self.body if self.body is None or isinstance(self.body, str) else json.dumps(self.body)
        answer = answered(twin, events.http(self.method, twin.said(self.path), body and twin.said(body), self.headers, self.user))
        for name, place in self.take.items():
            twin.taken[name] = str(json.loads(answer.get("body") or "{}").get(place, "none"))
        return answer

    def wrong(self, answer):
        if answer.get("statusCode") != self.status:
            return f"expected {self.status}, found {json.dumps(answer)[:1000]}"
        return None

    def __str__(self):
        return f"{self.user} {self.method} {self.path}"


@dataclass
class Tell:
    """An event, and what must be so of the answer; a refusal is an event that is given back as failed."""

    subject: str
    sent: object
    expected: object
    is_refusal: bool = False

    def answer(self, twin):
        """A job that could not reach everybody in time is repeated, as its schedule would."""
        for _ in range(ATTEMPTS):
            answer = answered(twin, self.sent)
            if self.expected(answer):
                break
        return answer

    def wrong(self, answer):
        return None if self.expected(answer) else f"found {json.dumps(answer)[:1000]}"

    def __str__(self):
        return f"{self.subject} {json.dumps(self.sent)[:100]}"
