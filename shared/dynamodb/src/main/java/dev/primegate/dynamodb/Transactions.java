package dev.primegate.dynamodb;

import dev.primegate.runtime.Ids;
import dev.primegate.runtime.Pause;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/** All or nothing, tried again while that is harmless. */
@Singleton
class Transactions {
    private static final int TRIES = 8;
    private static final Duration BUDGET = Duration.ofMillis(600);
    private static final Set<String> PASSING =
            Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

    private final Table table;
    private final Pause pause;
    private final RandomGenerator random;
    private final Ids ids;

    Transactions(Table table, Pause pause, RandomGenerator random, Ids ids) {
        this.table = table;
        this.pause = pause;
        this.random = random;
        this.ids = ids;
    }

    /** Writes all of {@code writes} or none, under a token of its own. */
    Result write(List<TransactWriteItem> writes) {
        return write(writes, ids.next());
    }

    /**
     * Writes all of {@code writes} or none.
     *
     * <p>A conflict, a throttle or a lost reply is tried again with the same {@code token} and the
     * same writes, after a pause drawn from a widening range, at most seven times and 600 ms. The
     * token makes a write that had gone through go through once.
     */
    Result write(List<TransactWriteItem> writes, String token) {
        long waited = 0;
        String why = "";
        for (int attempt = 0; attempt < TRIES; attempt++) {
            try {
                table.untried()
                        .transactWriteItems(t -> t.transactItems(writes).clientRequestToken(token));
                return new Result.Written();
            } catch (TransactionCanceledException e) {
                List<CancellationReason> reasons = e.cancellationReasons();
                if (reasons.stream().noneMatch(r -> PASSING.contains(r.code()))) {
                    return new Result.Refused(reasons);
                }
                why = "conflict";
            } catch (IdempotentParameterMismatchException e) {
                throw new IllegalStateException("one token was used for two writes", e);
            } catch (DynamoDbException e) {
                if (!mayPass(e)) {
                    throw e;
                }
                why = e.getClass().getSimpleName();
            } catch (SdkClientException e) {
                why = e.getClass().getSimpleName();
            }
            long wait = random.nextLong(10L << attempt) + 1;
            if (waited + wait > BUDGET.toMillis()) {
                break;
            }
            waited += wait;
            pause.pause(Duration.ofMillis(wait));
        }
        return new Result.Busy(why);
    }

    /** Throttled, at work on the same token, or out of order: whatever its name, any 5xx. */
    private static boolean mayPass(DynamoDbException e) {
        return e instanceof TransactionInProgressException
                || e.isThrottlingException()
                || e.statusCode() >= 500;
    }

    /** What became of a transaction. */
    sealed interface Result {
        record Written() implements Result {}

        /** A condition failed; one reason per write, in their order. */
        record Refused(List<CancellationReason> reasons) implements Result {
            boolean failed(int write) {
                return "ConditionalCheckFailed".equals(reasons.get(write).code());
            }

            /** What stood where the write at this place failed; empty attributes if nothing did. */
            Item found(int write) {
                return new Item(reasons.get(write).item());
            }
        }

        /**
         * It could not be decided in time. Unless every reply was a refusal it may have been
         * written.
         */
        record Busy(String why) implements Result {}
    }
}
