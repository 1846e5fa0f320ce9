@NullMarked
package dev.primegate.ingest;

import org.jspecify.annotations.NullMarked;
