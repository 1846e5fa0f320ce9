package dev.primegate.submit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.primegate.ledger.JournalEntry;
import dev.primegate.ledger.JournalKind;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a journal entry.
 *
 * @param approvableUntil until when another person may say the same; absent once it is booked
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JournalView(
        String id, JournalKind kind, State state, @Nullable Instant approvableUntil) {
    /** Whether it is in the positions. */
    public enum State {
        ASKED,
        BOOKED
    }

    static JournalView booked(JournalEntry entry) {
        return new JournalView(entry.id().text(), entry.kind(), State.BOOKED, null);
    }

    static JournalView asked(JournalEntry entry, Instant until) {
        return new JournalView(entry.id().text(), entry.kind(), State.ASKED, until);
    }
}
