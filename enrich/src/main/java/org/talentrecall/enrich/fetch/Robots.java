package org.talentrecall.enrich.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The rules of one host (RFC 9309): none when robots.txt is missing, and the host is left alone tonight when it cannot be
 * had.
 */
final class Robots {
    /** RFC 9309 asks for at least 500 KiB; the rest of a longer file is not looked at. */
    private static final int LONGEST = 512 * 1024;

    private final BaseRobotRules rules;

    private Robots(BaseRobotRules rules) {
        this.rules = rules;
    }

    /**
     * @param agent our product token, lower case
     */
    static Robots read(String address, byte[] content, String agent) {
        byte[] bytes = content.length > LONGEST ? Arrays.copyOf(content, LONGEST) : content;
        return new Robots(new SimpleRobotRulesParser()
                .parseContent(address, bytes, "text/plain", List.of(agent.toLowerCase(Locale.ROOT))));
    }

    static Robots missing() {
        return new Robots(new SimpleRobotRulesParser().failedFetch(404));
    }

    boolean allows(String address) {
        return rules.isAllowed(address);
    }

    /** The pause that the host asks for; zero when it asks for none. */
    Duration crawlDelay() {
        return rules.getCrawlDelay() == BaseRobotRules.UNSET_CRAWL_DELAY
                ? Duration.ZERO
                : Duration.ofMillis(Math.max(0, rules.getCrawlDelay()));
    }
}
