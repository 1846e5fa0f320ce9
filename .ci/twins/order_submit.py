"""What order-submit is asked: each operation of openapi.yaml, heard and refused."""
import datetime
import pathlib
import re

import around
import events
from asked import Ask
from pair import Number

API = pathlib.Path(__file__).resolve().parents[2] / "functions/order-submit/openapi.yaml"
def operations():
    """The operations of openapi.yaml, as method and path."""
    path = ""
    for line in API.read_text().splitlines():
        if at := re.fullmatch(r"  (/\S+):", line):
            path = at[1]
        if operation := re.fullmatch(r"    (get|put|post|delete|patch):", line):
            yield operation[1].upper(), path


OPERATIONS = list(operations())
WHAT = "operations"
TODAY = datetime.datetime.now(datetime.timezone.utc).date()
BREAK = "0123456789abcdef-0123456789abcdef"
INCIDENT = "desk:order-rejected"
PRICES = {"BTC-USD": "60000", "ETH-USD": "3000", "AAPL": "200"}
CALLERS = {"ann": "read,trade,operate,approve,books", "ben": "read,operate,approve,books", "reader": "read"}

LIMIT = {"account": "demo", "symbol": "BTC-USD", "side": "BUY", "ordType": "LIMIT", "timeInForce": "GTC",
         "orderQty": "0.01", "price": "20000", "desk": "d", "trader": "t"}
SHARES = {**LIMIT, "symbol": "AAPL", "orderQty": "10", "price": "100", "timeInForce": "DAY"}
DEALT = {**LIMIT, "account": "dealer", "symbol": "ETH-USD", "orderQty": "0.5", "price": "3200", "timeInForce": "FOK"}
HALT = {"state": "HALTED", "reason": "a drill", "cancelOpenOrders": False}
END = {"reason": "TIMING", "evidence": "their mail of Monday"}
OPENING = {"id": "opening-1", "kind": "OPENING", "at": "2026-01-02T03:04:05Z", "reason": "what was there",
           "legs": [{"account": "demo", "broker": "coinbase-prime", "symbol": "BTC-USD", "quantity": "0.5", "value": "25000.10"}]}
KEPT = {"version": 0, "brokers": [{"broker": "coinbase-prime", "number": "1", "secret": "primegate/coinbase-prime/trade", "takesOrphans": True}]}


def new(identity, template=LIMIT, **changes):
    return {**template, "clOrdId": identity, **changes}


def questions(twins):
    """Requests, each with the operation that it is of."""
    for ask in asks(twins):
        ask.subject = operation(ask)
        for twin in twins:
            publish(twin)
        yield ask


def asks(twins):
    """In their order: later ones look at what earlier ones did."""
    now = events.now()
    for twin in twins:
        prepare(twin, now)
    yield Ask("GET", "/v1/ops/environment", 200)
    yield from submitted()
    yield Ask("GET", "/health/brokers/coinbase-prime", 200)
    yield Ask("GET", "/health/brokers/nobody", 404)
    yield from looked_up()
    yield from halted()
    yield from booked()
    yield from alerted()
    yield from told_apart()
    yield from reported()
    yield from refusals()
    # The broker takes our key no longer: what it took before, it took because of its signature.
    for twin in twins:
        twin.control("coinbase-prime", "keys", {"retired": ["sim-access-key"]})
    yield Ask("POST", "/v1/orders", 422, new("retired-1", price="20003"))
    yield Ask("GET", "/health/brokers/coinbase-prime", 503)


def left_out(heard, refused):
    """The operations that were never heard, or never refused."""
    yield from (f"{one} with success" for one in OPERATIONS if one not in heard)
    yield from (f"{one} with a problem" for one in OPERATIONS if one not in refused)


def submitted():
    # Each broker refuses a signature or a token that is not right: 201 is proof of a good one.
    yield Ask("POST", "/v1/orders", 201, new("limit-1"), take={"order": "orderId"})
    yield Ask("POST", "/v1/orders", 200, new("limit-1"))
    yield Ask("POST", "/v1/orders", 201, new("shares-1", SHARES), take={"shares": "orderId"})
    yield Ask("POST", "/v1/orders", 201, new("dealt-1", DEALT), take={"dealt": "orderId", "dealt there": "brokerOrderId"})
    yield Ask("POST", "/v1/orders", 201, new("market-1", ordType="MARKET", price=None, orderQty="0.02", timeInForce="IOC", maxSlippageBps=50))
    yield Ask("POST", "/v1/orders", 201, new("sold-1", side="SELL", price="90000"), headers={"idempotency-key": "sold-1"})
    yield Ask("POST", "/v1/orders", 422, new("limit-1", orderQty="0.03"))
    yield Ask("POST", "/v1/orders", 400, new("wrong-1", symbol="NOPE", orderQty=1, colour="red"))
    yield Ask("POST", "/v1/orders", 400, "{")
    yield Ask("POST", "/v1/orders", 422, new("far-1", price="90000"))
    yield Ask("POST", "/v1/orders", 422, new("large-1", orderQty="1000"))
    yield Ask("POST", "/v1/orders", 403, new("strange-1", account="others"))
    yield Ask("POST", "/v1/orders", 403, new("strange-2"), user="reader")
    yield Ask("POST", "/v1/orders:batch", 200, {"orders": [new("batch-1", price="20001"), new("batch-2", price="0")]})
    yield Ask("POST", "/v1/orders:batch", 400, {"orders": []})
    yield Ask("POST", "/v1/order-previews", 200, new("preview-1"))
    yield Ask("POST", "/v1/order-previews", 422, new("preview-2", DEALT))
    yield Ask("POST", "/v1/order-previews", 400, {})
    wish = {"account": "dealer", "quoteReqId": "quote-1", "symbol": "ETH-USD", "side": "BUY", "orderQty": "0.5"}
    yield Ask("POST", "/v1/quotes", 201, wish, take={"quote": "quoteId", "offered": "offerPx"})
    yield Ask("POST", "/v1/orders", 201, new("quoted-1", DEALT, ordType="PREVIOUSLY_QUOTED", price="${offered}", quoteId="${quote}"),
              take={"quoted there": "brokerOrderId"})
    yield Ask("POST", "/v1/quotes", 400, {**wish, "side": "HOLD"})


def looked_up():
    yield Ask("GET", "/v1/orders/${order}", 200)
    yield Ask("GET", "/v1/orders/${dealt}", 200)
    yield Ask("GET", "/v1/orders/${shares}", 200)
    yield Ask("GET", "/v1/orders/none", 404)
    yield Ask("GET", "/v1/orders?account=demo", 200)
    yield Ask("GET", "/v1/orders?account=demo&clOrdId=limit-1", 200)
    yield Ask("GET", "/v1/orders?account=demo&status=NOPE", 400)
    yield Ask("GET", "/v1/ops/orders", 200)
    yield Ask("GET", "/v1/orders/${order}/history", 200)
    yield Ask("GET", "/v1/orders/${dealt}/history", 200)
    yield Ask("GET", "/v1/orders/none/history", 404)
    yield Ask("DELETE", "/v1/orders/${order}", 202)
    yield Ask("DELETE", "/v1/orders/none", 404)
    yield Ask("GET", "/v1/orders/${order}/history", 200)


def halted():
    yield Ask("PUT", "/v1/halts/symbol:BTC-USD", 200, HALT)
    yield Ask("PUT", "/v1/halts/symbol:BTC-USD", 400, {"state": "ACTIVE"})
    yield Ask("PUT", "/v1/halts/symbol:NOPE", 400, HALT)
    yield Ask("POST", "/v1/orders", 423, new("halted-1", price="20002"))
    yield Ask("GET", "/v1/halts", 200)
    yield Ask("DELETE", "/v1/halts/symbol:BTC-USD?reason=over", 202)
    yield Ask("DELETE", "/v1/halts/symbol:BTC-USD?reason=over", 409)
    yield Ask("DELETE", "/v1/halts/symbol:BTC-USD?reason=over", 200, user="ben")
    yield Ask("DELETE", "/v1/halts/symbol:ETH-USD?reason=over", 404)
    yield Ask("GET", "/v1/halts", 200)


def booked():
    yield Ask("POST", "/v1/journal", 202, OPENING)
    yield Ask("POST", "/v1/journal", 409, OPENING)
    yield Ask("POST", "/v1/journal", 201, OPENING, user="ben")
    yield Ask("POST", "/v1/journal", 200, OPENING)
    yield Ask("POST", "/v1/journal", 400, {**OPENING, "legs": []})
    yield Ask("GET", "/v1/positions", 200)
    yield Ask("GET", "/v1/positions?account=others", 403)
    yield Ask("GET", "/v1/executions?account=dealer", 200)
    yield Ask("GET", "/v1/executions", 400)
    yield Ask("GET", "/v1/balances", 200)
    yield Ask("GET", "/v1/accounts/demo", 404)
    yield Ask("PUT", "/v1/accounts/demo", 200, KEPT)
    yield Ask("PUT", "/v1/accounts/demo", 409, KEPT)
    yield Ask("PUT", "/v1/accounts/demo", 400, {"version": "0"})
    yield Ask("GET", "/v1/accounts/demo", 200)
    yield Ask("GET", "/v1/audit/tenant", 200)
    yield Ask("GET", "/v1/audit/house", 200)


def alerted():
    yield Ask("GET", "/v1/alerts", 200)
    yield Ask("GET", "/v1/alerts/route?labels=rule=order-unknown,severity=error", 200)
    yield Ask("GET", "/v1/alerts/route?labels=x", 400)
    yield Ask("POST", f"/v1/alerts/{INCIDENT}/acknowledge", 200)
    yield Ask("POST", "/v1/alerts/none/acknowledge", 404)
    yield Ask("POST", f"/v1/alerts/{INCIDENT}/end", 200)
    yield Ask("POST", "/v1/alerts/none/end", 404)
    until = f"{TODAY + datetime.timedelta(days=2)}T00:00:00Z"
    yield Ask("POST", "/v1/silences", 201, {"match": ["rule=order-rejected"], "reason": "a drill", "until": until}, take={"silence": "id"})
    yield Ask("POST", "/v1/silences", 400, {"match": [], "until": "soon"})
    yield Ask("GET", "/v1/silences", 200)
    yield Ask("DELETE", "/v1/silences/${silence}", 204)
    yield Ask("GET", "/v1/ops/brokers", 200)


def told_apart():
    yield Ask("GET", "/v1/breaks", 200)
    yield Ask("GET", "/v1/breaks?account=others", 403)
    yield Ask("GET", f"/v1/breaks/{BREAK}", 200)
    yield Ask("GET", "/v1/breaks/none", 404)
    yield Ask("POST", f"/v1/breaks/{BREAK}/reopen", 409, {"reason": "not that"})
    yield Ask("POST", f"/v1/breaks/{BREAK}/take", 200)
    yield Ask("POST", "/v1/breaks/none/take", 404)
    yield Ask("POST", f"/v1/breaks/{BREAK}/explain", 200, END)
    yield Ask("POST", f"/v1/breaks/{BREAK}/explain", 400, {"reason": "NO_LONGER_FOUND"})
    yield Ask("POST", f"/v1/breaks/{BREAK}/reopen", 200, {"reason": "not that"})
    yield Ask("POST", f"/v1/breaks/{BREAK}/close", 200, END)
    yield Ask("POST", f"/v1/breaks/{BREAK}/close", 400, {})
    yield Ask("GET", f"/v1/breaks/{BREAK}/notes", 200)
    yield Ask("GET", "/v1/breaks/none/notes", 404)
    yield Ask("GET", "/v1/breaks?closed=true", 200)
    yield Ask("POST", "/v1/runs/trades", 202)
    yield Ask("POST", "/v1/runs/orders", 400)
    yield Ask("GET", "/v1/runs", 200)


def reported():
    for report in ["blotter", "pnl", "margin", "rates", "recon", "pages"]:
        yield Ask("GET", f"/v1/reports/{report}?date={TODAY}", 200)
        yield Ask("GET", f"/v1/reports/{report}?date={TODAY}", 200, headers={"accept": "text/csv"})
        yield Ask("GET", f"/v1/reports/{report}?date=yesterday", 400)


def refusals():
    """Each operation, asked by nobody we know."""
    for method, path in OPERATIONS:
        there = re.sub(r"\{\w+}", "none", path.replace("accounts/{id}", "accounts/demo"))
        body = {} if method in ("POST", "PUT") else None
        yield Ask(method, there, 401, body, user="stranger")


def operation(ask):
    """Which of them a request is; where two fit, the one that says more of it literally."""
    asked = ask.path.partition("?")[0]
    fitting = [(method, path) for method, path in OPERATIONS
               if method == ask.method and re.fullmatch(re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(path)), asked)]
    return min(fitting, key=lambda one: one[1].count("{"), default=None)


def environment():
    given = {
        "PRIMEGATE_USED_BROKERS": ",".join(around.BROKERS),
        "PRIMEGATE_RISK_RAMP_ENABLED": "false", "PRIMEGATE_RISK_EXCHANGE_ALWAYS": "true",
        "PRIMEGATE_RISK_MAX_SHORT": "1000", "PRIMEGATE_RISK_MAX_ORDER_QTY": "100", "PRIMEGATE_RISK_MAX_LONG": "1000",
        # The two are asked one after the other; neither may stand in its own way.
        "PRIMEGATE_SUBMIT_LEASE": "15s", "PRIMEGATE_RISK_DUPLICATE_WINDOW": "1s",
        "PRIMEGATE_RISK_ORDERS_PER_SECOND": "0", "PRIMEGATE_RISK_ORDERS_PER_MINUTE": "0",
        "PRIMEGATE_ROUTING_RULES_0__NAME": "shares", "PRIMEGATE_ROUTING_RULES_0__ASSET_CLASS": "EQUITY",
        "PRIMEGATE_ROUTING_RULES_0__TO_0__BROKER": "clear-street",
        "PRIMEGATE_ROUTING_RULES_1__NAME": "dealer", "PRIMEGATE_ROUTING_RULES_1__ACCOUNT": "dealer",
        "PRIMEGATE_ROUTING_RULES_1__TO_0__BROKER": "falconx",
    }
    for number, (principal, roles) in enumerate(CALLERS.items()):
        prefix = f"PRIMEGATE_CALLERS_{number}__"
        given |= {f"{prefix}PRINCIPAL": principal, f"{prefix}TENANT": "fund", f"{prefix}ROLES": roles,
                  f"{prefix}ACCOUNTS_0_": "demo", f"{prefix}ACCOUNTS_1_": "dealer"}
    return given


def publish(twin):
    """The market's prices as of now, in place of the feed: no check may find them old with one twin alone."""
    for symbol, price in PRICES.items():
        twin.put(pk=f"REF#{symbol}", sk="S", type="REFERENCE", **{"px/test": Number(price), "at/test": events.now()})


def prepare(twin, now):
    """What other functions would have written, and markets that stand still."""
    for broker in around.BROKERS:
        twin.control(broker, "mode", {"mode": "manual"})
        for instrument, price in PRICES.items():
            twin.control(broker, "market", {"instrument": instrument, "price": price})
    twin.put(pk="BAL", sk="coinbase-prime", type="BALANCES", amounts={"USD": "1000.5"}, holds={"USD": "0.5"}, asOf=now, origin="balances")
    for key in ["CROSS", f"CROSS#{TODAY}"]:
        twin.put(pk="MGN#coinbase-prime", sk=key, type="MARGIN", level="CLEAR", source="margin", at=now, currency="USD",
                 requirement=Number("100.25"), excess=Number("50"))
    twin.put(pk="RD#coinbase-prime", sk=str(TODAY), type="RATE_DAY", tier="usual", perSecond=25, burst=50, calls=7, peakSecond=3,
             peakMinute=7, minutes=1, countedUntil=now)
    twin.put(pk=f"BK#{BREAK[:16]}", sk=f"B#{BREAK}", type="BREAK", id=BREAK, version=1, status="OPEN", tenant="fund", account="demo",
             broker="coinbase-prime", subject="TRADES", forDay=str(TODAY), what="trade-1", cause="quantity",
             facts={"ours": "1", "brokers": "2"}, stake=Number("60000"), stakeAsset="USD", gravity="HIGH", openedAt=now, seenAt=now,
             movedAt=now, returned=0, listPk="BK#fund/demo#LIVE", listSk=f"{now}#{BREAK}", evidenceRows=1, brokersRows=[],
             ourRows=[{"source": "tape", "line": 1, "fields": {"lastQty": "1"}}],
             differences=[{"field": "lastQty", "ours": "1", "brokers": "2"}])
    member = dict(dedupKey="k", labels={"rule": "order-rejected"}, severity="ERROR", summary="an order was rejected", firing=True,
                  since=now, lastAt=now, lastId="1", count=1)
    twin.put(pk="INC", sk=INCIDENT, type="INCIDENT", incident=INCIDENT, route="desk", since=now, firing=1, change=1, version=1,
             sample={"k": member}, tellings={})
