package dev.primegate.simulator.engine;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.primegate.money.Decimal10;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An order as it stands. */
public record Order(Origin origin, Terms terms, Stage stage, Progress progress) {
    /**
     * What never changes.
     *
     * @param number counts orders from 1
     * @param notes what the wire skin wants to say again later, in its own words
     */
    public record Origin(
            String id,
            long number,
            String clientId,
            Instant createdAt,
            Map<String, String> notes) {}

    /**
     * Where the order is.
     *
     * @param awake a stop order that has been woken
     * @param cancelling a cancel is on its way
     * @param doom set where the order is to fail instead of opening
     * @param reason why it ended, in words for the user, or nothing
     */
    public record Stage(
            Status status,
            boolean awake,
            boolean cancelling,
            @Nullable String doom,
            String reason) {}

    static Order accepted(Origin origin, Terms terms, @Nullable String doom) {
        return new Order(
                origin, terms, new Stage(Status.PENDING, false, false, doom, ""), Progress.NONE);
    }

    public String id() {
        return origin.id();
    }

    public Status status() {
        return stage.status();
    }

    @JsonIgnore
    public boolean isOpen() {
        return stage.status() == Status.OPEN;
    }

    /** What is left to fill were it traded at {@code price}. */
    public Decimal10 leaves(Decimal10 price) {
        return status().isLive() ? terms.leaves(progress, price) : Decimal10.ZERO;
    }

    Order with(Status status, String reason) {
        return with(new Stage(status, stage.awake, stage.cancelling, stage.doom, reason));
    }

    Order awakened() {
        return with(new Stage(stage.status, true, stage.cancelling, stage.doom, stage.reason));
    }

    Order cancelling() {
        return with(new Stage(stage.status, stage.awake, true, stage.doom, stage.reason));
    }

    Order with(Fill fill) {
        return new Order(origin, terms, stage, progress.plus(fill.trade()));
    }

    private Order with(Stage next) {
        return new Order(origin, terms, next, progress);
    }
}
