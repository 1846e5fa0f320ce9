package dev.primegate.broker.falconx;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.money.Decimal10;
import java.math.BigDecimal;

/** One of the two versions of its API that are in use together, and how it spells a number. */
enum FalconXVersion {
    /** Amounts are strings. */
    V1("v1") {
        @Override
        void put(ObjectNode json, String name, Decimal10 number) {
            json.put(name, number.toString());
        }
    },
    /** Amounts are JSON numbers. */
    V3("v3") {
        @Override
        void put(ObjectNode json, String name, Decimal10 number) {
            json.put(name, new BigDecimal(number.toString())); // Without zeros at its end.
        }
    };

    private final String path;

    FalconXVersion(String path) {
        this.path = path;
    }

    /** Its part of the path. */
    String path() {
        return path;
    }

    abstract void put(ObjectNode json, String name, Decimal10 number);
}
