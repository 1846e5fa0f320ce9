package dev.primegate.simulator.falconx;

import dev.primegate.money.Decimal10;
import dev.primegate.simulator.wire.Fields;
import java.util.Optional;

/** One of the two versions of its API that are in use together, and how it spells a quantity. */
enum Version {
    /** Quantities are strings; prices are numbers, as its own SDK sends them. */
    V1("v1") {
        @Override
        Optional<Decimal10> amount(Fields fields, String name) {
            return fields.amount(name);
        }
    },
    /** Amounts are JSON numbers. */
    V3("v3") {
        @Override
        Optional<Decimal10> amount(Fields fields, String name) {
            return fields.figure(name);
        }
    };

    private final String path;

    Version(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    abstract Optional<Decimal10> amount(Fields fields, String name);
}
