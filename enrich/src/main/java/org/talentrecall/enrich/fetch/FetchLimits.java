package org.talentrecall.enrich.fetch;

import java.time.Duration;

/**
 * How much one address may cost.
 *
 * @param connectTimeOut until the connection stands
 * @param timeOut for the whole answer, body included
 * @param bytes of one body, before and after decompression
 * @param redirects followed for one address
 * @param delay between two requests to one host
 * @param longestWait for a server that asks to come again later or wants longer pauses than {@code delay}; one that asks
 *     for more is left alone tonight
 * @param requests in one run, over all hosts
 */
public record FetchLimits(
        Duration connectTimeOut,
        Duration timeOut,
        int bytes,
        int redirects,
        Duration delay,
        Duration longestWait,
        int requests) {}
