package dev.primegate.broker.clearstreet;

import dev.primegate.ledger.MarginState;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A margin answer in our words. It holds several requirements at once: the one with the least
 * excess is the one that binds.
 */
final class ClearStreetMargin {
    private static final Asset DOLLAR = new Asset("USD");

    private ClearStreetMargin() {}

    static MarginState state(MarginState.Model model, ClearStreetMessages.Margin margin) {
        List<Rule> rules = new ArrayList<>();
        rules.add(
                new Rule(
                        "effective",
                        ClearStreetMapping.number(
                                "effective_requirement", margin.effectiveRequirement()),
                        ClearStreetMapping.number("effective_excess", margin.effectiveExcess())));
        add(rules, "house", margin.houseRequirement(), margin.houseExcess());
        add(rules, "exchange", margin.exchangeRequirement(), margin.exchangeExcess());
        Rule binding = rules.stream().min(Comparator.comparing(Rule::excess)).orElseThrow();
        return new MarginState(
                model,
                binding.excess.signum() < 0 ? MarginState.Level.DEFICIT : MarginState.Level.CLEAR,
                Set.of(),
                Optional.of(new Money(binding.requirement, DOLLAR)),
                Optional.of(new Money(binding.excess, DOLLAR)),
                ClearStreetMapping.time("timestamp", margin.timestamp()),
                binding.name);
    }

    /** Not every model has every requirement. */
    private static void add(
            List<Rule> rules, String name, @Nullable String requirement, @Nullable String excess) {
        if (requirement != null && excess != null) {
            rules.add(
                    new Rule(
                            name,
                            ClearStreetMapping.number(name + "_requirement", requirement),
                            ClearStreetMapping.number(name + "_excess", excess)));
        }
    }

    private record Rule(String name, Decimal10 requirement, Decimal10 excess) {}
}
