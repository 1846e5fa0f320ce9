"""The events that AWS would send."""
import base64
import datetime
import hashlib
import hmac
import json
import time


def http(method, path, body=None, headers=None, user=None):
    """A request as an HTTP API sends it to a function; the user is one that AWS_IAM has authenticated."""
    path, _, query = path.partition("?")
    return {
        "version": "2.0", "routeKey": f"{method} {path}", "rawPath": path, "rawQueryString": query,
        "headers": {"content-type": "application/json", "host": "api.example.com", **(headers or {})},
        "requestContext": {
            "accountId": "123456789012", "apiId": "api", "stage": "$default", "requestId": "emulated",
            "domainName": "api.example.com", "domainPrefix": "api", "routeKey": f"{method} {path}",
            "timeEpoch": int(time.time() * 1000),
            "http": {"method": method, "path": path, "protocol": "HTTP/1.1", "sourceIp": "192.0.2.1", "userAgent": "oms"},
            **({"authorizer": {"iam": {
                "accessKey": "AKIAEXAMPLE", "accountId": "123456789012", "callerId": user, "userId": user,
                "userArn": "arn:aws:iam::123456789012:user/oms"}}} if user else {}),
        },
        **({"body": body} if body else {}), "isBase64Encoded": False,
    }


def webhook(sender, key, message, kind, data):
    """What a sender says, signed with its key by https://www.standardwebhooks.com."""
    body = json.dumps({"type": kind, "timestamp": now(), "data": data})
    stamp = str(int(time.time()))
    signed = hmac.new(key, f"{message}.{stamp}.{body}".encode(), hashlib.sha256).digest()
    return http("POST", f"/v1/webhooks/{sender}", body, {
        "webhook-id": message, "webhook-timestamp": stamp, "webhook-signature": "v1," + base64.b64encode(signed).decode()})


def stream(records, source):
    """Records of DynamoDB Streams, as Lambda sends those of a table's stream."""
    return {"Records": [{
        **record, "eventSourceARN": source,
        "dynamodb": {name: value for name, value in record["dynamodb"].items() if name != "ApproximateCreationDateTime"},
    } for record in records]}


def passes(record, pattern):
    """Whether a filter lets it through, one that names the values of its fields."""
    if isinstance(pattern, list):
        return record in pattern
    return all(name in record and passes(record[name], inner) for name, inner in pattern.items())


def now():
    return datetime.datetime.now(datetime.timezone.utc).isoformat().replace("+00:00", "Z")
