package dev.primegate.cli;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The verb above all others, and what can be said to each of them. */
@Command(
        name = "primegate",
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "VERB",
        exitCodeListHeading = "%nStatus:%n",
        exitCodeList = {
            "0:done, or nothing to look at",
            "1:nobody answered, or something is broken",
            "2:asked wrongly, or by somebody who may not",
            "3:somebody must look: a refusal, a doubt, a break, a broker down",
            "4:trading is halted"
        })
final class Shared {
    @Option(
            names = {"-h", "--help"},
            scope = ScopeType.INHERIT,
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Option(
            names = "--url",
            scope = ScopeType.INHERIT,
            paramLabel = "URL",
            description = "Where the API is; PRIMEGATE_URL, or else ${DEFAULT-VALUE}.",
            defaultValue = "${env:PRIMEGATE_URL:-http://localhost:8080}")
    URI url = URI.create("");

    @Option(
            names = "--as",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            description = "Who asks; only a demo takes anybody at their word.")
    @Nullable String person;

    @Option(
            names = "--aws-region",
            scope = ScopeType.INHERIT,
            paramLabel = "REGION",
            description = "Sign for the IAM door of this region, with AWS's credentials here.")
    @Nullable String region;

    @Option(
            names = "--aws-profile",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            description = "With those of this profile.")
    @Nullable String profile;

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "Answer with the JSON that the API answers with.")
    boolean json;
}
