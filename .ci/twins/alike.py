"""Whether two answers are the same, but for what must differ."""
import json
import re

# Each run has its own; that both have one, and where, is compared.
CHANCE = {
    "traceid", "traceparent", "tookmillis", "hash", "previoushash", "tracestate", "x-amzn-trace-id", "quoteid",
    "brokerorderid", "execid", "etag", "received", "used",
}
AGE = re.compile(r"PT(\d+H)?(\d+M)?\d+\.\d+S")
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)")


def differences(one, other, taken, others_taken):
    """Of two answers, field by field, each with the values that its side has taken by name: as lines."""
    ours, theirs = dict(fields(read(one), taken)), dict(fields(read(other), others_taken))
    return [f"{path}: {ours.get(path, 'nothing')} | {theirs.get(path, 'nothing')}"
            for path in sorted(ours.keys() | theirs.keys()) if ours.get(path) != theirs.get(path)]


def read(answer):
    """An answer of an HTTP function has its body as text; names of headers have no case."""
    if not isinstance(answer, dict) or "statusCode" not in answer:
        return answer
    body, headers = answer.get("body") or "", lowered(answer.get("headers"))
    many = {name: values for name, values in lowered(answer.get("multiValueHeaders")).items() if name != "content-length"}
    # Of a body with times or ids of another length; the body is compared itself.
    headers.pop("content-length", None)
    try:
        body = json.loads(body)
    except ValueError:
        pass
    return {**answer, "headers": headers, "multiValueHeaders": many, "body": body}


def lowered(headers):
    return {name.lower(): value for name, value in (headers or {}).items()}


def fields(value, taken, path="", name=""):
    """Each leaf by its path, what must differ as a word that says what it is."""
    if isinstance(value, dict) and value:
        for key, inner in value.items():
            yield from fields(inner, taken, f"{path}.{blank(key, taken)}", key)
    elif isinstance(value, list) and value:
        for index, inner in enumerate(value):
            yield from fields(inner, taken, f"{path}[{index}]", name)
    elif name.lower() in CHANCE and value is not None:
        yield path, f"<{name}>"
    else:
        # The kind too: "1" is not 1, and nothing is not an empty list.
        yield path, json.dumps(blank(value, taken) if isinstance(value, str) else value)


def blank(text, taken):
    for name, value in sorted(taken.items(), key=lambda one: -len(one[1])):
        text = text.replace(value, f"<{name}>")
    return AGE.sub("<age>", TIME.sub("<time>", text))
