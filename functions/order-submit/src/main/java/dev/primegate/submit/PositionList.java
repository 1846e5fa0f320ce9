package dev.primegate.submit;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** Positions, by account, broker and symbol. */
@RegisterForReflection
public record PositionList(List<PositionView> positions) {}
