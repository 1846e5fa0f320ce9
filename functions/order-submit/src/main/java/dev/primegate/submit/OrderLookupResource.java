package dev.primegate.submit;

import dev.primegate.book.OrderQuery;
import dev.primegate.order.Account;
import dev.primegate.order.ClOrdId;
import dev.primegate.order.Order;
import dev.primegate.order.OrderId;
import dev.primegate.order.OrderStatus;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Looks orders up. */
@Path("/v1/orders")
@Produces(MediaType.APPLICATION_JSON)
class OrderLookupResource {
    private static final int LISTED = 100;

    private final OrderQuery query;
    private final Access access;

    OrderLookupResource(OrderQuery query, Access access) {
        this.query = query;
        this.access = access;
    }

    @GET
    @Path("/{orderId}")
    @Operation(operationId = "getOrder", summary = "An order as it stands")
    @ProblemResponses
    public OrderView get(@RestPath String orderId, @Context SecurityContext security) {
        return OrderView.of(access.find(orderId, access.caller(security, Role.READ)));
    }

    @GET
    @Operation(operationId = "listOrders", summary = "The caller's orders, latest first")
    @ProblemResponses
    public OrderList list(
            @QueryParam("account") @Nullable String account,
            @QueryParam("clOrdId") @Nullable String clOrdId,
            @QueryParam("status") @Nullable String status,
            @Context SecurityContext security) {
        Caller caller = access.caller(security, Role.READ);
        Optional<OrderStatus> wanted = Optional.ofNullable(status).map(OrderLookupResource::status);
        List<Account> accounts =
                account == null
                        ? caller.accounts().stream()
                                .sorted(Comparator.comparing(Account::name))
                                .toList()
                        : List.of(parameter("account", account, Account::new));
        accounts.forEach(a -> Access.require(caller, a));
        Stream<Order> found =
                clOrdId == null
                        ? accounts.stream()
                                .flatMap(a ->
                                        query.list(caller.tenant(), a, wanted, LISTED).stream())
                        : byClOrdId(caller, accounts, parameter("clOrdId", clOrdId, ClOrdId::new))
                                .filter(o -> wanted.isEmpty() || wanted.get() == o.status());
        return new OrderList(
                found.sorted(Comparator.comparing(Order::transactTime).reversed())
                        .limit(LISTED)
                        .map(OrderView::of)
                        .toList());
    }

    @GET
    @Path("/{orderId}/history")
    @Operation(operationId = "getOrderHistory", summary = "Everything that happened, in order")
    @ProblemResponses
    public HistoryView history(@RestPath String orderId, @Context SecurityContext security) {
        Order order = access.find(orderId, access.caller(security, Role.READ));
        return HistoryView.of(order, query.history(order.id()));
    }

    private Stream<Order> byClOrdId(Caller caller, List<Account> accounts, ClOrdId clOrdId) {
        return accounts.stream()
                .map(a -> query.find(OrderId.of(caller.tenant(), a, clOrdId)))
                .flatMap(Optional::stream);
    }

    private static OrderStatus status(String text) {
        return parameter("status", text, OrderStatus::valueOf);
    }

    /** Throws {@link ProblemException} if {@code reader} does not understand it. */
    static <T> T parameter(String name, String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.of(
                            400,
                            "invalid-parameter",
                            "A query parameter is not valid",
                            name.equals("status")
                                    ? "status: expected one of %s, found %s"
                                            .formatted(
                                                    Arrays.toString(OrderStatus.values()),
                                                    StrictJson.clip(text))
                                    : "%s: found %s".formatted(name, StrictJson.clip(text))));
        }
    }
}
