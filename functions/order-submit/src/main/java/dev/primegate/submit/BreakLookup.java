package dev.primegate.submit;

import dev.primegate.breaks.Break;
import dev.primegate.breaks.BreakId;
import dev.primegate.breaks.BreakLog;
import dev.primegate.order.Account;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which breaks a caller sees. */
@Singleton
class BreakLookup {
    private final BreakLog log;

    BreakLookup(BreakLog log) {
        this.log = log;
    }

    /** Another's break is as absent as one that never was. */
    Break find(String breakId, Caller caller) {
        Optional<Break> found =
                BreakId.isOne(breakId) ? log.find(new BreakId(breakId)) : Optional.empty();
        return found.filter(one -> one.scope().tenant().equals(caller.tenant()))
                .filter(one -> caller.accounts().contains(one.scope().account()))
                .orElseThrow(() ->
                        new ProblemException(
                                Problem.of(
                                        404,
                                        "break-not-found",
                                        "There is no such break",
                                        "expected the breakId of a break of yours")));
    }

    /** Latest first, of one account or of all the caller's. */
    List<Break> list(Caller caller, Optional<Account> account, BreakLog.Query query) {
        account.ifPresent(one -> Access.require(caller, one));
        return account.map(List::of).orElseGet(() -> List.copyOf(caller.accounts())).stream()
                .flatMap(one -> log.list(caller.tenant(), one, query).stream())
                .sorted(Comparator.comparing(Break::opened).thenComparing(Break::id).reversed())
                .limit(query.limit())
                .toList();
    }
}
