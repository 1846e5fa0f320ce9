package dev.primegate.submit;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Reports of a day, in UTC: JSON, or CSV for who accepts {@code text/csv} alone. */
@Path("/v1/reports")
@Produces({MediaType.APPLICATION_JSON, TabularWriter.CSV})
class ReportResource {
    private static final LocalDate FIRST = LocalDate.EPOCH;
    private static final Period WEEK = Period.ofWeeks(1);

    private final TradeDesk trades;
    private final StandingDesk standing;
    private final PageDesk pages;
    private final Access access;
    private final Clock clock;

    ReportResource(
            TradeDesk trades, StandingDesk standing, PageDesk pages, Access access, Clock clock) {
        this.trades = trades;
        this.standing = standing;
        this.pages = pages;
        this.access = access;
        this.clock = clock;
    }

    @GET
    @Path("/blotter")
    @Operation(
            operationId = "reportBlotter",
            summary = "Every trade of a day in UTC, by its own time",
            description = "Annulled ones too, with their mark.")
    @ProblemResponses
    public BlotterReport blotter(
            @Parameter(required = true) @QueryParam("date") @Nullable String date,
            @QueryParam("account") @Nullable String account,
            @Context SecurityContext security) {
        Caller caller = access.caller(security, Role.READ);
        return BlotterReport.of(
                trades.blotter(caller.tenant(), Access.accounts(caller, account), day(date)));
    }

    @GET
    @Path("/pnl")
    @Operation(
            operationId = "reportPnl",
            summary = "Realised and unrealised profit by instrument",
            description =
                    "As it stood when the day ended in UTC, at the prices it ended with. Where"
                            + " nobody kept one it says what was realised.")
    @ProblemResponses
    public ProfitReport pnl(
            @Parameter(required = true) @QueryParam("date") @Nullable String date,
            @QueryParam("account") @Nullable String account,
            @Context SecurityContext security) {
        Caller caller = access.caller(security, Role.READ);
        return ProfitReport.of(
                trades.profit(
                        caller.tenant(),
                        Access.accounts(caller, account),
                        day(date),
                        clock.instant()));
    }

    @GET
    @Path("/margin")
    @Operation(
            operationId = "reportMargin",
            summary = "How much of our margin at brokers is used, by each of their models",
            description =
                    "What each last said on that day, or, of the day that lasts, what it said last.")
    @ProblemResponses
    public MarginReport margin(
            @Parameter(required = true) @QueryParam("date") @Nullable String date,
            @Context SecurityContext security) {
        Caller caller = access.caller(security, Role.BOOKS);
        // A broker speaks of all accounts there at once, whoever's they are.
        LocalDate day = day(date);
        MarginReport report = MarginReport.of(standing.margin(caller, day, today()));
        return kept(report, day, report.brokers().isEmpty());
    }

    @GET
    @Path("/rates")
    @Operation(
            operationId = "reportRates",
            summary = "How often each broker was called on a day, and how much it allowed",
            description =
                    "All functions together, counted each minute in UTC; the day that lasts as far"
                            + " as it was counted.")
    @ProblemResponses
    public RatesReport rates(
            @Parameter(required = true) @QueryParam("date") @Nullable String date,
            @Context SecurityContext security) {
        Caller _ = access.caller(security, Role.OPERATE);
        LocalDate day = day(date);
        RatesReport report = RatesReport.of(standing.rates(day));
        return kept(report, day, report.brokers().isEmpty());
    }

    @GET
    @Path("/recon")
    @Operation(
            operationId = "reportRecon",
            summary = "What the comparisons of a day found, by cause",
            description = "A day that was not compared has none; alerts tell of those.")
    @ProblemResponses
    public ReconReport recon(
            @Parameter(required = true) @QueryParam("date") @Nullable String date,
            @QueryParam("account") @Nullable String account,
            @Context SecurityContext security) {
        Caller caller = access.caller(security, Role.READ);
        return ReconReport.of(standing.breaks(caller, Access.accounts(caller, account), day(date)));
    }

    @GET
    @Path("/pages")
    @Operation(
            operationId = "reportPages",
            summary = "How many pages of a week ended with nothing done by rule",
            description = "Of the seven days that end with the date; kept for 30 days.")
    @ProblemResponses
    public PagesReport pages(
            @Parameter(required = true) @QueryParam("date") @Nullable String date,
            @Context SecurityContext security) {
        var _ = access.caller(security, Role.OPERATE);
        LocalDate day = day(date);
        LocalDate from = day.minus(WEEK).plusDays(1);
        return PagesReport.of(from, day, pages.review(start(from), start(day.plusDays(1))));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** A day that has ended and of which there is nothing was not written down. */
    private <T> T kept(T report, LocalDate day, boolean empty) {
        if (empty && !day.equals(today())) {
            throw new ProblemException(
                    Problem.of(
                            404,
                            "report-not-kept",
                            "Nobody wrote that down",
                            "expected a day that was written down, found %s".formatted(day)));
        }
        return report;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private LocalDate day(@Nullable String date) {
        LocalDate today = today();
        return Parameters.required(
                "date",
                "a day from %s to %s".formatted(FIRST, today),
                date,
                text -> within(LocalDate.parse(text), today));
    }

    private static LocalDate within(LocalDate day, LocalDate today) {
        if (day.isBefore(FIRST) || day.isAfter(today)) {
            throw new IllegalArgumentException("no day of ours: " + day);
        }
        return day;
    }
}
