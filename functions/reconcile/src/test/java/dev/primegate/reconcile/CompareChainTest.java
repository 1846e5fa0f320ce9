package dev.primegate.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.breaks.BreakLog;
import dev.primegate.broker.AccountRecord;
import dev.primegate.broker.BrokerAccount;
import dev.primegate.broker.Fetched;
import dev.primegate.broker.Transfer;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.proof.Proves;
import dev.primegate.reconcile.chain.Node;
import dev.primegate.testkit.Requests;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The job that asks chains. */
class CompareChainTest {
    private static final String FIRST = "a1".repeat(32);
    private static final String SECOND = "b2".repeat(32);

    private final Node node = Node.esplora();
    private final Desk desk =
            new Desk(
                    BooksConfigs.of(),
                    ChainsConfigs.of(
                            "hosts=127.0.0.1",
                            "nodes.btc.kind=ESPLORA",
                            "nodes.btc.url=" + node.url() + "/api",
                            "nodes.btc.coin=BTC",
                            "nodes.btc.confirmations=6"));

    @BeforeEach
    void keepAnAccountThere() {
        keep(desk);
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    @Proves("G15")
    void whatTheChainHasAsTheBrokerSaysIsNoBreak() {
        said(transfer("t1", Transfer.State.DONE, Optional.empty(), FIRST));
        chainHas(FIRST, 990, 25_000_000);

        desk.run(Job.Kind.CHAIN);

        assertThat(causes()).isEmpty();
        assertThat(desk.rules()).isEmpty();
    }

    @Test
    @Proves("G15")
    void whatTheChainLacksIsABreakUntilItIsThereForGood() {
        said(transfer("t1", Transfer.State.DONE, Optional.empty(), FIRST));
        desk.run(Job.Kind.CHAIN);
        assertThat(causes()).containsExactly("hash-not-found");

        desk.clock.advance(java.time.Duration.ofMinutes(1));
        said(transfer("t1", Transfer.State.DONE, Optional.empty(), FIRST));
        chainHas(FIRST, 999, 25_000_000);
        desk.run(Job.Kind.CHAIN);
        assertThat(causes()).containsExactly("hash-not-final");

        desk.clock.advance(java.time.Duration.ofMinutes(1));
        said(transfer("t1", Transfer.State.DONE, Optional.empty(), FIRST));
        chainHas(FIRST, 995, 25_000_000);
        desk.run(Job.Kind.CHAIN);
        assertThat(causes()).isEmpty();
    }

    @Test
    @Proves("G15")
    void anotherAmountIsABreak() {
        said(transfer("t1", Transfer.State.DONE, Optional.empty(), FIRST));
        chainHas(FIRST, 990, 24_999_999);

        desk.run(Job.Kind.CHAIN);

        assertThat(causes()).containsExactly("quantity");
    }

    @Test
    @Proves("G15")
    void aRetriedTransactionIsFollowedToTheOneThatCame() {
        chainHas(SECOND, 990, 25_000_000);
        // The same transfer was sent twice, or another was begun in its place.
        said(transfer("t1", Transfer.State.DONE, Optional.empty(), FIRST, SECOND));
        desk.run(Job.Kind.CHAIN);
        assertThat(causes()).isEmpty();

        desk.clock.advance(java.time.Duration.ofMinutes(1));
        said(
                transfer("t1", Transfer.State.DONE, Optional.empty(), FIRST),
                transfer("t2", Transfer.State.DONE, Optional.of("t1"), SECOND));
        desk.run(Job.Kind.CHAIN);
        assertThat(causes()).isEmpty();
    }

    @Test
    @Proves("G15")
    void aChainThatDoesNotAnswerOpensNothingAndClosesNothing() {
        said(transfer("t1", Transfer.State.DONE, Optional.empty(), FIRST));
        desk.run(Job.Kind.CHAIN);
        node.says("/api/blocks/tip/height", "\"busy\"");
        desk.clock.advance(java.time.Duration.ofMinutes(1));

        Tally tally = desk.run(Job.Kind.CHAIN);

        assertThat(tally.failed()).isEqualTo(1);
        assertThat(causes()).containsExactly("hash-not-found");
        assertThat(desk.rules()).contains("books-not-compared");
    }

    @Test
    @Proves("G15")
    void aTransferWithoutAnAddressIsNoBreakButNothingIsKnownOfIt() {
        Transfer told = transfer("t1", Transfer.State.DONE, Optional.empty(), FIRST);
        said(
                new Transfer(
                        told.id(),
                        told.kind(),
                        told.state(),
                        told.amount(),
                        Optional.empty(),
                        Optional.empty(),
                        told.createdAt(),
                        Optional.empty(),
                        told.chainIds(),
                        Optional.empty(),
                        Optional.empty()));
        chainHas(FIRST, 990, 25_000_000);

        Tally tally = desk.run(Job.Kind.CHAIN);

        assertThat(causes()).isEmpty();
        assertThat(tally.failed()).isEqualTo(1);
    }

    @Test
    void whatIsNotDoneOrMovesOnNoChainIsNotAskedFor() {
        said(
                transfer("t1", Transfer.State.PENDING, Optional.empty(), FIRST),
                transfer("t2", Transfer.State.FAILED, Optional.empty(), FIRST),
                transfer("t3", Transfer.State.DONE, Optional.empty()));

        desk.run(Job.Kind.CHAIN);

        assertThat(causes()).isEmpty();
    }

    @Test
    void withoutAChainNobodyIsAsked() {
        Desk off = new Desk();
        keep(off);

        assertThat(off.run(Job.Kind.CHAIN)).isEqualTo(Tally.NONE);
        assertThat(off.rules()).isEmpty();
    }

    private static void keep(Desk desk) {
        var _ =
                desk.books
                        .accounts()
                        .put(
                                new AccountRecord(
                                        Requests.FUND,
                                        Requests.MAIN,
                                        1,
                                        List.of(
                                                new BrokerAccount(
                                                        PaperRecords.PAPER,
                                                        "P-1",
                                                        "primegate/paper",
                                                        false)),
                                        "ann",
                                        Desk.START));
    }

    private void said(Transfer... all) {
        desk.broker.transfers = new Fetched.Whole<>(List.of(all), desk.clock.instant());
    }

    private void chainHas(String hash, int height, long value) {
        node.says(
                "/api/tx/" + hash,
                ("{\"txid\":\"%s\",\"status\":{\"confirmed\":true,\"block_height\":%d},"
                                + "\"vout\":[{\"scriptpubkey_address\":\"bc1q\",\"value\":%d}]}")
                        .formatted(hash, height, value));
    }

    private List<String> causes() {
        return desk
                .breaks
                .list(Requests.FUND, Requests.MAIN, new BreakLog.Query(false, 100))
                .stream()
                .map(one -> one.finding().cause().code())
                .toList();
    }

    private static Transfer transfer(
            String id, Transfer.State state, Optional<String> replaces, String... hashes) {
        return new Transfer(
                id,
                Transfer.Kind.OUT,
                state,
                new Money(Decimal10.of("0.25"), new Asset("BTC")),
                Optional.empty(),
                Optional.empty(),
                Desk.START.minusSeconds(60),
                Optional.empty(),
                List.of(hashes),
                Optional.of("bc1q"),
                replaces);
    }
}
