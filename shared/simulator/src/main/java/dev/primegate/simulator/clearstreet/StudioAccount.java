package dev.primegate.simulator.clearstreet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.money.Decimal10;
import dev.primegate.simulator.engine.Instrument;
import dev.primegate.simulator.engine.Instruments;
import dev.primegate.simulator.wire.Answer;
import dev.primegate.simulator.wire.Json;
import dev.primegate.simulator.wire.RefusedException;
import dev.primegate.simulator.wire.Request;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is held, and which margin that takes: quantities as strings, money as noisy numbers. */
final class StudioAccount {
    private static final Decimal10 TWO = Decimal10.of("2");
    private static final Decimal10 FIVE = Decimal10.of("5");

    private final StudioDay day;
    private final StudioJson json;

    StudioAccount(StudioDay day, StudioJson json) {
        this.day = day;
        this.json = json;
    }

    Answer positions(Request request) {
        request.query().allow(Set.of("page_size", "page_token"));
        return Answer.json(
                200, new Pages<>(Instrument::id, this::position).page(held(), request.query()));
    }

    Answer holdings(Request request) {
        request.query().allow(Set.of("date"));
        LocalDate today = day.session().day(day.now());
        List<ObjectNode> rows = new ArrayList<>();
        rows.add(holding("USD", "currency", cash()));
        held().forEach(each -> rows.add(holding(each.id(), "equity", quantity(each))));
        ObjectNode answer =
                json.account()
                        .put(
                                "date",
                                Integer.parseInt(today.format(DateTimeFormatter.BASIC_ISO_DATE)))
                        .put("sod_equity", StudioJson.noisy(cash()))
                        .put("timestamp", day.now().toEpochMilli());
        answer.set("data", Json.array(rows, each -> each));
        return Answer.json(200, answer);
    }

    Answer regT(Request request) {
        request.query().allow(Set.of());
        ObjectNode margin = margin(TWO, "effective_excess");
        for (String name :
                List.of(
                        "sma",
                        "sod_buying_power",
                        "overnight_buying_power",
                        "day_trade_buying_power")) {
            margin.put(name, StudioJson.noisy(equity()));
        }
        return Answer.json(200, margin);
    }

    /** Here one name is misspelled, as it is in the published description. */
    Answer portfolio(Request request) {
        request.query().allow(Set.of());
        return Answer.json(200, margin(FIVE, "effecive_excess"));
    }

    Answer instruments(Request request) {
        return Answer.json(
                200,
                Json.object()
                        .set("data", Json.array(Instruments.stocks(), StudioAccount::instrument)));
    }

    Answer instrument(Request request) {
        request.query().allow(Set.of("symbol_format"));
        return Instruments.find(Instruments.stocks(), request.segments().getLast())
                .map(found -> Answer.json(200, instrument(found)))
                .orElseThrow(() -> new RefusedException(404, "no such instrument"));
    }

    private static ObjectNode instrument(Instrument instrument) {
        ObjectNode json =
                Json.object().put("asset_class", "equity").put("primary_exchange", "XNAS");
        json.putArray("symbols")
                .add(Json.object().put("symbol", instrument.id()).put("symbol_format", "cms"));
        return json;
    }

    private ObjectNode position(Instrument instrument) {
        return json.account()
                .put("symbol", instrument.id())
                .put("quantity", quantity(instrument).toString())
                .put("average_cost", StudioJson.noisy(day.engine().quote(instrument).mid()));
    }

    private static ObjectNode holding(String symbol, String assetClass, Decimal10 quantity) {
        return Json.object()
                .put("symbol", symbol)
                .put("asset_class", assetClass)
                .put("quantity", quantity.toString())
                .put("sod_quantity", "0");
    }

    /** The requirement is the gross market value over {@code divisor}. */
    private ObjectNode margin(Decimal10 divisor, String excessName) {
        Decimal10 net = Decimal10.ZERO;
        Decimal10 gross = Decimal10.ZERO;
        for (Instrument instrument : held()) {
            Decimal10 value = value(instrument);
            net = net.plus(value);
            gross = gross.plus(value.max(value.negated()));
        }
        Decimal10 requirement = gross.over(divisor, RoundingMode.CEILING);
        Decimal10 excess = equity().minus(requirement);
        ObjectNode margin =
                Json.object()
                        .put("version", "1")
                        .put("timestamp", day.now().toEpochMilli())
                        .put("net_market_value", StudioJson.noisy(net))
                        .put("effective_requirement", StudioJson.noisy(requirement))
                        .put(excessName, StudioJson.noisy(excess))
                        .put("house_requirement", StudioJson.noisy(requirement))
                        .put("house_excess", StudioJson.noisy(excess));
        margin.putArray("groups");
        return margin;
    }

    private List<Instrument> held() {
        return Instruments.stocks().stream().filter(each -> quantity(each).signum() != 0).toList();
    }

    private Decimal10 quantity(Instrument instrument) {
        return day.position(instrument.id(), "");
    }

    private Decimal10 value(Instrument instrument) {
        // Half-even: a valuation, never booked.
        return quantity(instrument)
                .times(day.engine().quote(instrument).mid(), RoundingMode.HALF_EVEN);
    }

    private Decimal10 equity() {
        return held().stream().map(this::value).reduce(cash(), Decimal10::plus);
    }

    private Decimal10 cash() {
        return day.engine().balances().stream()
                .filter(balance -> balance.asset().code().equals("USD"))
                .findFirst()
                .orElseThrow()
                .amount();
    }
}
