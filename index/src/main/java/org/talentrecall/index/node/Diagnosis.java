package org.talentrecall.index.node;

import java.util.List;
import java.util.Locale;

/** Tells from the log of a node that did not start what is wrong and what to do. */
final class Diagnosis {
    private record Sign(String words, String sentence) {}

    private static final List<Sign> SIGNS = List.of(
            new Sign(
                    "no space left on device",
                    "The disk is full, so the embedded Elasticsearch cannot start: free some room under %s"),
            new Sign(
                    "insufficient memory",
                    "There is too little free memory for the embedded Elasticsearch: end other programs, or lower"
                            + " recall.elasticsearch.embedded.heap (node folder %s)"),
            new Sign(
                    "cannot allocate memory",
                    "There is too little free memory for the embedded Elasticsearch: end other programs, or lower"
                            + " recall.elasticsearch.embedded.heap (node folder %s)"),
            new Sign(
                    "failed to obtain node lock",
                    "Another Elasticsearch holds the data folder under %s: end that process and try again"),
            new Sign(
                    "address already in use",
                    "No free port was left on 127.0.0.1 for the embedded Elasticsearch: close other servers and try"
                            + " again (node folder %s)"),
            new Sign(
                    "bindexception",
                    "The embedded Elasticsearch cannot listen on 127.0.0.1: see that the loopback interface is up and"
                            + " not firewalled (node folder %s)"),
            new Sign(
                    "unrecognized vm option",
                    "This JDK does not know an option given to the embedded Elasticsearch: check"
                            + " recall.elasticsearch.embedded.java-options (node folder %s)"),
            new Sign(
                    "invalid maximum heap size",
                    "The heap size of the embedded Elasticsearch is no JVM size: set"
                            + " recall.elasticsearch.embedded.heap to something like 512m (node folder %s)"),
            new Sign(
                    "initial heap size set to a larger value",
                    "The heap of the embedded Elasticsearch is set twice: take -Xms and -Xmx out of"
                            + " recall.elasticsearch.embedded.java-options (node folder %s)"),
            new Sign(
                    "cannot downgrade a node",
                    "The index was written by a newer Elasticsearch: delete %s/data and run 'index --rebuild'"),
            new Sign(
                    "corrupt",
                    "The index files are damaged: delete %s/data and run 'index --rebuild', the archive has all"),
            new Sign(
                    "accessdeniedexception",
                    "The embedded Elasticsearch may not read or write its own folder: run chown -R for the user who"
                            + " starts the program on %s, or delete it, it is made anew"),
            new Sign(
                    "permission denied",
                    "The embedded Elasticsearch may not use its folder or the JDK: make both readable for the user"
                            + " who runs it (node folder %s)"));

    private Diagnosis() {}

    static String of(String log, NodeFiles files) {
        String lower = log.toLowerCase(Locale.ROOT);
        return SIGNS.stream()
                .filter(sign -> lower.contains(sign.words()))
                .findFirst()
                .map(sign -> sign.sentence().formatted(files.folder()))
                .orElse("The embedded Elasticsearch ended while starting: its log " + files.log()
                        + " tells why; deleting " + files.folder() + " is safe, it is made anew from the archive");
    }
}
