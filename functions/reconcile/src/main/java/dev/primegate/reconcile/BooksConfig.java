package dev.primegate.reconcile;

import dev.primegate.order.Side;
import dev.primegate.settlement.Market;
import dev.primegate.statement.FileMapping;
import dev.primegate.statement.Statement;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How brokers' books are held against ours; what a broker is like travels with its folder. */
@ConfigMapping(prefix = "primegate.books")
interface BooksConfig {
    /** Where brokers' files arrive on a laptop. */
    Optional<Path> folder();

    /**
     * Where brokers' files arrive in AWS: a bucket of S3, before a folder. Without either brokers
     * are asked for their reports instead.
     */
    Optional<String> bucket();

    /** What answers in S3's place; without it, S3 of the function's region. */
    Optional<URI> bucketEndpoint();

    /** How many days back a comparison looks: files come late, and corrections later. */
    @WithDefault("3")
    int days();

    /** From which sum on, in the currency of a trade, somebody must look at a break at once. */
    @WithDefault("100000")
    BigDecimal highStake();

    /**
     * How much of a portfolio may be unexplained, in basis points; more, and it may only reduce.
     */
    @WithDefault("50")
    int driftBps();

    /** How far apart the two books of a drift may have been read. */
    @WithDefault("2m")
    Duration readApart();

    /** For how long a trade may be in one book and not yet in the other. */
    @WithDefault("15m")
    Duration inFlight();

    /** What drift and portfolio are reckoned in. */
    @WithDefault("USD")
    String currency();

    /** An older price is none. */
    @WithDefault("24h")
    Duration priceAge();

    /** By the broker's name; one that is not named dates in UTC and is asked for its reports. */
    Map<String, Broker> brokers();

    /** One broker's habits. */
    interface Broker {
        /** By whose clock it dates a trade. */
        @WithDefault("UTC")
        ZoneId zone();

        /** The time of day from which the next date counts. */
        @WithDefault("00:00")
        LocalTime rollsAt();

        /** Where what it trades is listed, if it is. */
        Optional<Market> market();

        /** How far its statements round prices. */
        @WithDefault("0")
        BigDecimal priceRounding();

        /** How far a fee may be off. */
        @WithDefault("0")
        BigDecimal feeTolerance();

        Optional<Files> files();

        /**
         * By which date the balances of money count that it tells when it is asked. Without it
         * drift does not count its money; with it a day's file must have told of money before.
         */
        Optional<CashBy> liveCash();
    }

    /** Ways to count money. */
    enum CashBy {
        TRADE_DATE,
        SETTLEMENT_DATE
    }

    /** The files it sends. */
    interface Files {
        /** Who reads them: a reader of ours, or {@code CSV} or {@code XML} by the mappings. */
        Format format();

        /** Which of the levels of Clear Street is read. */
        @WithDefault("org")
        String level();

        /** How long after its day a file may come. */
        @WithDefault("12h")
        Duration within();

        /** On which days it sends some: the name of a calendar; without one, on each. */
        Optional<String> calendar();

        /** How its CSV or XML is read, where nobody wrote a reader. */
        List<Mapping> mappings();
    }

    /** Kinds of files. */
    enum Format {
        CLEAR_STREET,
        COINBASE_PRIME,
        FALCONX,
        FLEX,
        CSV,
        XML
    }

    /** One kind of file; see {@link FileMapping}. */
    interface Mapping {
        /** Tells it from the broker's other files. */
        String name();

        /** A regular expression of its name, with a group {@code day}. */
        String fileName();

        /** What its rows are. */
        Statement.Book book();

        /** The name of the element that each row is, in XML. */
        Optional<String> row();

        /** What parts its cells, in CSV. */
        @WithDefault(",")
        char separator();

        /** The heading of each field, in XML its path; one that is not named is not read. */
        Map<FileMapping.Field, String> columns();

        /** Its words for sides. */
        Map<String, Side> sides();

        /** What the last row of CSV begins with, which counts the others. */
        Optional<String> trailer();
    }
}
