package org.talentrecall.scoring;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.talentrecall.scoring.mail.MailSettings;
import org.talentrecall.scoring.night.NightConfiguration;

/**
 * Scoring, report and mail as beans. Wants the archive's and the index's beans, {@code recall.home},
 * {@code recall.language} and {@code recall.schedule.zone}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ScoringSettings.class, MailSettings.class})
@Import(NightConfiguration.class)
public class ScoringModule {}
