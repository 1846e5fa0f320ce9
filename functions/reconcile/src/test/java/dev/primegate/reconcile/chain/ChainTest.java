package dev.primegate.reconcile.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primegate.comparison.Transfer.Receipt;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.proof.Proves;
import dev.primegate.reconcile.ChainsConfigs;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What chains say of a transaction, over a socket. */
class ChainTest {
    private static final String TO = "0x742d35Cc6634C0532925a3b844Bc454e4438f44e";
    private static final String EVM_HASH = "0x" + "a1".repeat(32);
    private static final String BTC_HASH = "b2".repeat(32);
    private static final String TOKEN = "0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48";
    private static final String TRANSFER =
            "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";

    private final Node evm = Node.evm();
    private final Node esplora = Node.esplora();
    private final Chains chains =
            new Chains(
                    ChainsConfigs.of(
                            "hosts=127.0.0.1",
                            "nodes.eth.kind=EVM",
                            "nodes.eth.url=" + evm.url(),
                            "nodes.eth.coin=ETH",
                            "nodes.eth.chain-id=1",
                            "nodes.eth.confirmations=64",
                            "nodes.eth.tokens.USDC.contract=" + TOKEN.replace("a0b", "A0b"),
                            "nodes.eth.tokens.USDC.decimals=6",
                            "nodes.btc.kind=ESPLORA",
                            "nodes.btc.url=" + esplora.url() + "/api",
                            "nodes.btc.coin=BTC",
                            "nodes.btc.confirmations=6"));

    @AfterEach
    void close() {
        evm.close();
        esplora.close();
    }

    @Test
    @Proves("G15")
    void aCoinIsWhatItsTransactionCarries() {
        evm.says("eth_getTransactionReceipt " + EVM_HASH, receipt("0x1", ""))
                .says(
                        "eth_getTransactionByHash " + EVM_HASH,
                        "{\"value\":\"0x14d1120d7b160000\",\"to\":\"%s\"}"
                                .formatted(TO.toLowerCase(java.util.Locale.ROOT)));

        // Block 900 of 1000 has 101 confirmations, its own included.
        assertThat(eth(TO)).isEqualTo(new Receipt.Included(money("1.5", "ETH"), TO, 101, true));
        assertThat(eth("0xelse"))
                .isEqualTo(
                        new Receipt.Included(
                                money("1.5", "ETH"),
                                TO.toLowerCase(java.util.Locale.ROOT),
                                101,
                                true));
        evm.says("eth_getTransactionReceipt " + EVM_HASH, receipt("0x0", ""));
        assertThat(eth(TO)).isEqualTo(new Receipt.Included(money("1.5", "ETH"), TO, 101, false));
    }

    @Test
    @Proves("G15")
    void aTokenIsWhatItsOwnContractLogged() {
        String other = "0x" + "9".repeat(40);
        evm.says(
                "eth_getTransactionReceipt " + EVM_HASH,
                receipt(
                        "0x1",
                        String.join(
                                ",",
                                log(other, TRANSFER, TO, "0x999"),
                                log(TOKEN, "0x" + "1".repeat(64), TO, "0x999"),
                                log(TOKEN, TRANSFER, other, "0x999"),
                                log(TOKEN, TRANSFER, TO, "0xf4240"),
                                log(TOKEN, TRANSFER, TO, "0x1"))));

        assertThat(ask("USDC", EVM_HASH, TO))
                .isEqualTo(new Receipt.Included(money("1.000001", "USDC"), TO, 101, true));
        assertThat(ask("USDC", EVM_HASH, "0x" + "8".repeat(40)))
                .isEqualTo(new Receipt.Included(money("0.002457", "USDC"), other, 101, true));
    }

    @Test
    @Proves("G15")
    void whatNoBlockHasIsPendingAndWhatNobodyKnowsIsAbsent() {
        assertThat(eth(TO)).isEqualTo(new Receipt.Absent());
        evm.says("eth_getTransactionByHash " + EVM_HASH, "{\"blockNumber\":null}");
        assertThat(eth(TO)).isEqualTo(new Receipt.Pending());

        assertThat(btc("bc1q")).isEqualTo(new Receipt.Absent());
        esplora.says("/api/tx/" + BTC_HASH, btcTx("{\"confirmed\":false}", ""));
        assertThat(btc("bc1q")).isEqualTo(new Receipt.Pending());
    }

    @Test
    @Proves("G15")
    void ofManyOutputsThoseToTheDestinationCount() {
        esplora.says(
                "/api/tx/" + BTC_HASH,
                btcTx(
                        "{\"confirmed\":true,\"block_height\":995}",
                        "{\"value\":0},{\"scriptpubkey_address\":\"bc1other\",\"value\":7},"
                                + "{\"scriptpubkey_address\":\"bc1q\",\"value\":25000000},"
                                + "{\"scriptpubkey_address\":\"bc1q\",\"value\":1}"));

        assertThat(btc("bc1q"))
                .isEqualTo(new Receipt.Included(money("0.25000001", "BTC"), "bc1q", 6, true));
        assertThat(((Receipt.Included) btc("bc1elsewhere")).destination())
                .isNotEqualTo("bc1elsewhere");
    }

    @Test
    @Proves("G15")
    void aNodeOfAnotherChainOrOneThatLagsSaysNothing() {
        evm.says("eth_chainId", "\"0x5\"");
        assertThat(eth(TO)).isEqualTo(new Receipt.Unanswered("the node is of another chain"));
        evm.says("eth_chainId", "\"0x1\"").says("eth_syncing", "{\"currentBlock\":\"0x1\"}");
        assertThat(eth(TO))
                .isEqualTo(new Receipt.Unanswered("the node has not read the whole chain"));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 401, 429, 500, 503})
    @Proves("G15")
    void aNodeThatFailsSaysNothing(int status) {
        evm.fails(status);
        esplora.fails(status);

        assertThat(eth(TO)).isInstanceOf(Receipt.Unanswered.class);
        assertThat(btc("bc1q")).isInstanceOf(Receipt.Unanswered.class);
    }

    @Test
    @Proves("G15")
    void anAnswerThatIsNotWholeSaysNothing() {
        for (String torn :
                new String[] {
                    "{}",
                    "{\"transactionHash\":\"0x" + "c3".repeat(32) + "\"}",
                    receipt("0x1", "").replace("\"blockNumber\":\"0x384\",", ""),
                    "\"x\""
                }) {
            evm.says("eth_getTransactionReceipt " + EVM_HASH, torn);
            assertThat(eth(TO)).as(torn).isInstanceOf(Receipt.Unanswered.class);
        }
        for (String torn :
                new String[] {
                    "{}",
                    "not json",
                    btcTx("{}", ""),
                    btcTx("{\"confirmed\":true}", ""),
                    btcTx("{\"confirmed\":true,\"block_height\":1}", "{}").replace("b2", "b3")
                }) {
            esplora.says("/api/tx/" + BTC_HASH, torn);
            assertThat(btc("bc1q")).as(torn).isInstanceOf(Receipt.Unanswered.class);
        }
    }

    @Test
    @Proves("G15")
    void aNumberBeyondAllBoundsOrACutAddressSaysNothing() {
        String huge = "0x" + "f".repeat(64);
        String whole = receipt("0x1", log(TOKEN, TRANSFER, TO, "0x1"));
        evm.says("eth_getTransactionReceipt " + EVM_HASH, whole.replace("0".repeat(24), ""));
        assertThat(ask("USDC", EVM_HASH, TO)).isInstanceOf(Receipt.Unanswered.class);
        evm.says(
                "eth_getTransactionReceipt " + EVM_HASH,
                whole.replace("\"0x1\"}", "\"" + huge + "\"}"));
        assertThat(ask("USDC", EVM_HASH, TO)).isInstanceOf(Receipt.Unanswered.class);
        evm.says("eth_getTransactionReceipt " + EVM_HASH, whole)
                .says("eth_blockNumber", "\"" + huge + "\"");
        assertThat(ask("USDC", EVM_HASH, TO)).isInstanceOf(Receipt.Unanswered.class);

        String most = "{\"scriptpubkey_address\":\"bc1q\",\"value\":" + Long.MAX_VALUE + "}";
        esplora.says(
                "/api/tx/" + BTC_HASH,
                btcTx("{\"confirmed\":true,\"block_height\":995}", most + "," + most));
        assertThat(btc("bc1q")).isInstanceOf(Receipt.Unanswered.class);
    }

    @Test
    void aHashOfAnotherShapeIsNotAskedFor() {
        assertThat(ask("ETH", "0x12", TO)).isInstanceOf(Receipt.Unanswered.class);
        assertThat(ask("BTC", "../../admin", "bc1q")).isInstanceOf(Receipt.Unanswered.class);
    }

    @Test
    @Proves("G15")
    void aHostThatIsNotAllowedIsNeverAsked() {
        Set<String> allowed = Set.of("node.example");

        assertThatThrownBy(() -> client("https://evil.example", allowed))
                .hasMessageContaining("not allowed");
        assertThatThrownBy(() -> client("http://node.example", allowed))
                .hasMessageContaining("TLS");
        assertThatThrownBy(() -> client("file:///etc/passwd", allowed))
                .hasMessageContaining("not allowed");
        assertThat(client("https://node.example/v1", allowed)).isNotNull();
    }

    private static NodeClient client(String url, Set<String> allowed) {
        return new NodeClient(URI.create(url), allowed, Duration.ofSeconds(1));
    }

    private Receipt eth(String to) {
        return ask("ETH", EVM_HASH, to);
    }

    private Receipt btc(String to) {
        return ask("BTC", BTC_HASH, to);
    }

    private Receipt ask(String asset, String hash, String to) {
        return chains.of(new Asset(asset))
                .orElseThrow()
                .receipt(new Chain.Asked(hash, new Asset(asset), to));
    }

    private static String receipt(String status, String logs) {
        return "{\"transactionHash\":\"%s\",\"blockNumber\":\"0x384\",\"status\":\"%s\",\"logs\":[%s]}"
                .formatted(EVM_HASH, status, logs);
    }

    private static String log(String contract, String topic, String to, String data) {
        return "{\"address\":\"%s\",\"topics\":[\"%s\",\"0x%s\",\"0x%s%s\"],\"data\":\"%s\"}"
                .formatted(contract, topic, "0".repeat(64), "0".repeat(24), to.substring(2), data);
    }

    private static String btcTx(String status, String outputs) {
        return "{\"txid\":\"%s\",\"status\":%s,\"vout\":[%s]}".formatted(BTC_HASH, status, outputs);
    }

    private static Money money(String amount, String asset) {
        return new Money(Decimal10.of(amount), new Asset(asset));
    }
}
