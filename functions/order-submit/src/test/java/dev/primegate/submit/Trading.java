package dev.primegate.submit;

import static io.restassured.RestAssured.given;

import dev.primegate.book.OrderBook;
import dev.primegate.instrument.Symbol;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import dev.primegate.order.Account;
import dev.primegate.order.ClOrdId;
import dev.primegate.order.ExecId;
import dev.primegate.order.Execution;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderId;
import dev.primegate.order.Side;
import dev.primegate.order.Tenant;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** Orders over HTTP, and what a broker would say of them, for tests of what becomes of it. */
@Singleton
class Trading {
    private final TestCallers callers;
    private final OrderBook book;

    Trading(TestCallers callers, OrderBook book) {
        this.callers = callers;
        this.book = book;
    }

    void submit(String clOrdId) {
        given().contentType("application/json")
                .body(Body.limit(clOrdId).build())
                .post("/v1/orders")
                .then()
                .statusCode(201);
    }

    /** Bitcoin is bought, for a fee of ten cents. */
    void fill(String clOrdId, String execId, String quantity, String price, Instant at) {
        Execution execution =
                new Execution(
                        new ExecId(execId),
                        new Symbol("BTC-USD"),
                        Side.BUY,
                        Quantity.of(quantity),
                        Price.of(price),
                        Optional.of(new Money(Decimal10.of("0.1"), new Asset("USD"))),
                        at,
                        Optional.empty(),
                        "0".repeat(64));
        var _ = book.apply(id(clOrdId), new OrderEvent.Executed(execution), "test");
    }

    void bust(String clOrdId, String execId, Instant at) {
        OrderEvent bust = new OrderEvent.Busted(new ExecId(execId), at, "a test");
        var _ = book.apply(id(clOrdId), bust, "test");
    }

    OrderId id(String clOrdId) {
        return OrderId.of(new Tenant(callers.tenant()), new Account("main"), new ClOrdId(clOrdId));
    }
}
