package dev.primegate.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primegate.instrument.AssetClass;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Route;
import dev.primegate.proof.Proves;
import dev.primegate.testkit.Requests;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteRulesTest {
    private static final SymbolMaster SYMBOLS = SymbolMaster.standard();
    private static final String RULE = "primegate.routing.rules";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "asset-class = DIGITAL_ASSET | two | rule it: 1 of 1",
                "asset-class = EQUITY        | one | no rule takes it: the default",
                "symbol = BTC-USD            | two | rule it: 1 of 1",
                "symbol = ETH-USD            | one | no rule takes it: the default",
                "account = main              | two | rule it: 1 of 1",
                "account = other             | one | no rule takes it: the default",
            })
    @Proves("L9")
    void aRuleTakesWhatItNames(String condition, String broker, String reason) {
        String[] parts = condition.split(" = ", -1);

        RouteRules rules =
                rules(
                        Map.of(
                                RULE + "[0].name", "it",
                                RULE + "[0]." + parts[0], parts[1].strip(),
                                RULE + "[0].to[0].broker", "two"));

        assertThat(rules.choose(order("1"), SYMBOLS.get(Requests.BTC), Set.of()))
                .contains(new Route(new BrokerId(broker), reason));
        assertThat(AssetClass.values()).contains(AssetClass.EQUITY);
    }

    @Test
    @Proves("L9")
    void theFirstThatTakesItDecides() {
        RouteRules rules =
                rules(
                        Map.of(
                                RULE + "[0].name", "first",
                                RULE + "[0].to[0].broker", "two",
                                RULE + "[1].name", "second",
                                RULE + "[1].to[0].broker", "three"));

        assertThat(chosen(rules, "1", Set.of())).contains("two");
    }

    @Test
    @Proves("L9")
    void weightsShareTheOrdersAndTheSameOrderGoesTheSameWay() {
        RouteRules rules = weighted();
        Map<String, Integer> counts = new TreeMap<>();
        IntStream.range(0, 2_000)
                .mapToObj(Integer::toString)
                .forEach(id -> {
                    String broker = chosen(rules, id, Set.of()).orElseThrow();
                    assertThat(chosen(weighted(), id, Set.of())).contains(broker);
                    counts.merge(broker, 1, Integer::sum);
                });

        assertThat(counts.get("two")).isBetween(1_300, 1_500);
        assertThat(counts.get("three")).isBetween(500, 700);
        assertThat(rules.choose(order("1"), SYMBOLS.get(Requests.BTC), Set.of()))
                .get()
                .extracting(Route::reason)
                .asString()
                .matches("rule majors: (70 of 100 \\(liquidity 2026-10\\)|30 of 100)");
    }

    @Test
    @Proves("L10")
    void theShareOfABrokerThatIsDownGoesToTheOthersAndItIsSaid() {
        Set<BrokerId> down = Set.of(new BrokerId("two"));
        for (int i = 0; i < 50; i++) {
            Route route =
                    weighted().choose(order("" + i), SYMBOLS.get(Requests.BTC), down).orElseThrow();
            assertThat(route.broker().name()).isEqualTo("three");
            boolean moved = chosen(weighted(), "" + i, Set.of()).orElseThrow().equals("two");
            assertThat(route.reason().endsWith("; two is down")).isEqualTo(moved);
        }
    }

    @Test
    @Proves("L10")
    void whereEverybodyIsDownThereIsNoWay() {
        assertThat(chosen(weighted(), "1", Set.of(new BrokerId("two"), new BrokerId("three"))))
                .isEmpty();
        assertThat(chosen(rules(Map.of()), "1", Set.of(new BrokerId("one")))).isEmpty();
    }

    @Test
    void aRuleWithoutBrokersOrWithAWeightOfNothingIsRefused() {
        assertThatThrownBy(() ->
                        rules(
                                Map.of(
                                        RULE + "[0].name", "bad",
                                        RULE + "[0].to[0].broker", "two",
                                        RULE + "[0].to[0].weight", "0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rule bad");
    }

    private static RouteRules weighted() {
        return rules(
                Map.of(
                        RULE + "[0].name", "majors",
                        RULE + "[0].to[0].broker", "two",
                        RULE + "[0].to[0].weight", "70",
                        RULE + "[0].to[0].label", "liquidity 2026-10",
                        RULE + "[0].to[1].broker", "three",
                        RULE + "[0].to[1].weight", "30"));
    }

    private static Optional<String> chosen(RouteRules rules, String id, Set<BrokerId> down) {
        return rules.choose(order(id), SYMBOLS.get(Requests.BTC), down)
                .map(route -> route.broker().name());
    }

    private static NewOrder order(String id) {
        return Requests.buy("order-" + id, "1");
    }

    private static RouteRules rules(Map<String, String> settings) {
        SmallRyeConfigBuilder builder =
                new SmallRyeConfigBuilder()
                        .withConverter(Duration.class, 200, new DurationConverter())
                        .withMapping(RoutingConfig.class)
                        .withDefaultValue("primegate.routing.broker", "one");
        settings.forEach(builder::withDefaultValue);
        SmallRyeConfig config = builder.build();
        return new RouteRules(config.getConfigMapping(RoutingConfig.class));
    }
}
