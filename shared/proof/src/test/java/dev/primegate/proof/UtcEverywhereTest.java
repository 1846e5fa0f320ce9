package dev.primegate.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No source asks the machine for its time zone, and of the product none for the time: it comes in
 * as a clock. Read from the sources, so that a module which runs no rule of its own is held to it
 * too.
 */
class UtcEverywhereTest {
    private static final Path ROOT = Path.of("..", "..");

    /** Whatever depends on where the machine stands. */
    private static final Pattern ZONE =
            Pattern.compile(
                    "systemDefault\\(|TimeZone\\.getDefault|Clock\\.systemDefaultZone"
                            + "|Local(?:Date|Time|DateTime)\\.now\\(\\)"
                            + "|(?:Zoned|Offset)DateTime\\.now\\(\\)|OffsetTime\\.now\\(\\)"
                            + "|Year(?:Month)?\\.now\\(\\)|MonthDay\\.now\\(\\)"
                            + "|new (?:java\\.util\\.)?Date\\(|Calendar\\.getInstance"
                            + "|GregorianCalendar|SimpleDateFormat|java\\.sql\\.(?:Date|Timestamp)");

    /** Whatever tells the time of day. */
    private static final Pattern CLOCK =
            Pattern.compile(
                    "Clock\\.(?:system|tick)\\w*\\(|InstantSource\\.system|Instant\\.now\\(\\)"
                            + "|\\.now\\((?:ZoneId|ZoneOffset|UTC)|currentTimeMillis\\(");

    /** Where a clock begins, or where a tool for people measures and waits. */
    private static final Set<String> CLOCKS =
            Set.of(
                    "shared/runtime/src/main/java/dev/primegate/runtime/Surroundings.java",
                    "shared/simulator/src/main/java/dev/primegate/simulator/SimulatorOptions.java",
                    "shared/simulator/src/main/java/dev/primegate/simulator/pager/StandIns.java",
                    "shared/embedded-aws/src/main/java/dev/primegate/embedded/EmbeddedSecrets.java",
                    "shared/cli/src/main/java/dev/primegate/cli/Main.java",
                    "shared/probe/src/main/java/dev/primegate/probe/RegionHandler.java",
                    "shared/local/src/main/java/dev/primegate/local/PlantedDay.java",
                    "shared/local/src/main/java/dev/primegate/local/PagedIncident.java",
                    "shared/local/src/main/java/dev/primegate/local/Story.java",
                    "shared/bench/src/main/java/dev/primegate/bench/Items.java",
                    "shared/bench/src/main/java/dev/primegate/bench/Throughput.java",
                    "shared/bench/src/main/java/dev/primegate/bench/ByHand.java",
                    "shared/bench/src/main/java/dev/primegate/bench/Webhooks.java",
                    "shared/bench/src/main/java/dev/primegate/bench/Alerts.java",
                    "shared/bench/src/main/java/dev/primegate/bench/Storm.java");

    @Test
    @Proves("I1")
    void noSourceDependsOnTheMachinesZone() {
        assertThat(sources("/src/").filter(file -> finds(ZONE, file)).map(this::name)).isEmpty();
    }

    @Test
    @Proves("I1")
    void theTimeComesInThroughAClockExceptWhereItIsSaid() {
        Set<String> asks =
                sources("/src/main/")
                        .filter(file -> finds(CLOCK, file))
                        .map(this::name)
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(asks).isEqualTo(new TreeSet<>(CLOCKS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ZoneId.systemDefault()",
                "TimeZone.getDefault()",
                "Clock.systemDefaultZone()",
                "LocalDate.now()",
                "LocalTime.now()",
                "LocalDateTime.now()",
                "ZonedDateTime.now()",
                "OffsetDateTime.now()",
                "new Date()",
                "new java.util.Date(0)",
                "Year.now()",
                "Calendar.getInstance()",
                "new SimpleDateFormat(\"HH\")",
                "java.sql.Timestamp"
            })
    void aZoneOfTheMachineIsFound(String code) {
        assertThat(ZONE.matcher("x = " + code + ";").find()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Clock.systemUTC()", "Clock.system(zone)", "Clock.tickSeconds(zone)",
                "Instant.now()", "LocalDate.now(ZoneOffset.UTC)", "LocalDate.now(UTC)",
                "System.currentTimeMillis()", "InstantSource.system()"
            })
    void aClockOfTheMachineIsFound(String code) {
        assertThat(CLOCK.matcher("x = " + code + ";").find()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Instant.now(clock)",
                "clock.instant()",
                "LocalDate.ofInstant(at, ZoneOffset.UTC)",
                "day.atTime(t).atZone(zone)",
                "Clock.fixed(at, ZoneOffset.UTC)"
            })
    void whatComesInIsNot(String code) {
        assertThat(ZONE.matcher(code).find() || CLOCK.matcher(code).find()).isFalse();
    }

    private Stream<Path> sources(String within) {
        return Stream.of("shared", "functions")
                .flatMap(folder -> walk(ROOT.resolve(folder)))
                .filter(file -> file.toString().endsWith(".java"))
                .filter(file -> name(file).contains(within))
                // What names the forbidden to forbid it, and what breaks rules to show that they
                // bite.
                .filter(file -> !name(file).contains("dev/primegate/proof/"));
    }

    private static Stream<Path> walk(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean finds(Pattern pattern, Path file) {
        try {
            return pattern.matcher(Files.readString(file)).find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String name(Path file) {
        return ROOT.relativize(file).toString().replace('\\', '/');
    }
}
