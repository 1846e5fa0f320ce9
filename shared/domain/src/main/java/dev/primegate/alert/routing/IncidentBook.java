package dev.primegate.alert.routing;

import dev.primegate.alert.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is remembered of troubles: which there are, who knows of them, who wants silence. */
public interface IncidentBook {
    /** The incident that is open under {@code key}. */
    Optional<Incident> find(String key);

    /** Every open incident, oldest first. */
    List<Incident> open();

    /** What was open and ended in this time, oldest first; forgotten after 30 days. */
    List<Incident> ended(Instant from, Instant to);

    /** What {@code dedupKey} last was in the incident, whether that is open or not. */
    Optional<Member> member(String key, String dedupKey);

    /** The keys of the incidents that {@code dedupKey} was ever part of. */
    List<String> incidentsOf(String dedupKey);

    /**
     * Writes both, if nobody wrote the incident since it was read. One that is over is open no
     * more.
     *
     * @return the incident with its new version; empty if somebody was faster
     */
    Optional<Incident> save(Incident incident, Optional<Member> member, Instant now);

    /**
     * As {@link #save}, for who may delete nothing: one that is over stays where it is until
     * somebody saves it.
     */
    Optional<Incident> mark(Incident incident);

    /**
     * Notes that {@code alert} came up; noting it again changes nothing.
     *
     * @return when each alert of its dedup key came up that is at most {@code around} before or
     *     after it, it included; earliest first
     */
    List<Instant> note(Alert alert, Duration around);

    /** The silences that have not ended. */
    List<Silence> silences(Instant now);

    void silence(Silence silence);

    /** Ends a silence; whether it had not ended before. */
    boolean lift(String id, Instant now);
}
