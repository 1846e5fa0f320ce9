package dev.primegate.bench;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The ratios that a run is held to. They are of the product's speed over that of the same calls
 * made by hand beside it, so they say the same of a fast machine as of a slow one.
 */
record Baseline(Map<String, BigDecimal> ratios) {
    /** How much of a ratio a run may lose, in percent. */
    private static final BigDecimal TOLERATED = new BigDecimal(10);

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    Baseline {
        ratios = Map.copyOf(ratios);
        ratios.forEach((name, ratio) -> {
            if (ratio.signum() <= 0) {
                throw new IllegalArgumentException("baseline of " + name + " is " + ratio);
            }
        });
    }

    /** As {@code file} has it, a line for each: {@code orders=0.512}; none if there is no file. */
    static Baseline read(Path file) throws IOException {
        if (Files.notExists(file)) {
            return new Baseline(Map.of());
        }
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        }
        return new Baseline(
                lines.stringPropertyNames().stream()
                        .collect(
                                Collectors.toMap(
                                        name -> name,
                                        name -> new BigDecimal(lines.getProperty(name)))));
    }

    /** By how many percent {@code ratio} is above the stored one, or below; none is stored else. */
    Optional<BigDecimal> change(String name, BigDecimal ratio) {
        return Optional.ofNullable(ratios.get(name))
                .map(stored ->
                        ratio.subtract(stored)
                                .multiply(HUNDRED)
                                .divide(stored, 1, RoundingMode.FLOOR));
    }

    /** Whether it lost more than is tolerated; what nothing is stored of cannot be told. */
    boolean isWorse(String name, BigDecimal ratio) {
        BigDecimal stored = ratios.get(name);
        if (stored == null) {
            throw new IllegalArgumentException("no baseline of " + name);
        }
        BigDecimal least = stored.multiply(HUNDRED.subtract(TOLERATED));
        return ratio.multiply(HUNDRED).compareTo(least) < 0;
    }
}
