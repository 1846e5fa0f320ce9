package dev.primegate.submit;

import dev.primegate.risk.HaltCase;
import dev.primegate.risk.HaltNote;
import dev.primegate.risk.TradingState;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/**
 * What is halted or may only reduce.
 *
 * @param steps the latest steps that anybody took, latest first
 * @param outlierSwitchesOff where no price apart from the broker's own could halt anything
 */
@RegisterForReflection
public record HaltList(List<HaltView> halts, List<Step> steps, List<SwitchOff> outlierSwitchesOff) {

    static HaltList of(List<HaltCase> cases, List<HaltNote> notes, List<OutlierSwitches.Off> off) {
        return new HaltList(
                cases.stream()
                        .filter(halt -> halt.state() != TradingState.ACTIVE)
                        .map(HaltView::of)
                        .toList(),
                notes.stream().map(Step::of).toList(),
                off.stream().map(SwitchOff::of).toList());
    }

    /** A broker and an instrument whose fills and quotes nothing is held against. */
    @RegisterForReflection
    public record SwitchOff(String broker, String symbol, String why) {
        static SwitchOff of(OutlierSwitches.Off off) {
            return new SwitchOff(off.broker().name(), off.symbol().text(), off.why());
        }
    }

    /** A step. */
    @RegisterForReflection
    public record Step(Instant at, String scope, HaltNote.Step step, String by, String reason) {
        static Step of(HaltNote note) {
            return new Step(note.at(), note.scope().text(), note.step(), note.by(), note.reason());
        }
    }
}
