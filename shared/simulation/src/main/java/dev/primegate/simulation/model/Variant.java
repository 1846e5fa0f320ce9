package dev.primegate.simulation.model;

/** A model, and what its check is expected to show. */
sealed interface Variant {
    String name();

    Model<?> model();

    boolean expects(Verdict verdict);

    /** Every law holds. */
    record Sound(String name, Model<?> model) implements Variant {
        @Override
        public boolean expects(Verdict verdict) {
            return verdict instanceof Verdict.Holds;
        }
    }

    /** The law given breaks: without it the check would prove nothing. */
    record Unsound(String name, Model<?> model, Law law) implements Variant {
        @Override
        public boolean expects(Verdict verdict) {
            return verdict instanceof Verdict.Broken broken && broken.law() == law;
        }
    }
}
