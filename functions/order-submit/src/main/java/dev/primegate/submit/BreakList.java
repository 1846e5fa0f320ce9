package dev.primegate.submit;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** Breaks, latest first. */
@RegisterForReflection
public record BreakList(List<BreakView> breaks) {}
