package dev.primegate.router;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Something to open from an alert. */
@RegisterForReflection
record Link(String href, String text) {}
