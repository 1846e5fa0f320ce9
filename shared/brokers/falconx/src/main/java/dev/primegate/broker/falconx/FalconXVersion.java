package dev.primegate.broker.falconx;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.money.Quantity;
import java.math.BigDecimal;

/** One of the two versions of its API that are in use together, and how it spells a quantity. */
enum FalconXVersion {
    /** A string. */
    V1("v1") {
        @Override
        void put(ObjectNode json, String name, Quantity quantity) {
            json.put(name, quantity.toString());
        }
    },
    /** A JSON number. */
    V3("v3") {
        @Override
        void put(ObjectNode json, String name, Quantity quantity) {
            json.put(name, new BigDecimal(quantity.toString())); // Without zeros at its end.
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

    abstract void put(ObjectNode json, String name, Quantity quantity);
}
