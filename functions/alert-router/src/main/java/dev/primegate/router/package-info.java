/** Tells people, through PagerDuty and Slack, what the table's stream says they must hear. */
@NullMarked
package dev.primegate.router;

import org.jspecify.annotations.NullMarked;
