package org.talentrecall.ingest.spreadsheet.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Opens a file of text by what stands in it: markup of one kind or another, or rows of delimited text. */
final class TextFile {
    private static final int SAMPLE = 1 << 16;

    private TextFile() {}

    static WorkbookRows open(Path file) throws IOException, UnreadableWorkbook {
        Charset charset = DelimitedText.charset(file);
        if (charset == null) {
            throw new UnreadableWorkbook(
                    UnreadableWorkbook.Code.UNSUPPORTED,
                    "is neither a workbook nor text; save the table as xlsx or csv");
        }
        String start = start(file, charset);
        if (start.isEmpty()) {
            throw new UnreadableWorkbook(UnreadableWorkbook.Code.EMPTY, "has no content; save it again");
        }
        String folded = start.toLowerCase(Locale.ROOT);
        if (!folded.startsWith("<") && !folded.startsWith("{\\rtf") && !folded.startsWith("mime-version:")) {
            return DelimitedRows.open(file, charset);
        }
        if (folded.contains("urn:schemas-microsoft-com:office:spreadsheet")
                && !folded.contains("<html ")
                && !folded.contains("<html>")) {
            return XmlSpreadsheetRows.open(file);
        }
        if (folded.contains("urn:oasis:names:tc:opendocument") && folded.contains(":spreadsheet")) {
            return OdsRows.openFlat(file);
        }
        if (folded.startsWith("<")
                && (folded.contains("<table") || folded.contains("<html") || folded.contains("<tr"))) {
            return HtmlRows.open(file, charset);
        }
        throw new UnreadableWorkbook(
                UnreadableWorkbook.Code.UNSUPPORTED,
                "is a page of markup rather than a workbook; open it in Excel and save it as xlsx");
    }

    private static String start(Path file, Charset charset) throws IOException {
        try (Reader text = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset))) {
            char[] head = new char[SAMPLE];
            int length = 0;
            for (int read = 0; read >= 0 && length < SAMPLE; length += Math.max(read, 0)) {
                read = text.read(head, length, SAMPLE - length);
            }
            String start = new String(head, 0, length);
            return (start.startsWith("\ufeff") ? start.substring(1) : start).stripLeading();
        }
    }
}
