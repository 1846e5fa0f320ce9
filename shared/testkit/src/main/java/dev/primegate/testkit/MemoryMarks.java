package dev.primegate.testkit;

import dev.primegate.broker.RateDay;
import dev.primegate.broker.RateDays;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Symbol;
import dev.primegate.ledger.MarginState;
import dev.primegate.ledger.Margins;
import dev.primegate.order.Account;
import dev.primegate.order.Tenant;
import dev.primegate.risk.Closes;
import dev.primegate.risk.Peak;
import dev.primegate.risk.Peaks;
import dev.primegate.risk.Reference;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How accounts and brokers stand and stood, in memory. */
final class MemoryMarks implements Peaks, Margins, RateDays, Closes {
    private final Map<String, Peak> peaks = new HashMap<>();
    private final Map<String, MarginState> margins = new ConcurrentHashMap<>();
    private final Map<String, RateDay> rates = new HashMap<>();
    private final Map<LocalDate, Map<Symbol, Reference>> closes = new ConcurrentHashMap<>();

    @Override
    public synchronized Optional<Peak> peak(Tenant tenant, Account account) {
        return Optional.ofNullable(peaks.get(tenant + "/" + account));
    }

    @Override
    public synchronized boolean replace(
            Tenant tenant, Account account, Optional<Peak> seen, Peak next) {
        if (!peak(tenant, account).equals(seen)) {
            return false;
        }
        peaks.put(tenant + "/" + account, next);
        return true;
    }

    @Override
    public Optional<MarginState> last(BrokerId broker, MarginState.Model model) {
        return Optional.ofNullable(margins.get(broker + "/" + model));
    }

    @Override
    public Optional<MarginState> last(BrokerId broker, MarginState.Model model, LocalDate day) {
        return Optional.ofNullable(margins.get(broker + "/" + model + "/" + day));
    }

    @Override
    public void record(BrokerId broker, MarginState state) {
        String last = broker + "/" + state.model();
        LocalDate day = LocalDate.ofInstant(state.asOf(), ZoneOffset.UTC);
        for (String key : List.of(last, last + "/" + day)) {
            margins.merge(key, state, (old, next) -> next.asOf().isAfter(old.asOf()) ? next : old);
        }
    }

    @Override
    public synchronized Optional<RateDay> find(BrokerId broker, LocalDate day) {
        return Optional.ofNullable(rates.get(broker + "/" + day));
    }

    @Override
    public synchronized boolean replace(Optional<RateDay> seen, RateDay next) {
        if (!find(next.broker(), next.day()).map(RateDay::until).equals(seen.map(RateDay::until))) {
            return false;
        }
        rates.put(next.broker() + "/" + next.day(), next);
        return true;
    }

    @Override
    public Map<Symbol, Reference> of(LocalDate day) {
        return Map.copyOf(closes.getOrDefault(day, Map.of()));
    }

    @Override
    public void keep(LocalDate day, Map<Symbol, Reference> prices) {
        Map<Symbol, Reference> kept = closes.computeIfAbsent(day, _ -> new ConcurrentHashMap<>());
        prices.forEach(kept::putIfAbsent);
    }
}
