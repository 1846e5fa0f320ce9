package dev.primegate.broker;

/** What a call to a broker is for: the more it matters, the more of the rate budget it may use. */
public enum Purpose {
    /** Seven tenths of each window, and none of what is kept for cancels. */
    ORDER(70, 85),
    /** Whatever is left: the last calls of a window are for ending orders. */
    CANCEL(100, 100),
    /** A third, and none of what is kept for cancels. */
    READ(35, 85);

    private final int sharePercent;
    private final int ceilingPercent;

    Purpose(int sharePercent, int ceilingPercent) {
        this.sharePercent = sharePercent;
        this.ceilingPercent = ceilingPercent;
    }

    /** How many calls of this kind fit into a window of {@code cap}; one at least. */
    public int share(int cap) {
        return Math.max(1, cap * sharePercent / 100);
    }

    /** How full a window of {@code cap} may be of calls of any kind for one more of this. */
    public int ceiling(int cap) {
        return Math.max(1, cap * ceilingPercent / 100);
    }
}
