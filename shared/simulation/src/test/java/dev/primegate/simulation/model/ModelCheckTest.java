package dev.primegate.simulation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ModelCheckTest {
    @Test
    void anOrderIsSentOnceAndItsFateSettled() {
        assertThat(unexpected(Variants.SUBMIT)).isEmpty();
    }

    @Test
    void eachShortcutOfTheSubmitLosesOrDoublesAnOrder() {
        assertThat(unexpected(Variants.SUBMIT_OTHERWISE)).isEmpty();
    }

    @Test
    void aCancelKeepsFillsAndReleasesOnce() {
        assertThat(unexpected(Variants.CANCEL)).isEmpty();
    }

    @Test
    void aBustHasItsEffectOnce() {
        assertThat(unexpected(Variants.BUST)).isEmpty();
    }

    @Test
    void anOrderIsReroutedOnlyWhenItProvablyNeverLeft() {
        assertThat(unexpected(Variants.REROUTE)).isEmpty();
    }

    @Test
    void onlyTwoWholeListsInTheirOrderProveAbsence() {
        assertThat(unexpected(Variants.LISTS)).isEmpty();
    }

    @Test
    void soundModelsGetToEveryEnd() {
        assertThat(reached(Variants.SUBMIT))
                .isEqualTo(EnumSet.complementOf(EnumSet.of(Status.FILLED, Status.CANCELED)));
        assertThat(reached(Variants.CANCEL))
                .isEqualTo(
                        EnumSet.complementOf(
                                EnumSet.of(Status.ABSENT, Status.REJECTED, Status.NOT_SENT)));
        assertThat(reached(Variants.BUST))
                .isEqualTo(EnumSet.of(Status.WORKING, Status.FILLED, Status.CANCELED));
        assertThat(reached(Variants.REROUTE)).isEqualTo(reached(Variants.SUBMIT));
        assertThat(reached(Variants.LISTS))
                .isEqualTo(EnumSet.of(Status.UNKNOWN, Status.WORKING, Status.NEVER_ARRIVED));
    }

    @Test
    void everyDepartureIsSeenToBreakALaw() {
        String unsound =
                Variants.ALL.stream()
                        .filter(Variant.Unsound.class::isInstance)
                        .map(Variant::name)
                        .collect(Collectors.joining("\n"));

        // What only a sound variant departs in.
        assertThat(Departure.values())
                .filteredOn(departure -> !unsound.contains(departure.name()))
                .containsExactly(Departure.CANCELS_IN_DOUBT);
    }

    @Test
    void printsOneLineForEachVariant() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Variant sound = Variants.LISTS.getFirst();
        Variant unsound = Variants.LISTS.getLast();

        boolean asExpected =
                ModelCheck.run(
                        List.of(sound, unsound),
                        new PrintStream(bytes, true, StandardCharsets.UTF_8));

        assertThat(asExpected).isTrue();
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith(sound.name()).endsWith("OK"),
                        line ->
                                assertThat(line)
                                        .startsWith(unsound.name())
                                        .contains("VIOLATION it was ended")
                                        .endsWith("it is ended as never arrived"));
    }

    @Test
    void failsWhenAVariantIsNotAsExpected() {
        Variant breaks = Variants.LISTS.getLast();
        Variant wrong = new Variant.Sound("wrong", breaks.model());

        boolean asExpected =
                ModelCheck.run(
                        List.of(wrong),
                        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));

        assertThat(asExpected).isFalse();
    }

    /** Where the first of them, the design, can get to. */
    private static Set<Status> reached(List<Variant> variants) {
        return Search.of(variants.getFirst().model()) instanceof Verdict.Holds holds
                ? holds.reached()
                : Set.of();
    }

    private static Map<String, Verdict> unexpected(List<Variant> variants) {
        Map<String, Verdict> unexpected = new TreeMap<>();
        for (Variant variant : variants) {
            Verdict verdict = Search.of(variant.model());
            if (!variant.expects(verdict)) {
                unexpected.put(variant.name(), verdict);
            }
        }
        return unexpected;
    }
}
