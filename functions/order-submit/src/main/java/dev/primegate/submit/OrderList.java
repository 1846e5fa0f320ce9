package dev.primegate.submit;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** Orders, latest first. */
@RegisterForReflection
public record OrderList(List<OrderView> orders) {}
