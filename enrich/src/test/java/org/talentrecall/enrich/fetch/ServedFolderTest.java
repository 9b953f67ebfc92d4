package org.talentrecall.enrich.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServedFolderTest {
    @TempDir
    private Path folder;

    @Test
    void stands_for_the_public_host() throws Exception {
        write("web/people/a.html", "<p>a</p>");
        try (ServedFolder served = ServedFolder.open(folder.resolve("web"))) {
            Site site = new Site(served.address(), false);
            Fetcher fetcher = fetcher();

            for (String address :
                    new String[] {"http://people.example.com/people/a.html", "https://other.example.org/people/a.html"
                    }) {
                Fetched fetched = fetcher.fetch(address, CacheMarks.NONE, site);
                assertThat(fetched).isInstanceOfSatisfying(Fetched.Content.class, content -> {
                    assertThat(content.address()).hasToString(address);
                    assertThat(content.contentType()).isEqualTo("text/html");
                    assertThat(new String(content.bytes(), StandardCharsets.UTF_8))
                            .isEqualTo("<p>a</p>");
                });
                CacheMarks marks = ((Fetched.Content) fetched).marks();
                assertThat(fetcher.fetch(address, marks, site)).isEqualTo(new Fetched.Unchanged());
            }
        }
    }

    @Test
    void serves_nothing_outside_of_the_folder() throws Exception {
        write("secret.txt", "secret");
        write("web/index.html", "front");
        Files.createSymbolicLink(folder.resolve("web/link.txt"), folder.resolve("secret.txt"));
        try (ServedFolder served = ServedFolder.open(folder.resolve("web"))) {
            Site site = new Site(served.address(), false);
            for (String path :
                    new String[] {"/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/link.txt", "/a%00b"}) {
                assertThat(fetcher().fetch("http://people.example.com" + path, CacheMarks.NONE, site))
                        .as(path)
                        .isInstanceOf(Fetched.Refused.class);
            }
            assertThat(fetcher().fetch("http://people.example.com/", CacheMarks.NONE, site))
                    .isInstanceOf(Fetched.Content.class);
        }
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static Fetcher fetcher() {
        FetchLimits limits = new FetchLimits(
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                100_000,
                3,
                Duration.ofHours(1),
                Duration.ofHours(1),
                100);
        return new Fetcher(limits, "TalentRecall", Clock.systemUTC(), duration -> {
            throw new AssertionError("A folder of one's own needs no pause");
        });
    }
}
