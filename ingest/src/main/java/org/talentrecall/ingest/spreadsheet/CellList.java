package org.talentrecall.ingest.spreadsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.talentrecall.archive.text.TextFolding;

/** Cuts the entries of one cell apart: requirements, skills. */
final class CellList {
    private static final Pattern NUMBERING =
            Pattern.compile("(^|[\\n;；。])\\s*(?:[(（]?\\d{1,2}[)）、]|\\d{1,2}[.．](?!\\d)|[①-⑳•·*●■◆-])\\s*");
    private static final String ENDS = ";；\n\r、。|";
    private static final String COMMAS = ",，";
    private static final String OPENING = "(（[【《";
    private static final String CLOSING = ")）]】》";

    private CellList() {}

    /** Requirements: cut at semicolons, 、 line ends, and at slashes between Chinese words; never inside brackets. */
    static List<String> requirements(String cell) {
        return split(cell, ENDS);
    }

    /** Skills: cut at commas as well. */
    static List<String> words(String cell) {
        return split(cell, ENDS + COMMAS);
    }

    private static List<String> split(String cell, String ends) {
        String text = NUMBERING.matcher(cell).replaceAll("$1;");
        List<String> entries = new ArrayList<>();
        StringBuilder entry = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += OPENING.indexOf(c) >= 0 ? 1 : 0;
            depth -= CLOSING.indexOf(c) >= 0 && depth > 0 ? 1 : 0;
            if (depth == 0 && (ends.indexOf(c) >= 0 || isSlashBetweenWords(text, i))) {
                add(entry, entries);
            } else {
                entry.append(c);
            }
        }
        add(entry, entries);
        return entries;
    }

    /** 深度学习/图像分割 is two things, C/C++ and ISO 13485/9001 are one. */
    private static boolean isSlashBetweenWords(String text, int at) {
        if (text.charAt(at) != '/' || at == 0 || at + 1 == text.length()) {
            return false;
        }
        return TextFolding.isHan(text.charAt(at - 1)) || TextFolding.isHan(text.charAt(at + 1));
    }

    private static void add(StringBuilder entry, List<String> entries) {
        String done = entry.toString().strip();
        if (!done.isEmpty() && !entries.contains(done)) {
            entries.add(done);
        }
        entry.setLength(0);
    }
}
