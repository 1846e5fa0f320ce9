package dev.primegate.simulation.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MutantsTest {
    private static final Path ROOT = Path.of("../..");

    @Test
    void thereAreManyAndEachStillFitsTheCode() {
        List<Mutant> all = Mutants.all();

        assertThat(all).hasSizeGreaterThanOrEqualTo(20);
        assertThat(all.stream().map(Mutant::name)).doesNotHaveDuplicates();
        all.forEach(mutant -> assertThat(mutant.sources(ROOT)).isNotEmpty());
    }

    @Test
    void theReadmeSaysWhatEachBreaks() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        Mutants.all()
                .forEach(mutant ->
                        assertThat(readme)
                                .contains(
                                        "| `%s` | %s |".formatted(mutant.name(), mutant.breaks())));
    }

    @Test
    void oneThatSendsTwiceIsKilledByTheFirstSeeds() {
        Mutant mutant = Mutants.find("retry-the-post").orElseThrow();

        assertThat(new Workshop(ROOT).firstKill(mutant, 1, 20))
                .startsWith("seed ")
                .doesNotContain("sent_twice=0");
    }
}
