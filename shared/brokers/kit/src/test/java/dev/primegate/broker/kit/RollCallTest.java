package dev.primegate.broker.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primegate.broker.AccountReports;
import dev.primegate.broker.Fetched;
import dev.primegate.broker.Product;
import dev.primegate.instrument.BrokerId;
import dev.primegate.ledger.Balance;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RollCallTest {
    private final RollCall rollCall = new RollCall(new BrokersUsed(Optional::empty));

    @Test
    void whoeverPlaysARoleIsFoundByHisName() {
        Account one = new Account("one");
        Account other = new Account("other");

        var accounts = rollCall.accountReports(List.of(other, one));

        assertThat(accounts.all()).isEqualTo(List.of(one, other));
        assertThat(accounts.find(new BrokerId("other"))).contains(other);
        assertThat(accounts.find(new BrokerId("third"))).isEmpty();
        assertThat(rollCall.feeds(List.of()).all()).isEmpty();
        assertThat(rollCall.gateways(List.of()).all()).isEmpty();
        assertThat(rollCall.orderReports(List.of()).all()).isEmpty();
    }

    @Test
    void whoIsNotUsedIsNotCalled() {
        RollCall some = new RollCall(new BrokersUsed(() -> Optional.of(Set.of("other"))));
        Account other = new Account("other");

        var accounts = some.accountReports(List.of(new Account("one"), other));

        assertThat(accounts.all()).isEqualTo(List.of(other));
    }

    @Test
    void nobodyPlaysARoleTwice() {
        assertThatThrownBy(() ->
                        rollCall.accountReports(List.of(new Account("one"), new Account("one"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one");
    }

    private record Account(String name) implements AccountReports {
        @Override
        public BrokerId broker() {
            return new BrokerId(name);
        }

        @Override
        public Fetched<List<Balance>> balances() {
            return new Fetched.Failed<>("not asked");
        }

        @Override
        public Fetched<List<Product>> products() {
            return new Fetched.Failed<>("not asked");
        }
    }
}
