package dev.primegate.dynamodb;

import static dev.primegate.testkit.Requests.BROKER;
import static dev.primegate.testkit.Requests.BTC;
import static dev.primegate.testkit.Requests.FUND;
import static dev.primegate.testkit.Requests.MAIN;
import static dev.primegate.testkit.Requests.buy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.dynamodb.DynamoBooks.Fault;
import dev.primegate.proof.Proves;
import dev.primegate.risk.Halt;
import dev.primegate.risk.HaltScope;
import dev.primegate.risk.Resumption;
import dev.primegate.testkit.Books;
import dev.primegate.testkit.HaltContract;
import dev.primegate.testkit.Requests;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoHaltTest extends HaltContract {
    /** More calls than any of these needs. */
    private static final int CALLS = 60;

    @RegisterExtension static final DynamoServer SERVER = new DynamoServer();

    @Override
    protected Books open() {
        return SERVER.open(clock);
    }

    @Test
    @Proves("X33")
    void aHaltThatDiedAtAnyCallIsCompletedByRunningItAgain() {
        for (HaltScope scope : List.of(HaltScope.ALL, HaltScope.of(BTC))) {
            int died =
                    dyingEverywhere(
                            books -> books.halts().halt(halted(scope)),
                            books -> {
                                books.halts().halt(halted(scope));
                                assertStopped();
                            });
            assertThat(died).isGreaterThan(3);
        }
    }

    @Test
    @Proves("X33")
    void aHaltThatDiedAfterItsRegistryIsCompletedByTheMinuteRun() {
        HaltScope scope = HaltScope.ALL;
        dyingEverywhere(
                books -> books.halts().halt(halted(scope)),
                books -> {
                    books.halts().complete();
                    if (books.halts().halted().contains(scope)) {
                        assertStopped();
                    }
                });
    }

    @Test
    @Proves("X33")
    void aResumeThatDiedAtAnyCallIsCompletedByAskingAgain() {
        for (HaltScope scope : List.of(HaltScope.ALL, HaltScope.of(BTC))) {
            int died =
                    dyingEverywhere(
                            books -> {
                                books.halts().halt(halted(scope));
                                books.halts().resume(scope, "jane", "looked at");
                            },
                            books -> books.halts().resume(scope, "joe", "looked at"),
                            books -> {
                                assertThat(books.halts().resume(scope, "joe", "looked at"))
                                        .isEqualTo(new Resumption.Resumed());
                                admitted(buy("after", "1"));
                                admitted(Requests.of("other", buy("after", "1")));
                            });
            assertThat(died).isGreaterThan(3);
        }
    }

    @Test
    @Proves("X32")
    void aHaltThatIsGivenDuringAResumeIsNotUndoneByIt() {
        HaltScope scope = HaltScope.of(BTC);
        dyingEverywhere(
                books -> {
                    books.halts().halt(halted(scope));
                    books.halts().resume(scope, "jane", "looked at");
                },
                books -> books.halts().resume(scope, "joe", "looked at"),
                books -> {
                    books.halts().halt(halted(scope));
                    // The resume goes on where it had stopped.
                    assertThat(((DynamoBooks) books).items().release(scope)).isFalse();
                    assertStopped();
                });
    }

    @Test
    void theMinuteRunEndsAResumeThatDied() {
        dyingEverywhere(
                books -> {
                    books.halts().halt(halted(HaltScope.of(FUND, MAIN)));
                    books.halts().resume(HaltScope.of(FUND, MAIN), "jane", "looked at");
                },
                books -> books.halts().resume(HaltScope.of(FUND, MAIN), "joe", "looked at"),
                books -> {
                    books.halts().complete();
                    if (books.halts().halted().isEmpty()) {
                        admitted(buy("after", "1"));
                    } else {
                        assertThat(denied(buy("after", "1")).isHalt()).isTrue();
                    }
                });
    }

    private void assertStopped() {
        assertThat(denied(buy("after", "1")).isHalt()).isTrue();
        assertThat(denied(Requests.of("other", buy("after", "1"))).isHalt()).isTrue();
        assertThat(denied(Requests.of("new", buy("after", "1"))).isHalt()).isTrue();
    }

    private int dyingEverywhere(Consumer<Books> work, Consumer<Books> then) {
        return dyingEverywhere(_ -> {}, work, then);
    }

    /** Runs {@code work} to its death before each call to the table; returns how many. */
    private int dyingEverywhere(Consumer<Books> first, Consumer<Books> work, Consumer<Books> then) {
        int died = 0;
        for (int call = 1; call < CALLS; call++) {
            start();
            admitted(buy("before", "1"));
            admitted(Requests.of("other", buy("before", "1")));
            first.accept(books());
            Fault fault = new Fault(call);
            try {
                work.accept(((DynamoBooks) books()).failing(fault));
            } catch (Fault.Death _) {
                died++;
            }
            if (!fault.happened()) {
                break;
            }
            then.accept(books());
        }
        return died;
    }

    private static Halt halted(HaltScope scope) {
        return Halt.of(scope, "tester", "drill of " + BROKER);
    }
}
