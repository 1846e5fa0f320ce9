package dev.primegate.order;

import java.util.regex.Pattern;

/** The broker's id of an order; FIX tag 37. */
public record BrokerOrderId(String text) {
    private static final Pattern SHAPE = Pattern.compile("[!-~]{1,100}");

    public BrokerOrderId {
        Text.require(text, SHAPE, "brokerOrderId");
    }

    @Override
    public String toString() {
        return text;
    }
}
