@NullMarked
package dev.primegate.report;

import org.jspecify.annotations.NullMarked;
