package dev.primegate.order;

/** A broker's id of one execution; FIX tag 17. Unique per broker. */
public record ExecId(String text) {
    public ExecId {
        Text.require(text, "[!-~]{1,100}", "execId");
    }

    @Override
    public String toString() {
        return text;
    }
}
