package dev.primegate.dynamodb;

import dev.primegate.audit.Step;
import dev.primegate.audit.Trail;

/** A step of a trail as an item. */
final class StepItem {
    private StepItem() {}

    static Item write(Step step) {
        return Item.at(Key.step(step.trail(), step.version()))
                .put("type", "STEP")
                .put("trail", step.trail().text())
                .put("version", step.version())
                .put("at", step.at())
                .put("by", step.by())
                .put("act", step.act())
                .put("facts", step.facts())
                .put("previousHash", step.previousHash())
                .put("hash", step.hash());
    }

    static Step read(Item item) {
        return new Step(
                new Trail(item.text("trail")),
                item.number("version"),
                item.time("at"),
                item.text("by"),
                item.text("act"),
                item.map("facts"),
                item.text("previousHash"),
                item.text("hash"));
    }
}
