package org.talentrecall.ingest.spreadsheet;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talentrecall.ingest.document.DocumentMeaning;
import org.talentrecall.ingest.notes.RejectionClassifier;
import org.talentrecall.ingest.spreadsheet.file.Passwords;

/**
 * How workbooks are read.
 *
 * @param zone where the dates of cells are days
 * @param ownReaders who reads the program's own workbooks; those that nobody reads are left out
 * @param passwords tried on protected workbooks
 * @param forms reads sheets that are a form about one person; null to look for tables alone
 */
public record WorkbookRules(
        List<SheetMapping> mappings,
        RejectionClassifier classifier,
        ZoneId zone,
        List<OwnWorkbook.Reader> ownReaders,
        Passwords passwords,
        @Nullable DocumentMeaning forms) {
    public WorkbookRules {
        mappings = List.copyOf(mappings);
        ownReaders = List.copyOf(ownReaders);
    }

    /** Without passwords. */
    public WorkbookRules(
            List<SheetMapping> mappings,
            RejectionClassifier classifier,
            ZoneId zone,
            List<OwnWorkbook.Reader> ownReaders) {
        this(mappings, classifier, zone, ownReaders, Passwords.NONE, null);
    }

    /** Without anybody who reads the program's own workbooks. */
    public WorkbookRules(List<SheetMapping> mappings, RejectionClassifier classifier, ZoneId zone) {
        this(mappings, classifier, zone, List.of(), Passwords.NONE, null);
    }
}
