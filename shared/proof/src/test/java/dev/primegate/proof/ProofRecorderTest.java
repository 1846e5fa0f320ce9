package dev.primegate.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

class ProofRecorderTest {
    @Test
    void anIdThatIsNoRowFailsItsTest() {
        Events tests = run("unknown");

        assertThat(tests.failed().count()).isEqualTo(1);
    }

    private static Events run(String method) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.conditions.deactivate", "*")
                .selectors(selectMethod(Sample.class, method))
                .execute()
                .testEvents();
    }

    /** Run by this test only: not static-nested with a name Surefire would pick up. */
    static class Sample {
        @Test
        @Proves("Z99")
        void unknown() {}
    }
}
