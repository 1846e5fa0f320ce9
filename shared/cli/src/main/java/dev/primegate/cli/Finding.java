package dev.primegate.cli;

import java.util.OptionalInt;

/**
 * Something that is not as it was written.
 *
 * @param where the copy, or the file of it
 * @param chain whose chain it is in; empty if it is in none
 * @param index the first bad index in that chain, from zero; empty if it is in none
 */
record Finding(String where, String chain, OptionalInt index, String what) {
    /** Of something that is in no chain. */
    static Finding of(String where, String what) {
        return new Finding(where, "", OptionalInt.empty(), what);
    }
}
