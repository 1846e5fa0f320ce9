package dev.primegate.order;

/** The OMS's own id of an order; FIX tag 11. Unique within a tenant's account. */
public record ClOrdId(String text) {
    public ClOrdId {
        Text.require(text, "[!-~]{1,64}", "clOrdId");
    }

    @Override
    public String toString() {
        return text;
    }
}
