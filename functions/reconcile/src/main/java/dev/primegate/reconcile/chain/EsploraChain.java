package dev.primegate.reconcile.chain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.primegate.comparison.Transfer.Receipt;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.reconcile.chain.NodeClient.Answered;
import dev.primegate.reconcile.chain.NodeClient.NoAnswerException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Bitcoin, or a chain like it, by the REST of <a
 * href="https://github.com/Blockstream/esplora/blob/master/API.md">Esplora</a>. A transaction may
 * pay many; what it pays the destination counts.
 */
final class EsploraChain implements Chain {
    private static final int DECIMALS = 8;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final NodeClient node;
    private final Asset coin;
    private final long needed;

    EsploraChain(NodeClient node, ChainsConfig.Node config) {
        this.node = node;
        this.coin = new Asset(config.coin());
        this.needed = config.confirmations();
    }

    @Override
    public boolean carries(Asset asset) {
        return asset.equals(coin);
    }

    @Override
    public long needed() {
        return needed;
    }

    @Override
    public Receipt receipt(Asked asked) {
        String hash = asked.hash().toLowerCase(Locale.ROOT);
        if (!HASH.matcher(hash).matches()) {
            return new Receipt.Unanswered(
                    "no hash of this chain: " + hash.length() + " characters");
        }
        try {
            return receipt(asked, hash);
        } catch (NoAnswerException e) {
            return new Receipt.Unanswered(e.why());
        } catch (ArithmeticException | IndexOutOfBoundsException | IllegalArgumentException e) {
            // A number beyond all bounds, or an address cut short, is no answer either.
            return new Receipt.Unanswered(
                    "the node's answer is malformed: " + e.getClass().getSimpleName());
        }
    }

    private Receipt receipt(Asked asked, String hash) throws NoAnswerException {
        Answered answer = node.get("/tx/" + hash);
        // Asked after it, so that a block between the two makes it look younger, not older. And a
        // node that has a tip is one: a wrong address would say of each transaction that it is not.
        long tip = tip();
        if (answer.status() == 404) {
            return new Receipt.Absent();
        }
        if (answer.status() != 200) {
            throw new NoAnswerException("the node answered HTTP " + answer.status());
        }
        JsonNode transaction = answer.body();
        if (!transaction.path("txid").asText().equals(hash)) {
            throw new NoAnswerException("the node answered for another transaction");
        }
        JsonNode confirmed = transaction.path("status").path("confirmed");
        if (!confirmed.isBoolean() || !transaction.path("vout").isArray()) {
            throw new NoAnswerException("the node's answer lacks its status or what it pays");
        }
        return confirmed.booleanValue() ? included(asked, transaction, tip) : new Receipt.Pending();
    }

    private Receipt included(Asked asked, JsonNode transaction, long tip) throws NoAnswerException {
        long height = whole(transaction.path("status").path("block_height"), "block_height");
        long paid = 0;
        Optional<JsonNode> other = Optional.empty();
        for (JsonNode output : transaction.path("vout")) {
            if (address(output).equalsIgnoreCase(asked.destination())) {
                paid = Math.addExact(paid, whole(output.path("value"), "value"));
            } else if (other.isEmpty()) {
                other = Optional.of(output);
            }
        }
        String to = asked.destination();
        if (paid == 0 && other.isPresent()) {
            paid = whole(other.get().path("value"), "value");
            to = address(other.get());
        }
        Decimal10 amount =
                Decimal10.round(BigDecimal.valueOf(paid, DECIMALS), RoundingMode.UNNECESSARY);
        return new Receipt.Included(
                new Money(amount, coin), to, Math.max(0, tip - height + 1), true);
    }

    private long tip() throws NoAnswerException {
        Answered tip = node.get("/blocks/tip/height");
        if (tip.status() != 200) {
            throw new NoAnswerException("the node answered HTTP " + tip.status());
        }
        return whole(tip.body(), "height");
    }

    /** Empty where nobody is paid, as by an output that only carries words. */
    private static String address(JsonNode output) {
        return output.path("scriptpubkey_address").asText();
    }

    private static long whole(JsonNode value, String what) throws NoAnswerException {
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            throw new NoAnswerException("the node's answer lacks " + what);
        }
        return value.longValue();
    }
}
