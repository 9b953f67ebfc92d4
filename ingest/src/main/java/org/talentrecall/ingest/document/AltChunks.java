package org.talentrecall.ingest.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Documents within a Word document in which a program has left its words, mostly as a page of HTML ({@code altChunk}, ECMA-376
 * part 1, 17.17.2): Word shows them as its own text, parsers pass them over. Runs in a child process.
 */
final class AltChunks {
    private static final Pattern RELATIONS = Pattern.compile("word/_rels/[^/]+\\.rels");
    private static final String RELATION = "/afchunk";
    private static final int LARGEST_RELATIONS = 1 << 20;
    private static final int MOST = 50;

    private AltChunks() {}

    /**
     * The documents within, in the order in which they are listed.
     *
     * @param largest bytes of one; larger ones are cut off there
     */
    static List<byte[]> in(byte[] content, int largest) throws IOException {
        List<byte[]> chunks = new ArrayList<>();
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            Enumeration<ZipArchiveEntry> all = zip.getEntries();
            while (all.hasMoreElements()) {
                ZipArchiveEntry entry = all.nextElement();
                if (!RELATIONS.matcher(entry.getName()).matches()) {
                    continue;
                }
                String xml = new String(read(zip, entry, LARGEST_RELATIONS), StandardCharsets.UTF_8);
                if (!xml.toLowerCase(Locale.ROOT).contains(RELATION)) {
                    continue;
                }
                for (Element relation :
                        Jsoup.parse(xml, "", Parser.xmlParser()).select("Relationship[Type$=" + RELATION + "]")) {
                    ZipArchiveEntry chunk = zip.getEntry(path(relation.attr("Target")));
                    if (chunk != null && chunks.size() < MOST) {
                        chunks.add(read(zip, chunk, largest));
                    }
                }
            }
        }
        return chunks;
    }

    /** Targets are told from the folder of the document, or from the top. */
    private static String path(String target) {
        return target.startsWith("/") ? target.substring(1) : "word/" + target.replaceFirst("^\\./", "");
    }

    private static byte[] read(ZipFile zip, ZipArchiveEntry entry, int most) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readNBytes(most);
        }
    }
}
