package dev.primegate.broker.clearstreet;

import dev.primegate.ledger.MarginState;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

@ConfigMapping(prefix = "primegate.broker.clear-street")
interface ClearStreetConfig {
    /** Where its Studio API is. */
    @WithDefault("https://api.clearstreet.io/studio/v2")
    URI url();

    /** Where it gives tokens. */
    @WithDefault("https://auth.clearstreet.io")
    URI authUrl();

    /** Where its WebSocket feed is. */
    @WithDefault("wss://api.clearstreet.io/studio/v2/ws")
    URI feedUrl();

    /** The name of the secret that holds the client's credentials, and whose account it is. */
    @WithDefault("primegate-prod/clear-street/${primegate.keys:trade}")
    String secret();

    /** After this long without any message the feed is taken to be dead. */
    @WithDefault("30s")
    Duration silence();

    /** Whom locates are asked of, and short sales name, by its market participant id. */
    @WithDefault("CLST")
    String mpid();

    /** By which models it calculates our margin. */
    @WithDefault("REG_T,PORTFOLIO")
    Set<MarginState.Model> marginModels();

    /** What its documentation, or our contract, allows. */
    Rate rate();

    /** When its day orders live. */
    Hours session();

    /** How often it may be called; its bulk orders have a limit of their own. */
    interface Rate {
        /** What our tier is called, for whoever reads an alert. */
        @WithDefault("studio")
        String tier();

        /** How many calls in a second, over all functions. */
        @WithDefault("10")
        int perSecond();

        /** It names none: then as many as in any second. */
        @WithDefault("10")
        int burst();

        /** Calls of up to a thousand orders each. */
        @WithDefault("1")
        int bulkPerSecond();

        /** How long an order that found the rate spent waits for others to go with it. */
        @WithDefault("50ms")
        Duration batch();
    }

    /** The regular session of the exchanges. */
    interface Hours {
        /** Whose clock. */
        @WithDefault("America/New_York")
        ZoneId zone();

        /** When it closes. */
        @WithDefault("16:00")
        LocalTime close();

        /** On which days there is one. */
        @WithDefault("MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY")
        Set<DayOfWeek> days();

        /** Days without one. */
        Optional<Set<LocalDate>> holidays();

        /** Days on which it closes earlier, and when. */
        Map<LocalDate, LocalTime> earlyCloses();
    }
}
