package dev.primegate.broker.kit;

/** A token that opens a broker's door, or why there is none. */
public sealed interface Pass {
    record Open(String token) implements Pass {
        /** As the header says it. */
        public String bearer() {
            return "Bearer " + token;
        }

        @Override
        public String toString() {
            return "Open[***]";
        }
    }

    record Shut(String why) implements Pass {}
}
