package dev.primegate.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.proof.Proves;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneLineTest {
    @ParameterizedTest
    @CsvSource({
        "10,\\u000a",
        "13,\\u000d",
        "27,\\u001b",
        "0,\\u0000",
        "8238,\\u202e",
        "8232,\\u2028"
    })
    @Proves("X61")
    void whatCannotBeSeenIsWrittenOut(int character, String written) {
        ExtLogRecord log = log("order=%s event=x", "a" + (char) character + "event=forged");

        assertThat(new SafeLog().isLoggable(log)).isTrue();

        assertThat(text(log)).isEqualTo("order=a" + written + "event=forged event=x");
    }

    @Test
    void whatCanBeSeenStaysAndNothingIsFormattedTwice() {
        ExtLogRecord plain = log("order=%s", "${jndi:ldap://x} %n%s é");
        ExtLogRecord broken = log("order=%s", "%n%s\n");

        assertThat(new SafeLog().isLoggable(plain)).isTrue();
        assertThat(new SafeLog().isLoggable(broken)).isTrue();

        assertThat(text(plain)).isEqualTo("order=${jndi:ldap://x} %n%s é");
        assertThat(text(broken)).isEqualTo("order=%n%s\\u000a");
    }

    private static String text(ExtLogRecord log) {
        return new PatternFormatter().formatMessage(log);
    }

    private static ExtLogRecord log(String format, String value) {
        ExtLogRecord log =
                new ExtLogRecord(
                        Level.INFO, format, ExtLogRecord.FormatStyle.PRINTF, "dev.primegate");
        log.setParameters(new Object[] {value});
        return log;
    }
}
