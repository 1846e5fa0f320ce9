package dev.primegate.alerting;

import dev.primegate.risk.HaltScope;
import java.time.Instant;

/**
 * What a link in a page lets whoever holds it do: halt one scope, until a time.
 *
 * @param incident in whose page it stands; whoever follows it halts in that name
 */
public record HaltLink(HaltScope scope, String incident, Instant until) {}
