@NullMarked
package dev.primegate.alerting;

import org.jspecify.annotations.NullMarked;
