package dev.primegate.reconcile;

import dev.primegate.embedded.AwsForTests;

/** Embedded AWS for this room's tests. */
public class ReconcileAws extends AwsForTests {}
