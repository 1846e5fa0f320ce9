package dev.primegate.proof;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules that every product class keeps. Each is shown to bite by a test beside it. */
public final class HouseRules {
    private static final Map<String, Set<String>> WORLD =
            Map.of(
                    "java.time.Instant", Set.of("now"),
                    "java.time.LocalDate", Set.of("now"),
                    "java.time.LocalDateTime", Set.of("now"),
                    "java.time.ZonedDateTime", Set.of("now"),
                    "java.time.OffsetDateTime", Set.of("now"),
                    "java.time.ZoneId", Set.of("systemDefault"),
                    "java.lang.System", Set.of("currentTimeMillis", "getenv"),
                    "java.lang.Math", Set.of("random"),
                    "java.lang.Thread", Set.of("sleep"),
                    "java.util.UUID", Set.of("randomUUID"));

    /** Time, chance and environment come in through the constructor. */
    public static final ArchRule NO_WORLD_BUT_THROUGH_THE_DOOR =
            noClasses()
                    .should()
                    .callMethodWhere(
                            DescribedPredicate.describe(
                                    "ask the machine for time, chance or environment",
                                    HouseRules::asksTheWorld));

    /** Money is never a binary fraction. */
    public static final ArchRule NO_FLOATING_FIELDS =
            noFields()
                    .should()
                    .haveRawType(double.class)
                    .orShould()
                    .haveRawType(float.class)
                    .orShould()
                    .haveRawType(Double.class)
                    .orShould()
                    .haveRawType(Float.class);

    public static final ArchRule NO_FLOATING_RESULTS =
            noMethods()
                    .should()
                    .haveRawReturnType(double.class)
                    .orShould()
                    .haveRawReturnType(float.class);

    /** An admission is what lets an adapter send, so only a book that wrote it down makes one. */
    public static final ArchRule ONLY_BOOKS_ADMIT =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("dev.primegate.dynamodb..", "dev.primegate.testkit..")
                    .should()
                    .callConstructorWhere(
                            DescribedPredicate.describe(
                                    "make an admission",
                                    call ->
                                            call.getTargetOwner()
                                                    .getFullName()
                                                    .equals(
                                                            "dev.primegate.order.Admission$Admitted")));

    /** Packages point one way. */
    public static final ArchRule NO_CIRCLES =
            slices().matching("dev.primegate.(**)").should().beFreeOfCycles();

    /** Everything above. */
    public static final List<ArchRule> ALL =
            List.of(
                    NO_WORLD_BUT_THROUGH_THE_DOOR,
                    NO_FLOATING_FIELDS,
                    NO_FLOATING_RESULTS,
                    ONLY_BOOKS_ADMIT,
                    NO_CIRCLES);

    private HouseRules() {}

    private static boolean asksTheWorld(JavaCall<?> call) {
        boolean named =
                WORLD.getOrDefault(call.getTargetOwner().getFullName(), Set.of())
                        .contains(call.getTarget().getName());
        // Instant.now(clock) asks the clock that came in.
        return named
                && call.getTarget().getRawParameterTypes().stream()
                        .noneMatch(type -> type.isAssignableTo("java.time.Clock"));
    }
}
