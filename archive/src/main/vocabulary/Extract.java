import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes {@code technology.tsv} and {@code occupations.tsv} out of O*NET's "Technology Skills.txt" and ESCO's
 * "occupations_en.csv". Run it after a new release of either: {@code java Extract.java ONET_DIR ESCO_DIR OUT_DIR}. The same
 * input gives the same bytes.
 */
public final class Extract {
    private static final int LEAST_OCCUPATIONS = 3;
    private static final int MOST_LABELS = 8;
    private static final List<String> VENDORS = List.of(
            "Adobe Systems ", "Microsoft ", "IBM ", "Oracle ", "Google ", "Autodesk ", "Apache ", "Amazon ", "The MathWorks ",
            "Apple ", "Atlassian ", "Salesforce ", "Cisco ", "Siemens ", "Dassault Systemes ", "Intuit ", "SAS ", "Minitab ",
            "Esri ", "Bentley ", "Trimble ", "National Instruments ", "Hewlett Packard ", "Micro Focus ", "Red Hat ");
    /** ISCO-08 unit groups that are families of ours. */
    private static final Map<String, String> FAMILIES = new TreeMap<>(Map.ofEntries(
            Map.entry("2512", "software-engineer"), Map.entry("2513", "frontend-engineer"),
            Map.entry("2514", "software-engineer"), Map.entry("2519", "test-engineer"),
            Map.entry("2521", "dba-title"), Map.entry("2522", "devops-engineer"), Map.entry("2523", "network-engineer"),
            Map.entry("2529", "security-engineer"), Map.entry("2511", "business-analyst"),
            Map.entry("1330", "it-manager"), Map.entry("2144", "mechanical-engineer"),
            Map.entry("2151", "electrical-engineer"), Map.entry("2152", "hardware-engineer"),
            Map.entry("2141", "industrial-engineer"), Map.entry("2142", "civil-engineer"),
            Map.entry("2145", "chemical-engineer"), Map.entry("2411", "accountant"),
            Map.entry("2412", "wealth-manager"), Map.entry("2413", "financial-analyst"), Map.entry("1211", "finance-manager"),
            Map.entry("1212", "hr-manager"), Map.entry("2423", "hr-specialist"), Map.entry("1221", "sales-manager"),
            Map.entry("2431", "marketing-specialist"), Map.entry("1222", "marketing-manager"),
            Map.entry("1321", "production-manager"), Map.entry("1324", "supply-chain-manager"), Map.entry("3323", "buyer"),
            Map.entry("2166", "graphic-designer"), Map.entry("2163", "industrial-designer"), Map.entry("2611", "legal-counsel"),
            Map.entry("2643", "translator"), Map.entry("2221", "nurse"), Map.entry("2262", "pharmacist"),
            Map.entry("2211", "doctor"), Map.entry("2212", "doctor"), Map.entry("2330", "teacher"), Map.entry("2341", "teacher"),
            Map.entry("3322", "sales-representative"), Map.entry("2433", "sales-engineer"), Map.entry("2642", "editor"),
            Map.entry("3343", "secretary"), Map.entry("4120", "secretary"), Map.entry("1120", "general-manager")));

    private Extract() {}

    public static void main(String[] args) throws IOException {
        Path out = Path.of(args[2]);
        Files.writeString(out.resolve("technology.tsv"), technology(Path.of(args[0]).resolve("Technology Skills.txt")));
        Files.writeString(out.resolve("occupations.tsv"), occupations(Path.of(args[1]).resolve("occupations_en.csv")));
    }

    private static String technology(Path file) throws IOException {
        Map<String, Set<String>> occupations = new TreeMap<>();
        Set<String> hot = new TreeSet<>();
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t");
            occupations.computeIfAbsent(cells[1].strip(), name -> new TreeSet<>()).add(cells[0]);
            if (cells.length > 4 && cells[4].startsWith("Y")) {
                hot.add(cells[1].strip());
            }
        }
        Map<String, Set<String>> terms = new TreeMap<>();
        for (Map.Entry<String, Set<String>> entry : occupations.entrySet()) {
            String name = entry.getKey();
            boolean generic = name.matches(".*[a-z] (?:software|systems?|programs?|tools?|applications?)") || name.length() > 40;
            if (generic || entry.getValue().size() < LEAST_OCCUPATIONS && !hot.contains(name)) {
                continue;
            }
            Set<String> labels = new LinkedHashSet<>();
            String full = name.replace("Adobe Systems Adobe ", "Adobe ").replaceAll("\\s*\\(.*\\)$", "");
            label(labels, full);
            for (String vendor : VENDORS) {
                // "Word" and "Access" without their maker are words of any text.
                String rest = full.startsWith(vendor) ? full.substring(vendor.length()) : "";
                if (!rest.matches("[A-Za-z][a-z]+(?: [A-Za-z][a-z]+)?")) {
                    label(labels, rest);
                }
            }
            if (!labels.isEmpty()) {
                terms.computeIfAbsent("onet-" + slug(full), id -> new LinkedHashSet<>()).addAll(labels);
            }
        }
        return table("Software and tools, from the O*NET database (US Department of Labor, CC BY 4.0), made by Extract.java.",
                terms, "SKILL", Map.of());
    }

    /** Words that are also common words count only with their capitals, alone in a list. */
    private static void label(Set<String> labels, String name) {
        String bare = name.strip();
        if (bare.length() < 3 || bare.indexOf('|') >= 0) {
            return;
        }
        boolean plain = bare.matches("[A-Za-z][a-z]+(?: [A-Za-z][a-z]+)?");
        labels.add((plain ? "!" : "") + bare);
    }

    private static String occupations(Path file) throws IOException {
        Map<String, Set<String>> terms = new TreeMap<>();
        Map<String, String> families = new TreeMap<>();
        List<List<String>> rows = csv(Files.readString(file, StandardCharsets.UTF_8));
        List<String> head = rows.get(0);
        int name = head.indexOf("preferredLabel");
        int other = head.indexOf("altLabels");
        int group = head.indexOf("iscoGroup");
        for (List<String> row : rows.subList(1, rows.size())) {
            // The others would cost every start time and heap, and belong to no family that anything is matched by.
            if (!FAMILIES.containsKey(row.get(group))) {
                continue;
            }
            Set<String> labels = new LinkedHashSet<>();
            title(labels, row.get(name));
            for (String alternative : row.get(other).split("\n")) {
                if (labels.size() < MOST_LABELS) {
                    title(labels, alternative);
                }
            }
            if (!labels.isEmpty()) {
                String id = "esco-" + slug(row.get(name));
                terms.computeIfAbsent(id, key -> new LinkedHashSet<>()).addAll(labels);
                families.put(id, FAMILIES.get(row.get(group)));
            }
        }
        return table("Occupations, from ESCO (European Commission, reuse with attribution), made by Extract.java.",
                terms, "TITLE", families);
    }

    /** Single words ("model", "host") say too little. */
    private static void title(Set<String> labels, String written) {
        String bare = written.strip().toLowerCase(Locale.ROOT);
        if (bare.matches("[a-z&'./-]+(?: [a-z&'./-]+){1,3}")) {
            labels.add(bare);
        }
    }

    private static String table(String about, Map<String, Set<String>> terms, String kind, Map<String, String> families) {
        StringBuilder text = new StringBuilder("# " + about + "\n# id\tkind\tlabels\tfamilies\n");
        Set<String> taken = new TreeSet<>();
        terms.forEach((id, labels) -> {
            List<String> own = new ArrayList<>();
            for (String label : labels) {
                if (taken.add(label.replace("!", "").toLowerCase(Locale.ROOT))) {
                    own.add(label);
                }
            }
            if (!own.isEmpty()) {
                text.append(id).append('\t').append(kind).append('\t').append(String.join("|", own));
                text.append(families.containsKey(id) ? "\t" + families.get(id) : "").append('\n');
            }
        });
        return text.toString();
    }

    private static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replace("+", "p").replace("#", "sharp").replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private static List<List<String>> csv(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (quoted && character == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (character == '"') {
                quoted = !quoted;
            } else if (!quoted && (character == ',' || character == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (character == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else if (character != '\r' || quoted) {
                cell.append(character);
            }
        }
        return rows;
    }
}
