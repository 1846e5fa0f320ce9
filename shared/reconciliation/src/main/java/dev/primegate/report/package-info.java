/** What people and their spreadsheets are told of a day: trades, profit, margin, breaks. */
@NullMarked
package dev.primegate.report;

import org.jspecify.annotations.NullMarked;
