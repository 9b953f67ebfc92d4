package org.talentrecall.archive.text;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses of people's pages in one canonical form: https, host in lower case without {@code www.}, no fragment, no
 * trailing slash, no query but the one parameter that names the person where a site needs it. Safe for use by several
 * threads.
 */
public final class ProfileUrls {
    /** Sites whose addresses people write without the scheme. */
    private static final String KNOWN =
            "(?:[a-z]{2,3}\\.)?linkedin\\.com|maimai\\.cn|github\\.com|gitee\\.com|gitlab\\.com|orcid\\.org|zhihu\\.com|weibo\\.com|juejin\\.cn|blog\\.csdn\\.net|stackoverflow\\.com|scholar\\.google\\.com|researchgate\\.net|dribbble\\.com|behance\\.net|zcool\\.com\\.cn";

    /** One of these is in every address that is looked for. */
    private static final List<String> SIGNS = List.of("://", "www.", ".com", ".cn", ".org");

    private static final String PATH = "[A-Za-z0-9\\-._~:/?#@!$&'()*+,;=%]";
    private static final Pattern ADDRESS = Pattern.compile(
            "https?://" + PATH + "+|(?<![\\w@./-])(?:www\\.[a-z0-9-]+(?:\\.[a-z0-9-]+)+|" + KNOWN + ")(?:/" + PATH
                    + "*)?(?![a-z0-9])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ORCID = Pattern.compile("(?<![\\dX-])(\\d{4}-\\d{4}-\\d{4}-\\d{3}[\\dXx])(?![\\d-])");
    private static final Pattern ORCID_LABEL = Pattern.compile("orcid(?:\\s?id)?[\\s:]*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern SPLIT_HOST = Pattern.compile(
            "^(?:www|m|mobile|cn|[a-z]{2})\\.(linkedin\\.com|zhihu\\.com|weibo\\.com|github\\.com|maimai\\.cn)$");
    /** The query parameter that tells whose page it is. */
    private static final Map<String, List<String>> TELLING =
            Map.of("maimai.cn", List.of("u", "dstu", "webuid", "encode_mmid"), "scholar.google.com", List.of("user"));
    /** Sites that ignore the case of a path. */
    private static final Set<String> CASELESS = Set.of("linkedin.com", "github.com", "gitee.com", "gitlab.com");

    private ProfileUrls() {}

    /** The canonical form of an address, with or without its scheme, or of a bare ORCID iD. */
    public static Optional<String> normalise(String written) {
        String plain = trimTail(TextFolding.halfWidth(written).strip());
        Matcher orcid = ORCID.matcher(plain);
        if (orcid.matches()) {
            return orcid(plain);
        }
        boolean schemed =
                plain.regionMatches(true, 0, "http://", 0, 7) || plain.regionMatches(true, 0, "https://", 0, 8);
        if (!schemed && (plain.contains("://") || plain.contains("@") || !plain.contains(".") || plain.contains(" "))) {
            return Optional.empty();
        }
        return canonical(schemed ? plain : "https://" + plain);
    }

    /** Every http(s) address, every address of a well-known site without its scheme, and every labelled ORCID iD. */
    public static List<Found> findAll(CharSequence text) {
        String plain = text.toString();
        List<Found> found = new ArrayList<>();
        for (Windows.Window window : Windows.asciiRuns(plain, SIGNS)) {
            Matcher matcher =
                    ADDRESS.matcher(plain).region(window.start(), window.end()).useTransparentBounds(true);
            while (matcher.find()) {
                String raw = trimTail(matcher.group());
                int start = matcher.start();
                int end = start + raw.length();
                normalise(raw).ifPresent(url -> found.add(found(url, text, start, end)));
            }
        }
        Matcher orcid = ORCID.matcher(plain);
        while (orcid.find()) {
            int start = orcid.start();
            int end = orcid.end();
            if (ORCID_LABEL
                    .matcher(plain.substring(Math.max(0, start - 12), start))
                    .find()) {
                orcid(orcid.group())
                        .ifPresent(url -> found.add(
                                new Found(url, text.subSequence(start, end).toString(), start, end)));
            }
        }
        found.sort((a, b) -> Integer.compare(a.start(), b.start()));
        return List.copyOf(found);
    }

    /**
     * True when a canonical address can be one person's own page: not the bare front of a site that many people share,
     * not a company's page, not a code repository.
     */
    public static boolean isPersonal(String canonical) {
        URI uri = URI.create(canonical);
        String host = uri.getHost() == null ? "" : uri.getHost();
        String path = uri.getPath() == null ? "" : uri.getPath();
        return switch (host) {
            case "linkedin.com" -> path.startsWith("/in/") || path.startsWith("/pub/");
            case "github.com", "gitee.com", "gitlab.com" -> path.length() > 1 && path.indexOf('/', 1) < 0;
            case "maimai.cn", "scholar.google.com" -> uri.getQuery() != null;
            case "orcid.org" -> ORCID.matcher(path).find();
            case "zhihu.com" -> path.startsWith("/people/");
            case "weibo.com", "juejin.cn", "blog.csdn.net", "stackoverflow.com", "dribbble.com", "behance.net" ->
                path.length() > 1;
            default -> !host.isEmpty();
        };
    }

    private static Found found(String url, CharSequence text, int start, int end) {
        return new Found(url, text.subSequence(start, end).toString(), start, end);
    }

    private static Optional<String> canonical(String address) {
        try {
            URI uri = new URI(new URI(address).toASCIIString());
            if (uri.getHost() == null || !uri.getHost().contains(".")) {
                return Optional.empty();
            }
            String host = host(uri.getHost());
            String path = path(host, uri.getRawPath());
            String port = uri.getPort() < 0 || uri.getPort() == 80 || uri.getPort() == 443 ? "" : ":" + uri.getPort();
            return Optional.of("https://" + host + port + path + query(host, uri.getRawQuery()));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String host(String written) {
        String host = IDN.toASCII(written).toLowerCase(Locale.ROOT);
        Matcher split = SPLIT_HOST.matcher(host);
        if (split.matches()) {
            return split.group(1);
        }
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    private static String path(String host, String raw) {
        String path = raw == null ? "" : raw;
        while (path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        if (host.equals("linkedin.com") && path.matches("(?i)/in/[^/]+/.*")) {
            path = path.substring(0, path.indexOf('/', 4));
        }
        return CASELESS.contains(host) ? path.toLowerCase(Locale.ROOT) : path;
    }

    private static String query(String host, String raw) {
        if (raw == null) {
            return "";
        }
        for (String name : TELLING.getOrDefault(host, List.of())) {
            for (String pair : raw.split("&", -1)) {
                if (pair.startsWith(name + "=") && pair.length() > name.length() + 1) {
                    return "?" + pair;
                }
            }
        }
        return "";
    }

    /** Checks the ISO 7064 MOD 11-2 digit, so that any other number of sixteen digits is left alone. */
    private static Optional<String> orcid(String id) {
        String digits = id.replace("-", "").toUpperCase(Locale.ROOT);
        int total = 0;
        for (int i = 0; i < 15; i++) {
            total = (total + digits.charAt(i) - '0') * 2;
        }
        int check = (12 - total % 11) % 11;
        char expected = check == 10 ? 'X' : (char) ('0' + check);
        return digits.charAt(15) == expected
                ? Optional.of("https://orcid.org/" + id.toUpperCase(Locale.ROOT))
                : Optional.empty();
    }

    private static String trimTail(String address) {
        int end = address.length();
        while (end > 0 && ".,;:!?)]}>\"'*。，；、）】》".indexOf(address.charAt(end - 1)) >= 0) {
            if (address.charAt(end - 1) == ')' && address.lastIndexOf('(', end - 1) >= 0) {
                break;
            }
            end--;
        }
        return address.substring(0, end);
    }
}
