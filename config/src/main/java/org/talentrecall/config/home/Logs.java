package org.talentrecall.config.home;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log file of a home, {@code data/logs/recall.log}: a file a day, kept for a month, 200 MB in all at most. */
final class Logs {
    private static final int DAYS = 31;

    private Logs() {}

    /** Lets all that is logged from here on go to the home's file too. */
    static void to(Home home) {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        if (root.getAppender("file") != null) {
            return;
        }
        RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
        file.setName("file");
        file.setContext(context);
        file.setFile(home.logs().resolve("recall.log").toString());
        file.setRollingPolicy(policy(context, file, home));
        file.setEncoder(encoder(context));
        file.start();
        root.addAppender(file);
    }

    private static SizeAndTimeBasedRollingPolicy<ILoggingEvent> policy(
            LoggerContext context, RollingFileAppender<ILoggingEvent> file, Home home) {
        SizeAndTimeBasedRollingPolicy<ILoggingEvent> policy = new SizeAndTimeBasedRollingPolicy<>();
        policy.setContext(context);
        policy.setParent(file);
        policy.setFileNamePattern(home.logs() + "/recall.%d{yyyy-MM-dd}.%i.log.gz");
        policy.setMaxHistory(DAYS);
        policy.setMaxFileSize(FileSize.valueOf("20MB"));
        policy.setTotalSizeCap(FileSize.valueOf("200MB"));
        policy.start();
        return policy;
    }

    private static PatternLayoutEncoder encoder(LoggerContext context) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{30} - %msg%n%ex{full}");
        encoder.start();
        return encoder;
    }
}
