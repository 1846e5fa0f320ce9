package dev.primegate.order;

/** How to handle an order; FIX tag 18. */
public enum ExecInst {
    /** Post only: rest in the book or be refused; FIX value 6. */
    PARTICIPATE_DONT_INITIATE
}
