package org.talentrecall.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.talentrecall.archive.intake.RawStore;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.ingest.FileParser;
import org.talentrecall.ingest.IngestSettings;
import org.talentrecall.ingest.document.DocumentLimits;
import org.talentrecall.ingest.document.DocumentReader;
import org.talentrecall.ingest.message.MessageOutline;
import org.talentrecall.ingest.source.IntakeFeed;
import org.talentrecall.ingest.source.NothingKept;

/**
 * Compares what reading finds in messages with what MIME4J's test messages state of them: {@code mime DIR [--each]}, where
 * {@code NAME_decoded.xml} lies beside {@code NAME.msg}. Headers, nesting, and the bytes of the bodies have to agree, and
 * each body has to come through to those who read the message: its words in the text, or its bytes as a file. Mailboxes
 * beside which their messages lie have to be cut into these.
 * Preambles and epilogues are not compared: reading drops them on purpose. Prints the share of messages that agree in all,
 * and by class how the others differ; {@code --each} lists those.
 */
public final class MimeHarness {
    /** All agree today. One of a hundred may be a matter of taste in a version of MIME4J to come; more is a fault here. */
    private static final double LEAST = 0.99;

    /**
     * Stated for an option of MIME4J's that is off here: a line that is no header would begin the body. Mailers that wrap a
     * header without a blank are common, and From, Date and Content-Type behind it would be lost; what has no header at all
     * is no message here, and read as the text that it is.
     */
    private static final String OTHER_CONFIGURATION = "malformedHeaderStartsBody";

    private static final int SHOWN = 120;

    private final boolean each;
    private final PrintStream out;
    private final Map<String, Integer> classes = new TreeMap<>();
    private final List<String> differences = new ArrayList<>();
    private int files;
    private int otherwise;
    private int mailboxes;
    private int agreeing;
    private int fields;
    private int bodies;

    private MimeHarness(boolean each, PrintStream out) {
        this.each = each;
        this.out = out;
    }

    public static void main(String[] args) throws IOException {
        boolean each = args.length == 2 && args[1].equals("--each");
        if (args.length != 1 && !each || !Files.isDirectory(Path.of(args[0]))) {
            System.err.println("Usage: mime DIR [--each], where NAME_decoded.xml lies beside NAME.msg");
            System.exit(2);
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        MimeHarness harness = new MimeHarness(each, out);
        List<Path> messages;
        try (Stream<Path> found = Files.walk(Path.of(args[0]))) {
            messages = found.filter(file -> file.toString().endsWith(".msg"))
                    .sorted()
                    .toList();
        }
        for (Path message : messages) {
            harness.compare(message);
        }
        try (Stream<Path> found = Files.walk(Path.of(args[0]))) {
            for (Path mailbox : found.sorted().toList()) {
                harness.cut(mailbox);
            }
        }
        System.exit(harness.print() ? 0 : 1);
    }

    private void compare(Path file) throws IOException {
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.msg$", "");
        Path golden = file.resolveSibling(name + "_decoded.xml");
        if (!Files.exists(golden)) {
            return;
        }
        boolean other = name.startsWith(OTHER_CONFIGURATION);
        differences.clear();
        byte[] raw = Files.readAllBytes(file);
        GoldenMessage.Node stated = GoldenMessage.read(golden);
        compare(stated, MessageOutline.of(raw), "", file);
        reach(stated, ReachedBodies.of(raw), "", file);
        settle(name, other);
    }

    private void settle(String name, boolean other) {
        if (other) {
            otherwise++;
        } else {
            files++;
            agreeing += differences.isEmpty() ? 1 : 0;
        }
        for (String difference : differences) {
            if (!other) {
                classes.merge(difference.substring(0, difference.indexOf(" at ")), 1, Integer::sum);
            }
            if (each) {
                out.println(name + ": " + (other ? "(" + OTHER_CONFIGURATION + ") " : "") + difference);
            }
        }
    }

    /** A mailbox {@code NAME} beside which {@code NAME-0} and so on hold its messages: each has to come out whole. */
    private void cut(Path mailbox) throws IOException {
        String name = String.valueOf(mailbox.getFileName());
        List<String> stated = new ArrayList<>();
        for (int i = 0; Files.isRegularFile(mailbox.resolveSibling(name + '-' + i)); i++) {
            stated.add(latin(Files.readAllBytes(mailbox.resolveSibling(name + '-' + i))));
        }
        if (stated.isEmpty()) {
            return;
        }
        mailboxes++;
        differences.clear();
        List<String> kept = new ArrayList<>();
        RawStore raw = new RawStore() {
            @Override
            public ContentHash put(InputStream content) throws IOException {
                byte[] bytes = content.readAllBytes();
                kept.add(latin(bytes));
                return ContentHash.of(bytes);
            }

            @Override
            public InputStream open(ContentHash hash) throws IOException {
                return NothingKept.RAW.open(hash);
            }
        };
        try (DocumentReader documents = new DocumentReader(DocumentLimits.USUAL);
                IntakeFeed feed = FileParser.alone(documents, IngestSettings.standard())
                        .open(
                                new SourceId(name),
                                mailbox,
                                NothingKept.INTAKE,
                                raw,
                                problem -> differ("mailbox", "", "readable", problem.code()))) {
            while (feed.next() != null) {
                // Reading keeps the messages, which is what is asked for.
            }
        }
        for (int i = 0; i < stated.size(); i++) {
            if (!kept.contains(stated.get(i))) {
                differ("mailbox", "message " + i, stated.get(i), "not cut so");
            }
        }
        settle(name, false);
    }

    /** One byte a character, without the line ends behind. */
    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).stripTrailing();
    }

    private void differ(String kind, String place, Object golden, Object ours) {
        differences.add(kind + " at " + (place.isEmpty() ? "top" : place) + ": golden " + shown(golden) + ", ours "
                + shown(ours));
    }

    private static String shown(Object value) {
        String text = String.valueOf(value).replace("\r", "\\r").replace("\n", "\\n");
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    private void compare(GoldenMessage.Node golden, MessageOutline ours, String place, Path file) throws IOException {
        fields(golden, ours, place);
        switch (golden.kind) {
            case MULTIPART -> parts(golden, ours, place, file);
            case MESSAGE -> {
                if (!ours.parts().isEmpty()) {
                    differ(
                            "kind",
                            place,
                            "a message",
                            ours.type() + " with " + ours.parts().size() + " parts");
                    return;
                }
                compare(golden.parts.get(0), MessageOutline.of(ours.content()), place + '!', file);
            }
            case TEXT, BINARY -> body(golden, ours, place, file);
            case NONE -> {
                if (ours.content().length > 0 || !ours.parts().isEmpty()) {
                    differ("body", place, "nothing", ours.content().length + " bytes");
                }
            }
        }
    }

    /** Each body has to come through to the readers; of alternatives one. */
    private void reach(GoldenMessage.Node golden, ReachedBodies reached, String place, Path file) throws IOException {
        String type = golden.field("content-type");
        if (golden.kind == GoldenMessage.Kind.TEXT || golden.kind == GoldenMessage.Kind.BINARY) {
            byte[] body = Files.readAllBytes(file.resolveSibling(String.valueOf(golden.file)));
            if (!reached.has(body, type)) {
                differ("lost", place, body.length + " bytes " + type, "neither in the text nor a file");
            }
            return;
        }
        List<String> before = List.copyOf(differences);
        int reachedParts = 0;
        for (int i = 0; i < golden.parts.size(); i++) {
            int already = differences.size();
            reach(golden.parts.get(i), reached, place + (place.isEmpty() ? "" : ".") + (i + 1), file);
            reachedParts += differences.size() == already ? 1 : 0;
        }
        if (reachedParts > 0 && type.toLowerCase(Locale.ROOT).startsWith("multipart/alternative")) {
            differences.retainAll(before);
        }
    }

    private void fields(GoldenMessage.Node golden, MessageOutline ours, String place) {
        List<String> theirs = golden.fields.stream().map(MimeHarness::field).toList();
        List<String> own = ours.fields().stream()
                .map(field -> field(field.name() + ':' + field.value()))
                .toList();
        fields += theirs.size();
        if (theirs.size() != own.size()) {
            List<String> missing = new ArrayList<>(theirs);
            own.forEach(missing::remove);
            List<String> further = new ArrayList<>(own);
            theirs.forEach(further::remove);
            differ("header count", place, missing, further);
            return;
        }
        for (int i = 0; i < theirs.size(); i++) {
            if (!theirs.get(i).equals(own.get(i))) {
                differ("header", place, theirs.get(i), own.get(i));
            }
        }
    }

    /** Name and value with equal line ends and the case of the name left aside. */
    private static String field(String line) {
        String unix = line.replace("\r\n", "\n").replace('\r', '\n').strip();
        int colon = Math.max(0, unix.indexOf(':'));
        return unix.substring(0, colon).strip().toLowerCase(Locale.ROOT)
                + ": "
                + unix.substring(Math.min(unix.length(), colon + 1)).strip();
    }

    private void parts(GoldenMessage.Node golden, MessageOutline ours, String place, Path file) throws IOException {
        boolean bare = golden.parts.isEmpty() && ours.parts().isEmpty();
        if (bare
                && !ReachedBodies.letters(new String(ours.content(), StandardCharsets.ISO_8859_1))
                        .equals(ReachedBodies.letters(golden.preamble))) {
            differ("body", place, golden.preamble, new String(ours.content(), StandardCharsets.ISO_8859_1));
        }
        if (golden.parts.size() != ours.parts().size()) {
            differ(
                    "parts",
                    place,
                    golden.parts.size(),
                    ours.parts().size() + (ours.faults().isEmpty() ? "" : " " + ours.faults()));
            return;
        }
        for (int i = 0; i < golden.parts.size(); i++) {
            compare(golden.parts.get(i), ours.parts().get(i), place + (place.isEmpty() ? "" : ".") + (i + 1), file);
        }
    }

    private void body(GoldenMessage.Node golden, MessageOutline ours, String place, Path file) throws IOException {
        bodies++;
        byte[] theirs = Files.readAllBytes(file.resolveSibling(String.valueOf(golden.file)));
        if (!ours.parts().isEmpty()) {
            differ(
                    "kind",
                    place,
                    golden.kind,
                    ours.type() + " with " + ours.parts().size() + " parts");
        } else if (!Arrays.equals(theirs, ours.content())) {
            String one = new String(theirs, StandardCharsets.ISO_8859_1);
            String other = new String(ours.content(), StandardCharsets.ISO_8859_1);
            boolean lines = one.replace("\r\n", "\n").equals(other.replace("\r\n", "\n"));
            differ(
                    lines ? "line ends" : "body",
                    place,
                    theirs.length + " bytes " + from(one, other),
                    other.length() + " bytes " + from(other, one));
        }
    }

    /** From where two texts differ. */
    private static String from(String one, String other) {
        int at = Arrays.mismatch(one.toCharArray(), other.toCharArray());
        return at < 0 ? "" : "at " + at + " " + one.substring(Math.min(at, one.length()));
    }

    private boolean print() {
        double share = files == 0 ? 0 : (double) agreeing / files;
        out.printf(
                "messages and mailboxes %d (mailboxes %d), agreeing %d; stated for another configuration %d%n",
                files, mailboxes, agreeing, otherwise);
        out.printf("headers compared %d, bodies %d%n", fields, bodies);
        classes.forEach((kind, count) -> out.printf("differing %s: %d%n", kind, count));
        out.printf(Locale.ROOT, "share that agrees in all: %.4f (at least %.2f)%n", share, LEAST);
        return share >= LEAST;
    }
}
