package dev.primegate.docs;

/**
 * One value that the code reads from its configuration.
 *
 * @param name as it stands in a properties file; {@code [n]} and {@code {name}} are the reader's to
 *     fill in
 * @param fallback what holds where nothing is set
 */
record Setting(String name, String type, String fallback, String meaning)
        implements Comparable<Setting> {
    String row() {
        return "| `%s` | %s | %s | %s |".formatted(name, cell(type), fallback, cell(meaning));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    @Override
    public int compareTo(Setting other) {
        return name.compareTo(other.name);
    }
}
