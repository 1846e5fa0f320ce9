package dev.primegate.reconcile.chain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.comparison.Transfer.Receipt;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.reconcile.chain.NodeClient.NoAnswerException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Ethereum, or a chain like it, by <a
 * href="https://ethereum.github.io/execution-apis/">JSON-RPC</a>. A coin is what the transaction
 * itself carries, a token what its contract logs. Coins that a contract hands on within a
 * transaction are in neither, and show as another destination.
 */
final class EvmChain implements Chain {
    private static final int COIN_DECIMALS = 18;
    private static final Pattern HASH = Pattern.compile("0x[0-9a-f]{64}");
    private static final Pattern HEX = Pattern.compile("0x[0-9a-f]{1,64}");

    /** The first topic of a token's log: the hash of Transfer(address,address,uint256). */
    private static final String TRANSFER =
            "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";

    private final NodeClient node;
    private final long chainId;
    private final Asset coin;
    private final long needed;
    private final Map<Asset, Token> tokens = new TreeMap<>();

    private record Token(String contract, int decimals) {}

    EvmChain(NodeClient node, ChainsConfig.Node config) {
        this.node = node;
        this.chainId =
                config.chainId()
                        .orElseThrow(() -> new IllegalArgumentException("expected a chain id"));
        this.coin = new Asset(config.coin());
        this.needed = config.confirmations();
        config.tokens()
                .forEach((asset, token) ->
                        tokens.put(
                                new Asset(asset),
                                new Token(lower(token.contract()), token.decimals())));
    }

    @Override
    public boolean carries(Asset asset) {
        return asset.equals(coin) || tokens.containsKey(asset);
    }

    @Override
    public long needed() {
        return needed;
    }

    @Override
    public Receipt receipt(Asked asked) {
        String hash = lower(asked.hash());
        String full = hash.startsWith("0x") ? hash : "0x" + hash;
        if (!HASH.matcher(full).matches()) {
            return new Receipt.Unanswered(
                    "no hash of this chain: " + asked.hash().length() + " characters");
        }
        try {
            requireThisChainInFull();
            return receipt(asked, full);
        } catch (NoAnswerException e) {
            return new Receipt.Unanswered(e.why());
        } catch (ArithmeticException | IndexOutOfBoundsException | IllegalArgumentException e) {
            // A number beyond all bounds, or an address cut short, is no answer either.
            return new Receipt.Unanswered(
                    "the node's answer is malformed: " + e.getClass().getSimpleName());
        }
    }

    /** Another chain, or one that is not read to its end, would have no transaction of ours. */
    private void requireThisChainInFull() throws NoAnswerException {
        if (!number(call("eth_chainId")).equals(BigInteger.valueOf(chainId))) {
            throw new NoAnswerException("the node is of another chain");
        }
        JsonNode syncing = call("eth_syncing");
        if (!syncing.isBoolean() || syncing.booleanValue()) {
            throw new NoAnswerException("the node has not read the whole chain");
        }
    }

    private Receipt receipt(Asked asked, String hash) throws NoAnswerException {
        JsonNode receipt = call("eth_getTransactionReceipt", hash);
        if (receipt.isNull()) {
            JsonNode waiting = call("eth_getTransactionByHash", hash);
            return waiting.isNull() ? new Receipt.Absent() : new Receipt.Pending();
        }
        if (!lower(text(receipt, "transactionHash")).equals(hash)) {
            throw new NoAnswerException("the node answered for another transaction");
        }
        Optional<Output> output =
                asked.asset().equals(coin) ? coin(asked, hash) : token(asked, receipt);
        BigInteger block = number(receipt.path("blockNumber"));
        BigInteger head = number(call("eth_blockNumber"));
        return new Receipt.Included(
                new Money(output.map(Output::amount).orElse(Decimal10.ZERO), asked.asset()),
                output.map(Output::to).orElse(""),
                Math.max(0, head.subtract(block).longValueExact() + 1),
                number(receipt.path("status")).signum() > 0);
    }

    /** What went where. */
    private record Output(Decimal10 amount, String to) {}

    private Optional<Output> coin(Asked asked, String hash) throws NoAnswerException {
        JsonNode transaction = call("eth_getTransactionByHash", hash);
        if (transaction.isNull() || transaction.path("to").isNull()) {
            return Optional.empty();
        }
        return Optional.of(
                new Output(
                        amount(number(transaction.path("value")), COIN_DECIMALS),
                        spelled(text(transaction, "to"), asked)));
    }

    /** What the token's contract logged for the destination, or else the first thing it logged. */
    private Optional<Output> token(Asked asked, JsonNode receipt) throws NoAnswerException {
        Token token = tokens.get(asked.asset());
        if (token == null) {
            throw new NoAnswerException("no token of this chain: " + asked.asset());
        }
        BigInteger sum = BigInteger.ZERO;
        Optional<Output> other = Optional.empty();
        for (JsonNode log : receipt.path("logs")) {
            JsonNode topics = log.path("topics");
            if (lower(text(log, "address")).equals(token.contract())
                    && topics.size() == 3
                    && lower(topics.get(0).asText()).equals(TRANSFER)) {
                // An address is the last 20 of a topic's 32 bytes.
                String topic = lower(topics.get(2).asText());
                if (!HASH.matcher(topic).matches()) {
                    throw new NoAnswerException("the node's answer lacks an address");
                }
                String to = "0x" + topic.substring(26);
                BigInteger units = number(log.path("data"));
                if (to.equals(lower(asked.destination()))) {
                    sum = sum.add(units);
                } else if (other.isEmpty()) {
                    other = Optional.of(new Output(amount(units, token.decimals()), to));
                }
            }
        }
        return sum.signum() > 0
                ? Optional.of(new Output(amount(sum, token.decimals()), asked.destination()))
                : other;
    }

    /** To ten places, ties to even, as a broker's own figure is read. */
    private static Decimal10 amount(BigInteger units, int decimals) {
        return Decimal10.round(new BigDecimal(units, decimals), RoundingMode.HALF_EVEN);
    }

    /** The broker's spelling of an address where only the case of its letters differs. */
    private static String spelled(String address, Asked asked) {
        return address.equalsIgnoreCase(asked.destination()) ? asked.destination() : address;
    }

    private JsonNode call(String method, String... parameters) throws NoAnswerException {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.put("jsonrpc", "2.0").put("id", 1).put("method", method);
        var list = request.putArray("params");
        for (String parameter : parameters) {
            list.add(parameter);
        }
        JsonNode answer = node.post(request.toString());
        if (answer.path("id").asInt() != 1 || answer.hasNonNull("error") || !answer.has("result")) {
            throw new NoAnswerException("the node did not answer %s".formatted(method));
        }
        return answer.path("result");
    }

    private static BigInteger number(JsonNode value) throws NoAnswerException {
        String text = value.isTextual() ? lower(value.textValue()) : "";
        if (!HEX.matcher(text).matches()) {
            throw new NoAnswerException("the node's answer lacks a number");
        }
        return new BigInteger(text.substring(2), 16);
    }

    private static String text(JsonNode object, String field) throws NoAnswerException {
        JsonNode value = object.path(field);
        if (!value.isTextual()) {
            throw new NoAnswerException("the node's answer lacks " + field);
        }
        return value.textValue();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
