/** Webhooks and feeds in: brokers' news becomes facts in the book. */
@NullMarked
package dev.primegate.ingest;

import org.jspecify.annotations.NullMarked;
