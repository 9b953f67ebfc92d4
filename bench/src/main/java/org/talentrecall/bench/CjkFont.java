package org.talentrecall.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A TrueType font of this machine that has the Chinese characters. */
public final class CjkFont implements AutoCloseable {
    private static final List<Path> FOLDERS = List.of(
            Path.of("/usr/share/fonts"),
            Path.of("/usr/local/share/fonts"),
            Path.of(System.getProperty("user.home"), ".fonts"),
            Path.of("/System/Library/Fonts"),
            Path.of("/Library/Fonts"),
            Path.of("C:/Windows/Fonts"));
    private static final int DEPTH = 5;
    private static final String LIKELY =
            ".*(?:wqy|zenhei|microhei|simsun|simhei|msyh|fallback|uming|ukai|stheiti|songti|cjk).*\\.(?:ttf|ttc)";

    private final TrueTypeFont font;
    private final CmapLookup glyphs;

    private CjkFont(TrueTypeFont font) throws IOException {
        this.font = font;
        this.glyphs = font.getUnicodeCmapLookup();
    }

    /** The first one found. */
    public static Optional<CjkFont> find() throws IOException {
        for (Path folder : FOLDERS) {
            if (!Files.isDirectory(folder)) {
                continue;
            }
            List<Path> files;
            try (Stream<Path> all = Files.walk(folder, DEPTH)) {
                files = all.filter(file -> file.getFileName()
                                .toString()
                                .toLowerCase(java.util.Locale.ROOT)
                                .matches(LIKELY))
                        .sorted()
                        .toList();
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            for (Path file : files) {
                CjkFont font = new CjkFont(read(file.toFile()));
                if (font.embeddable() && font.has('简') && font.has('歷') && font.has('A')) {
                    return Optional.of(font);
                }
                font.close();
            }
        }
        return Optional.empty();
    }

    private static TrueTypeFont read(File file) throws IOException {
        if (!file.getName().endsWith(".ttc")) {
            return new TTFParser().parse(new RandomAccessReadBufferedFile(file));
        }
        TrueTypeFont[] first = new TrueTypeFont[1];
        // The fonts of a collection are read from it as long as they live.
        new TrueTypeCollection(file).processAllFonts(font -> first[0] = first[0] == null ? font : first[0]);
        return first[0];
    }

    /** Whether a part of it can be set into a PDF: PDFBox takes no PostScript outlines, which Noto's Chinese fonts have. */
    private boolean embeddable() {
        return !(font instanceof OpenTypeFont openType) || !openType.isPostScript();
    }

    boolean has(int codePoint) {
        return glyphs.getGlyphId(codePoint) != 0;
    }

    /** This font inside a document. */
    PDFont in(PDDocument document) throws IOException {
        return PDType0Font.load(document, font, true);
    }

    @Override
    public void close() throws IOException {
        font.close();
    }
}
