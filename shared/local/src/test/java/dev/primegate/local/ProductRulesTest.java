package dev.primegate.local;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import dev.primegate.broker.OrderGateway;
import dev.primegate.broker.SendOutcome;
import dev.primegate.order.Admission;
import dev.primegate.proof.HouseRules;
import dev.primegate.proof.Proves;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every class that goes to production keeps the house rules; here all of them are at hand. */
class ProductRulesTest {
    private static final JavaClasses PRODUCT =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.primegate")
                    .that(
                            DescribedPredicate.not(
                                    JavaClass.Predicates.resideInAnyPackage(
                                            "dev.primegate.local..",
                                            "dev.primegate.embedded..",
                                            "dev.primegate.simulator..",
                                            "dev.primegate.proof..",
                                            "dev.primegate.cli..",
                                            "dev.primegate.probe..")));

    static List<ArchRule> rules() {
        return HouseRules.ALL;
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theProductKeepsTheHouseRules(ArchRule rule) {
        rule.check(PRODUCT);
    }

    @Test
    @Proves("J3")
    void nobodyButABookMakesAnAdmission() {
        HouseRules.ONLY_BOOKS_ADMIT.check(PRODUCT);
    }

    @Test
    @Proves("J3")
    void anAdapterIsGivenAnAdmissionWithWhateverItSends() {
        Assertions.assertThat(OrderGateway.class.getMethods())
                .filteredOn(method -> method.getReturnType() == SendOutcome.class)
                .isNotEmpty()
                .allMatch(method ->
                        List.of(method.getParameterTypes()).contains(Admission.Admitted.class));
    }

    /** So one more is its folder, and two lines that name it. */
    @Test
    @Proves("G7")
    void nobodyKnowsABrokersAdapterButItself() {
        List<String> adapters =
                PRODUCT.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> name.matches("dev\\.primegate\\.broker\\.\\w+"))
                        .filter(name -> !name.equals("dev.primegate.broker.kit"))
                        .distinct()
                        .toList();

        Assertions.assertThat(adapters).hasSizeGreaterThanOrEqualTo(4);
        for (String adapter : adapters) {
            ArchRuleDefinition.noClasses()
                    .that()
                    .resideOutsideOfPackage(adapter)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(adapter)
                    .check(PRODUCT);
        }
    }

    @Test
    void everyRoomIsLookedAt() {
        Assertions.assertThat(PRODUCT.stream().map(JavaClass::getPackageName).distinct())
                .contains(
                        "dev.primegate.order",
                        "dev.primegate.dynamodb",
                        "dev.primegate.broker.coinbaseprime",
                        "dev.primegate.submit",
                        "dev.primegate.ingest",
                        "dev.primegate.reconcile",
                        "dev.primegate.router");
    }
}
