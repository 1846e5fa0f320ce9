package dev.primegate.broker.coinbaseprime;

import dev.primegate.broker.AccountReports;
import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.CancelOutcome;
import dev.primegate.broker.Evidence;
import dev.primegate.broker.Fetched;
import dev.primegate.broker.OrderGateway;
import dev.primegate.broker.OrderReports;
import dev.primegate.broker.Preparation;
import dev.primegate.broker.Product;
import dev.primegate.broker.Purpose;
import dev.primegate.broker.RateBudget;
import dev.primegate.broker.RateLimit;
import dev.primegate.broker.SendOutcome;
import dev.primegate.broker.SubmitWindow;
import dev.primegate.broker.Turn;
import dev.primegate.broker.kit.Again;
import dev.primegate.broker.kit.Answer;
import dev.primegate.broker.kit.ClockSkew;
import dev.primegate.broker.kit.Courier;
import dev.primegate.broker.kit.KitParts;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Instrument;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.ledger.Balance;
import dev.primegate.order.Admission;
import dev.primegate.order.Execution;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Order;
import dev.primegate.runtime.Pause;
import dev.primegate.runtime.Secrets;
import dev.primegate.runtime.Turns;
import dev.primegate.telemetry.Meters;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The product's Prime adapter, put together by hand over any wire. */
public record PrimeParts(OrderGateway gateway, OrderReports reports, AccountReports accounts) {
    /** One that may call as often as it likes. */
    public static PrimeParts over(Wire wire, Secrets secrets, SymbolMaster symbols, Clock clock) {
        return over(wire, secrets, symbols, clock, new Pace(new NoLimit(), _ -> {}, 25));
    }

    /** One that keeps to a rate. */
    public static PrimeParts over(
            Wire wire, Secrets secrets, SymbolMaster symbols, Clock clock, Pace pace) {
        // No retries, which would wait in real time; no clock is measured, since every task has its
        // own.
        Courier courier =
                new Courier(
                        new Again(),
                        Answer::of,
                        new Turns(pace.budget, clock, pace.pause),
                        List.of(KitParts.pauses(pace.budget)),
                        clock);
        PrimeCalls calls =
                new PrimeCalls(
                        new WiredApi(wire), new Config(pace.perSecond), secrets, clock, courier);
        return new PrimeParts(
                new PrimeGateway(calls, new ClockSkew(_ -> {}, new Meters())),
                new PrimeReports(calls, symbols),
                new PrimeAccount(calls));
    }

    /** The same adapter, under another name: an address of Prime that stands for another broker. */
    public PrimeParts as(BrokerId name) {
        return new PrimeParts(
                new NamedGateway(name, gateway),
                new NamedReports(name, reports),
                new NamedAccounts(name, accounts));
    }

    /**
     * How fast it may call.
     *
     * @param pause how the world waits
     */
    public record Pace(RateBudget budget, Pause pause, int perSecond) {
        /** The same, for the broker of that name. */
        public Pace as(BrokerId name) {
            return new Pace(new NamedBudget(name, budget), pause, perSecond);
        }
    }

    private record NamedBudget(BrokerId name, RateBudget of) implements RateBudget {
        @Override
        public Turn take(BrokerId broker, RateLimit limit, Purpose purpose) {
            return of.take(name, limit, purpose);
        }

        @Override
        public void pause(BrokerId broker, Instant until) {
            of.pause(name, until);
        }

        @Override
        public List<Integer> used(BrokerId broker, Instant from, int seconds) {
            return of.used(name, from, seconds);
        }
    }

    private record NamedGateway(BrokerId broker, OrderGateway of) implements OrderGateway {
        @Override
        public Preparation prepare(NewOrder order, Instrument instrument, Instant now) {
            return of.prepare(order, instrument, now);
        }

        @Override
        public SubmitWindow window() {
            return of.window();
        }

        @Override
        public RateLimit rate() {
            return of.rate();
        }

        @Override
        public SendOutcome send(Admission.Admitted admitted, Preparation.Prepared request) {
            return of.send(admitted, request);
        }

        @Override
        public CancelOutcome cancel(Order order) {
            return of.cancel(order);
        }
    }

    private record NamedReports(BrokerId broker, OrderReports of) implements OrderReports {
        @Override
        public Evidence lookup(Order order) {
            return of.lookup(order);
        }

        @Override
        public Fetched<List<Execution>> executions(Order order) {
            return of.executions(order);
        }

        @Override
        public Fetched<List<BrokerNews>> executionsSince(Instant from) {
            return of.executionsSince(from);
        }
    }

    private record NamedAccounts(BrokerId broker, AccountReports of) implements AccountReports {
        @Override
        public Fetched<List<Balance>> balances() {
            return of.balances();
        }

        @Override
        public Fetched<List<Product>> products() {
            return of.products();
        }
    }

    private record Config(int calls) implements PrimeConfig {
        @Override
        public URI url() {
            return URI.create("http://simulated");
        }

        @Override
        public URI feedUrl() {
            return URI.create("ws://simulated");
        }

        @Override
        public String secret() {
            return "primegate/coinbase-prime/trade";
        }

        @Override
        public List<String> products() {
            return List.of();
        }

        @Override
        public Duration silence() {
            return Duration.ofSeconds(10);
        }

        @Override
        public Quotes quotes() {
            return new Quotes() {
                @Override
                public int worstBps() {
                    return 200;
                }

                @Override
                public Duration referenceMaxAge() {
                    return Duration.ofMinutes(1);
                }

                @Override
                public Duration lastsFor() {
                    return Duration.ofSeconds(10);
                }
            };
        }

        @Override
        public Rate rate() {
            return new Rate() {
                @Override
                public String tier() {
                    return "simulated";
                }

                @Override
                public int perSecond() {
                    return calls;
                }

                @Override
                public int burst() {
                    return 2 * calls;
                }
            };
        }
    }

    private record NoLimit() implements RateBudget {
        @Override
        public Turn take(BrokerId broker, RateLimit limit, Purpose purpose) {
            return new Turn.Granted();
        }

        @Override
        public void pause(BrokerId broker, Instant until) {}

        @Override
        public List<Integer> used(BrokerId broker, Instant from, int seconds) {
            return List.of();
        }
    }
}
