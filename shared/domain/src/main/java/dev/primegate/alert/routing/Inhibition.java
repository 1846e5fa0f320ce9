package dev.primegate.alert.routing;

import java.util.List;

/**
 * While one thing is wrong, others are only its consequences.
 *
 * @param source the cause
 * @param target what is not told meanwhile
 * @param equal labels that must be the same in both
 */
public record Inhibition(List<Matcher> source, List<Matcher> target, List<String> equal) {
    public Inhibition {
        source = List.copyOf(source);
        target = List.copyOf(target);
        equal = List.copyOf(equal);
    }

    /** Whether {@code cause} keeps {@code labels} quiet; nothing keeps itself quiet. */
    boolean mutes(Labels cause, Labels labels) {
        return Matcher.all(source, cause)
                && Matcher.all(target, labels)
                && !Matcher.all(source, labels)
                && equal.stream().allMatch(name -> cause.get(name).equals(labels.get(name)));
    }
}
