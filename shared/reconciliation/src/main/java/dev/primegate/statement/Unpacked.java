package dev.primegate.statement;

import java.util.List;

/** What was in a file that may be packed. */
public sealed interface Unpacked {
    /** The files in it; itself, if it is not packed. */
    record Files(List<StatementFile> files) implements Unpacked {
        public Files {
            files = List.copyOf(files);
        }
    }

    /** It is torn, or would be larger than anything we take. */
    record Refused(String why) implements Unpacked {}
}
