package dev.primegate.submit;

import dev.primegate.breaks.BreakId;
import dev.primegate.breaks.BreakNote;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/** Everything that was done with a break, in order. */
@RegisterForReflection
public record BreakNotesView(String breakId, List<Entry> notes) {

    static BreakNotesView of(BreakId id, List<BreakNote> notes) {
        return new BreakNotesView(id.text(), notes.stream().map(Entry::of).toList());
    }

    /** One step. */
    @RegisterForReflection
    public record Entry(long version, Instant at, String by, String step, String text) {
        static Entry of(BreakNote note) {
            return new Entry(note.version(), note.at(), note.by(), note.step(), note.text());
        }
    }
}
