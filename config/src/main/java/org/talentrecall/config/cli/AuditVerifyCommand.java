package org.talentrecall.config.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.audit.AuditProof;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code recall audit verify}: exit code 1 when an entry was edited, removed, moved or cut off; says which. */
@Command(name = "verify", resourceBundle = "org.talentrecall.config.cli.texts")
final class AuditVerifyCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable AuditCommand parent;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Override
    public Integer call() {
        Session session = Objects.requireNonNull(parent).session();
        Texts texts = session.texts();
        try (LightArchive archive = LightArchive.open(session)) {
            AuditProof proof = archive.store().audit().verify();
            if (json) {
                session.out().println(JsonOut.write(proof));
            } else {
                for (AuditProof.Fault fault : proof.faults()) {
                    session.out().println(texts.of("audit.fault." + fault.kind(), Long.toString(fault.number())));
                }
                session.out()
                        .println(texts.of(
                                proof.sound() ? "audit.sound" : "audit.unsound",
                                Long.toString(proof.entries()),
                                Long.toString(proof.head()),
                                proof.headHash(),
                                Long.toString(proof.anchors()),
                                proof.faults().size()));
            }
            return proof.sound() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }
}
