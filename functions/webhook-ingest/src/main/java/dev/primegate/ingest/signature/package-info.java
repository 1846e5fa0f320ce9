/** Who signed a webhook, and when. Nothing here reads what it says. */
@NullMarked
package dev.primegate.ingest.signature;

import org.jspecify.annotations.NullMarked;
