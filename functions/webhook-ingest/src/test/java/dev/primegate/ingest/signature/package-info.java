@NullMarked
package dev.primegate.ingest.signature;

import org.jspecify.annotations.NullMarked;
