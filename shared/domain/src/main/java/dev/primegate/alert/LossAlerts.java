package dev.primegate.alert;

import dev.primegate.instrument.BrokerId;
import dev.primegate.ledger.MarginState;
import dev.primegate.risk.TradingState;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeSet;

/** What a person must hear of lost equity and missing margin. */
public final class LossAlerts {
    private static final String DRAWDOWN = "drawdown-limit";
    private static final String MARGIN = "margin-call";

    private LossAlerts() {}

    /** An account lost as much of its highest equity as it may. */
    public static Alert drawdown(String account, TradingState state, String why, Instant at) {
        return Alert.trigger(
                DRAWDOWN,
                account,
                account + "/" + state + "/" + at,
                Severity.CRITICAL,
                "%s is %s: %s".formatted(account, state, why),
                at,
                Map.of("account", account, "state", state.name()));
    }

    /** Two persons resumed it; its losses count from here. */
    public static Alert accepted(String account, Instant at) {
        return Alert.resolve(
                DRAWDOWN, account, account + "/" + at, "%s is resumed".formatted(account), at);
    }

    /** Nobody can tell an account's equity; once a day. */
    public static Alert blind(String account, String why, Instant at) {
        return Alert.trigger(
                "drawdown-blind",
                account,
                account + "/" + at.atOffset(ZoneOffset.UTC).toLocalDate(),
                Severity.ERROR,
                "the drawdown limit of %s cannot see its equity: %s".formatted(account, why),
                at,
                Map.of("account", account));
    }

    /** A broker calls for margin, or will. */
    public static Alert margin(BrokerId broker, MarginState state) {
        return Alert.trigger(
                MARGIN,
                subject(broker, state.model()),
                "%s/%s/%s/%s".formatted(broker, state.model(), state.level(), state.asOf()),
                Severity.CRITICAL,
                "%s: margin is %s%s; orders there may only reduce"
                        .formatted(
                                broker,
                                state.level(),
                                state.shortfall()
                                        .map(m -> ", %s are missing".formatted(m))
                                        .orElse("")),
                state.asOf(),
                Map.of(
                        "broker", broker.name(),
                        "model", state.model().name(),
                        "source", state.source(),
                        "level", state.level().name(),
                        "calls", String.join(", ", new TreeSet<>(state.calls()))));
    }

    /** It is met. The halt stays until two persons lift it. */
    public static Alert marginMet(BrokerId broker, MarginState.Model model, Instant at) {
        return Alert.resolve(
                MARGIN,
                subject(broker, model),
                "%s/%s/%s".formatted(broker, model, at),
                "%s: margin is in order again; orders there may only reduce until two persons resume"
                        .formatted(broker),
                at);
    }

    /** Nobody can tell our margin at a broker; once a day. */
    public static Alert marginUnread(BrokerId broker, String why, Instant at) {
        return Alert.trigger(
                "margin-not-read",
                broker.name(),
                broker + "/" + at.atOffset(ZoneOffset.UTC).toLocalDate(),
                Severity.ERROR,
                "%s does not say how our margin stands: %s".formatted(broker, why),
                at,
                Map.of("broker", broker.name()));
    }

    /** Each model of a broker is an incident of its own. */
    private static String subject(BrokerId broker, MarginState.Model model) {
        return "%s/%s".formatted(broker, model);
    }
}
