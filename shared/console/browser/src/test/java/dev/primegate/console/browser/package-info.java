/** The operator's page, driven in a real browser against the local process. */
@NullMarked
package dev.primegate.console.browser;

import org.jspecify.annotations.NullMarked;
