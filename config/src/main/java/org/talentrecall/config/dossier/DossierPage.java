package org.talentrecall.config.dossier;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.identity.ResolvedPerson;

/** A dossier as one HTML page without anything from outside, for the screen and the printer. */
public final class DossierPage {
    private static final String STYLE =
            "body{font:16px/1.5 -apple-system,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;"
                    + "max-width:52rem;margin:1.5rem auto;padding:0 1rem;color:#1f2933}"
                    + "h1{font-size:1.5rem;margin:0}h1+p{color:#616e7c;margin:0 0 1rem}"
                    + "h2{font-size:1.05rem;border-bottom:1px solid #d9e2ec;margin:1.4rem 0 .4rem}"
                    + "ul{list-style:none;margin:0;padding:0}li{margin:.45rem 0}"
                    + "small{display:block;color:#7b8794;overflow-wrap:anywhere}";

    private DossierPage() {}

    /**
     * @param joins why the person's records belong together
     * @param zone by whose clock times are shown
     */
    public static String of(Dossier dossier, List<ResolvedPerson.Join> joins, Locale locale, ZoneId zone) {
        DossierTexts texts = new DossierTexts(locale, zone);
        Document page = Document.createShell("");
        page.outputSettings().charset("UTF-8");
        page.charset(java.nio.charset.StandardCharsets.UTF_8);
        page.selectXpath("/html").attr("lang", locale.toLanguageTag());
        page.title(dossier.name().orElse(dossier.id().value()));
        page.head()
                .appendElement("meta")
                .attr("name", "viewport")
                .attr("content", "width=device-width,initial-scale=1");
        page.head().appendElement("style").text(STYLE);
        page.body().appendElement("h1").text(dossier.name().orElse("-"));
        page.body().appendElement("p").text(dossier.id().value() + " · " + DossierText.standing(dossier, texts));
        DossierText.groups(dossier, texts).forEach((group, lines) -> {
            page.body().appendElement("h2").text(group);
            Element list = page.body().appendElement("ul");
            for (FactLine line : lines) {
                Element item = list.appendElement("li").text(line.text());
                line.places().forEach(place -> item.appendElement("small").text(place));
            }
        });
        if (!joins.isEmpty()) {
            page.body().appendElement("h2").text(texts.of("group.joins"));
            Element list = page.body().appendElement("ul");
            new EvidenceText(texts)
                    .of(joins)
                    .forEach(line -> list.appendElement("li").text(line));
        }
        return "<!doctype html>\n" + page.outerHtml() + "\n";
    }
}
