"""What reconcile is sent: each kind of job, slices, and what is no job."""
import pathlib
import re

import around
import events
from asked import Tell
from pair import Number

WHAT = "kinds of jobs"
JOBS = pathlib.Path(__file__).resolve().parents[2] / "functions/reconcile/src/main/java/dev/primegate/reconcile/Job.java"
KINDS = re.findall(r'@JsonProperty\("(\w+)"\)\s+[A-Z]+\(', JOBS.read_text())
TALLY = {"looked", "moved", "waiting", "told", "failed"}


def questions(twins):
    now = events.now()
    for twin in twins:
        prepare(twin, now)
    for kind in KINDS:
        yield Tell(kind, {"job": kind}, done)
    for slice_ in range(2):
        yield Tell("trades", {"job": "trades", "slice": {"broker": "clear-street", "index": slice_, "of": 2}}, done)
    yield Tell("trades", {"job": "trades", "sliced": True}, done)
    yield Tell("trades", {"job": "trades", "slice": {"broker": "clear-street", "index": 2, "of": 2}}, failed, True)
    yield Tell("orders", {"job": "orders", "sliced": True}, failed, True)
    yield Tell("none", {"job": "none"}, failed, True)
    yield Tell("none", {}, failed, True)
    # Again: what the first run noted.
    for kind in KINDS:
        yield Tell(kind, {"job": kind}, done)


def left_out(heard, _):
    yield from (kind for kind in KINDS if kind not in heard)


def environment():
    return {"PRIMEGATE_USED_BROKERS": ",".join(around.BROKERS), **around.reading()}


def prepare(twin, now):
    """An account that is kept at two brokers, as order-submit writes it, and what things are worth."""
    for asset, price in [("BTC", "60000"), ("ETH", "3000"), ("SOL", "150"), ("USDC", "1")]:
        twin.put(pk=f"REF#{asset}-USD", sk="S", type="REFERENCE", **{"px/test": Number(price), "at/test": now})
    brokers = {}
    for broker, number in [("coinbase-prime", "11111111-2222-3333-4444-555555555555"), ("clear-street", "100000")]:
        brokers |= {f"number:{broker}": number, f"secret:{broker}": f"primegate/{broker}/read", f"takesOrphans:{broker}": "true"}
    twin.put(pk="ACC", sk="fund/demo", type="ACCOUNT", version=1, brokers=brokers, changedBy="ann", changedAt=now)


def done(tally):
    return isinstance(tally, dict) and set(tally) == TALLY and tally["failed"] == 0


def failed(answer):
    return "failed" in answer and set(answer) != TALLY
