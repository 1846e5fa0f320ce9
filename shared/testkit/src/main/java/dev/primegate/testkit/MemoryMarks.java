package dev.primegate.testkit;

import dev.primegate.instrument.BrokerId;
import dev.primegate.ledger.MarginState;
import dev.primegate.ledger.Margins;
import dev.primegate.order.Account;
import dev.primegate.order.Tenant;
import dev.primegate.risk.Peak;
import dev.primegate.risk.Peaks;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How accounts and brokers stand, in memory: peaks and margins. */
final class MemoryMarks implements Peaks, Margins {
    private final Map<String, Peak> peaks = new HashMap<>();
    private final Map<String, MarginState> margins = new ConcurrentHashMap<>();

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
    public void record(BrokerId broker, MarginState state) {
        margins.merge(
                broker + "/" + state.model(),
                state,
                (old, next) -> next.asOf().isAfter(old.asOf()) ? next : old);
    }
}
