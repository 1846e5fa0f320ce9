/**
 * Where alerts go: PagerDuty, Slack and a receiver of webhooks, as far as their senders see them.
 */
@NullMarked
package dev.primegate.simulator.pager;

import org.jspecify.annotations.NullMarked;
