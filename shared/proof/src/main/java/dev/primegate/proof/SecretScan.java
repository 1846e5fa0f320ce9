package dev.primegate.proof;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds keys in text: by the shapes that issuers give them, as gitleaks does, and by what looks
 * random beside a word such as {@code secret}. What decodes to words, as the simulators' keys do,
 * is nobody's.
 */
public final class SecretScan {
    private static final Map<String, Pattern> SHAPES = shapes();

    /** A name, a sign between, and a quoted value. */
    private static final Pattern NAMED =
            Pattern.compile(
                    "(?i)(?:passphrase|password|secret|token|credential|(?:api|access|signing"
                            + "|private|routing)[_-]?key)s?\\\\?[\"']?\\s*(?:=>|[=:,])\\s*\\\\?[\"']"
                            + "([A-Za-z0-9+/=_-]{16,})\\\\?[\"']");

    /** As random bytes look in base64, and in hexadecimal digits; an address begins with 0x. */
    private static final Pattern RANDOM =
            Pattern.compile(
                    "(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9])[A-Za-z0-9+/=_-]{16,}|(?!0x)[0-9a-f]{32,}");

    private static final Pattern MADE_UP = Pattern.compile("(?i).*(?:example|canary).*");

    /** Digits counted up, and the example of PagerDuty's documentation. */
    private static final Set<String> KNOWN =
            Set.of("0123456789abcdef".repeat(2), "e93facc04764012d7bfb002500d5d1a6");

    private static final Pattern WORDS = Pattern.compile("[ -~]{8,}");

    private SecretScan() {}

    /** What was found, without what was found. */
    record Finding(String rule, int line, String begin) {
        @Override
        public String toString() {
            return "line %d: %s, %s...".formatted(line, rule, begin);
        }
    }

    /** Reads text such as {@code git log -p}, and ends with status 1 if a key is in it. */
    public static void main(String[] args) throws IOException {
        int found = 0;
        int number = 0;
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                for (Finding finding : line(line, number)) {
                    System.out.println(finding);
                    found++;
                }
            }
        }
        System.out.printf("%d lines looked at, %d keys found%n", number, found);
        if (found > 0) {
            System.exit(1);
        }
    }

    /** Every key in {@code text}, line by line. */
    static List<Finding> of(String text) {
        List<Finding> findings = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            findings.addAll(line(lines.get(i), i + 1));
        }
        return findings;
    }

    private static List<Finding> line(String line, int number) {
        List<Finding> findings = new ArrayList<>();
        SHAPES.forEach((rule, shape) -> {
            Matcher matcher = shape.matcher(line);
            while (matcher.find()) {
                if (!isMadeUp(matcher.group())) {
                    findings.add(finding(rule, number, matcher.group()));
                }
            }
        });
        Matcher named = NAMED.matcher(line);
        while (named.find()) {
            String value = named.group(1);
            if (RANDOM.matcher(value).matches() && !isMadeUp(value)) {
                findings.add(finding("a random value that is called a key", number, value));
            }
        }
        return findings;
    }

    private static Finding finding(String rule, int line, String sample) {
        return new Finding(rule, line, sample.substring(0, Math.min(6, sample.length())));
    }

    private static boolean isMadeUp(String sample) {
        if (MADE_UP.matcher(sample).matches() || KNOWN.contains(sample)) {
            return true;
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(sample.replaceFirst("^whsec_", ""));
            return WORDS.matcher(new String(decoded, StandardCharsets.ISO_8859_1)).matches();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static Map<String, Pattern> shapes() {
        Map<String, String> shapes =
                Map.of(
                        "an AWS access key", "\\b(?:AKIA|ASIA)[A-Z2-7]{16}\\b",
                        "a private key", "-----BEGIN (?:[A-Z]+ )*PRIVATE " + "KEY-----",
                        "a token of Slack", "\\bxox[abeoprs]-[0-9A-Za-z-]{10,}",
                        "a webhook of Slack",
                                "hooks\\.slack\\.com/services/T\\w{8,}/B\\w{8,}/\\w{20,}",
                        "a token of GitHub", "\\b(?:gh[oprsu]_|github_pat_)[A-Za-z0-9_]{22,}",
                        "a JWT", "\\beyJ[\\w-]{10,}\\.eyJ[\\w-]{10,}\\.[\\w-]{10,}",
                        "a live key of Stripe's shape", "\\b[rs]k_live_[0-9A-Za-z]{16,}",
                        "a key of Google", "\\bAIza[\\w-]{35}\\b",
                        "a key of webhooks", "\\bwhsec_[A-Za-z0-9+/=]{24,}",
                        "a password in an address",
                                "\\b[a-z][a-z0-9+.-]*://[^/\\s:@\"'<>{}$%]+:[^/\\s:@\"'<>{}$%]{3,}@");
        Map<String, Pattern> compiled = new TreeMap<>();
        shapes.forEach((rule, shape) -> compiled.put(rule, Pattern.compile(shape)));
        return compiled;
    }
}
