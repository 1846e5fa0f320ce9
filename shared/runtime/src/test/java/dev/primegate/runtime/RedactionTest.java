package dev.primegate.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RedactionTest {
    @Test
    void whatIsTooShortToBeASecretHidesNoWord() {
        Redaction.conceal("account");

        assertThat(Redaction.redacted("an account")).isEqualTo("an account");
    }

    @Test
    void theLongestOfTwoGoesWhole() {
        Redaction.conceal("redaction-one");
        Redaction.conceal("redaction-one-and-two");

        assertThat(Redaction.redacted("redaction-one, redaction-one-and-two."))
                .isEqualTo("***, ***.");
    }

    @Test
    void whatOthersSayKeepsWhatOnlyLooksLikeASecret() {
        Redaction.conceal("redaction-held");
        String said = "{\"signature\":\"theirs\",\"text\":\"no redaction-held\"}";

        assertThat(Redaction.withoutHeld(said))
                .isEqualTo("{\"signature\":\"theirs\",\"text\":\"no ***\"}");
    }

    @Test
    void aLongTextOfBeginningsIsReadInOneGo() {
        Redaction.conceal("-a-a-a-a-b");
        String text = "-a".repeat(200_000) + "password=x";

        assertThat(Redaction.redacted(text)).endsWith("password=***").hasSize(400_012);
    }

    @Test
    void onlyTheLatestAreHeld() {
        Redaction.conceal("redaction-of-long-ago");
        for (int i = 0; i < Redaction.MOST; i++) {
            Redaction.conceal("redaction-number-%d".formatted(i));
        }

        assertThat(Redaction.redacted("redaction-of-long-ago")).isEqualTo("redaction-of-long-ago");
        assertThat(Redaction.redacted("redaction-number-%d".formatted(Redaction.MOST - 1)))
                .isEqualTo("***");
    }
}
