package dev.primegate.submit;

import dev.primegate.book.OrderQuery;
import dev.primegate.order.Account;
import dev.primegate.order.Order;
import dev.primegate.order.OrderId;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who calls, and what of ours is theirs. */
@Singleton
class Access {
    private final Callers callers;
    private final OrderQuery query;

    Access(Callers callers, OrderQuery query) {
        this.callers = callers;
        this.query = query;
    }

    /** Who calls, if they have the role that the request takes; each request takes one. */
    Caller caller(SecurityContext security, Role role) {
        Caller caller =
                callers.identify(Optional.ofNullable(security.getUserPrincipal()))
                        .orElseThrow(() ->
                                new ProblemException(
                                        Problem.of(
                                                401,
                                                "unauthorized",
                                                "The caller is not known",
                                                "expected a credential that may trade here")));
        if (!caller.has(role)) {
            throw new ProblemException(
                    Problem.of(
                                    403,
                                    "role-missing",
                                    "You may not do that",
                                    "expected a caller with the role " + role)
                            .withRole(role));
        }
        return caller;
    }

    /** Another tenant's order is as absent as one that never was. */
    Order find(String orderId, Caller caller) {
        Optional<Order> found =
                OrderId.isOne(orderId) ? query.find(new OrderId(orderId)) : Optional.empty();
        return found.filter(order -> order.request().tenant().equals(caller.tenant()))
                .filter(order -> caller.accounts().contains(order.request().account()))
                .orElseThrow(() ->
                        new ProblemException(
                                Problem.of(
                                        404,
                                        "order-not-found",
                                        "There is no such order",
                                        "expected the orderId of an order of yours")));
    }

    static void require(Caller caller, Account account) {
        if (!caller.accounts().contains(account)) {
            throw new ProblemException(
                    Problem.of(
                            403,
                            "account-forbidden",
                            "The account is not yours",
                            "expected an account of the caller, found " + account));
        }
    }

    /** The one that is asked for, if it is the caller's; otherwise all of theirs, by name. */
    static List<Account> accounts(Caller caller, @Nullable String account) {
        Optional<Account> one = Parameters.optional("account", "an account", account, Account::new);
        one.ifPresent(a -> require(caller, a));
        return one.map(List::of)
                .orElseGet(() ->
                        caller.accounts().stream()
                                .sorted(Comparator.comparing(Account::name))
                                .toList());
    }
}
