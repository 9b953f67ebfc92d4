package org.talentrecall.ingest.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.apache.pdfbox.io.RandomAccessStreamCache.StreamCacheCreateFunction;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.pdf.PDFParser;

/**
 * Tika's parser of PDFs, which tells no places, with a look at the opened document before: it fills the {@link PlacedLines}
 * of the context, if there are any. Loading and its fonts are shared, so that the second look is cheap.
 */
public final class PlacingPdfParser extends PDFParser {
    private static final long serialVersionUID = 1L;

    @Override
    protected PDDocument getPDDocument(
            InputStream stream,
            String password,
            StreamCacheCreateFunction cache,
            Metadata metadata,
            ParseContext context)
            throws IOException {
        return placed(super.getPDDocument(stream, password, cache, metadata, context), context);
    }

    @Override
    protected PDDocument getPDDocument(
            Path path, String password, StreamCacheCreateFunction cache, Metadata metadata, ParseContext context)
            throws IOException {
        return placed(super.getPDDocument(path, password, cache, metadata, context), context);
    }

    private static PDDocument placed(PDDocument document, ParseContext context) {
        PlacedLines lines = context.get(PlacedLines.class);
        if (lines != null && document.getCurrentAccessPermission().canExtractContent()) {
            lines.read(document);
        }
        return document;
    }
}
