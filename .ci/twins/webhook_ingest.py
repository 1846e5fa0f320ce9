"""What webhook-ingest is sent: by each scheme of signatures what is good, forged and unreadable."""
import base64
import hashlib
import hmac
import json
import pathlib
import time

import around
import events
from asked import Ask

WHAT = "senders"
SIGNED = pathlib.Path(__file__).resolve().parents[2] / "functions/webhook-ingest/src/test/resources/signatures"
KEY = "MzIgYnl0ZXMgb2YgYSBzeW1tZXRyaWMga2V5Li4uLi4="
# Signed by other hands than ours, and not dated, so that they are good today.
RECORDED = ["bvnk", "bvnk-ecdsa", "fireblocks-legacy", "ripple-collections"]
DATED = ["standard-webhooks", "kraken", "revolut", "coinbase-cdp"]
SENDERS = RECORDED + DATED
FILL = {"orderId": "TWINS", "brokerOrderId": "twins-1", "execId": "fill-1", "symbol": "BTC-USD", "side": "BUY", "lastQty": "0.004",
        "lastPx": "20000", "transactTime": "2026-01-02T03:04:05Z"}
REPORT = {"brokerOrderId": "twins-2", "ordStatus": "NEW"}


def questions(twins):
    for sender in SENDERS:
        key = recorded(sender)[0]["key"] if sender in RECORDED else KEY
        for twin in twins:
            twin.keep(f"primegate/webhooks/{sender}", json.dumps({"signingKey": key.replace("\\n", "\n")}))
    for sender in RECORDED:
        _, headers, body = recorded(sender)
        yield told(sender, 200, headers, body)
        yield told(sender, 200, headers, body)
        yield told(sender, 401, headers, body.replace("0.1", "0.2"))
        yield told(sender, 401, {}, body)
    for sender in DATED:
        for kind, data in [("order.executed", FILL), ("order.reported", REPORT), ("order.busted", {**REPORT, "execId": "fill-1"}),
                           ("order.vanished", REPORT)]:
            body = json.dumps({"type": kind, "timestamp": "2026-01-02T03:04:05Z", "data": data})
            yield told(sender, 200, signed(sender, KEY, body), body)
            yield told(sender, 401, signed(sender, KEY[::-1][1:] + "=", body), body)
        yield told(sender, 200, signed(sender, KEY, "not JSON"), "not JSON")
        yield told(sender, 401, signed(sender, KEY, "", age=3600), "")
        yield told(sender, 413, {}, " " * 300_000)
        yield told(sender, 415, {"content-encoding": "gzip"}, "{}")
    yield Ask("POST", "/v1/webhooks/nobody", 404, "{}", user=None, subject="nobody")
    yield Ask("GET", "/v1/webhooks/kraken", 405, user=None, subject="kraken")
    yield Ask("POST", "/internal/feeds", 404, "{}", user=None, headers={"x-forwarded-for": "192.0.2.1"}, subject="feeds")


def left_out(heard, refused):
    yield from (f"{one}, signed well" for one in SENDERS if one not in heard)
    yield from (f"{one}, forged" for one in SENDERS if one not in refused)


def environment():
    given = {"PRIMEGATE_USED_BROKERS": ",".join(around.BROKERS), **around.reading()}
    for number, sender in enumerate(SENDERS):
        prefix = f"PRIMEGATE_WEBHOOKS_SENDERS_{number}__"
        given |= {f"{prefix}BROKER": sender, f"{prefix}SCHEME": sender, f"{prefix}SECRET": f"primegate/webhooks/{sender}"}
    return given


def told(sender, status, headers, body):
    return Ask("POST", f"/v1/webhooks/{sender}", status, body, None, headers, subject=sender)


def recorded(sender):
    """Settings, headers and body of a file."""
    head, _, body = (SIGNED / f"{sender}.http").read_text().partition("\n\n")
    lines = head.split("\n")
    return (dict(line[2:].split(" ", 1) for line in lines if line.startswith("# ")),
            {name.lower(): value for name, value in (line.split(": ", 1) for line in lines if not line.startswith("# "))}, body)


def signed(sender, key, body, age=0):
    """The headers of a body that was signed now, or so many seconds ago, by its sender's documentation."""
    at = int(time.time()) - age
    match sender:
        case "standard-webhooks":
            name = hashlib.sha256(body.encode()).hexdigest()[:20]
            made = base64.b64encode(mac(base64.b64decode(key), f"{name}.{at}.{body}")).decode()
            return {"webhook-id": name, "webhook-timestamp": str(at), "webhook-signature": f"v1,{made}"}
        case "kraken":
            return {"x-signature": f"t={at},v1={mac(base64.b64decode(key), f'{at}.{body}').hex()}"}
        case "revolut":
            stamp = at * 1000
            return {"revolut-request-timestamp": str(stamp), "revolut-signature": f"v1={mac(key.encode(), f'v1.{stamp}.{body}').hex()}"}
        case "coinbase-cdp":
            made = mac(key.encode(), f"{at}.content-type.application/json.{body}").hex()
            return {"x-hook0-signature": f"t={at},h=content-type,v1={made}"}
    raise ValueError(f"nobody knows how {sender} signs")


def mac(key, text):
    return hmac.new(key, text.encode(), hashlib.sha256).digest()
