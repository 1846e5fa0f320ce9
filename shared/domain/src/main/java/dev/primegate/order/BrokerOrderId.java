package dev.primegate.order;

/** The broker's id of an order; FIX tag 37. */
public record BrokerOrderId(String text) {
    public BrokerOrderId {
        Text.require(text, "[!-~]{1,100}", "brokerOrderId");
    }

    @Override
    public String toString() {
        return text;
    }
}
