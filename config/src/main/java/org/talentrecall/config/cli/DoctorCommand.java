package org.talentrecall.config.cli;

import java.util.List;
import org.talentrecall.config.doctor.Doctor;
import org.talentrecall.config.doctor.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code recall doctor}: exit code 1 when something is missing that a night needs. */
@Command(name = "doctor", resourceBundle = "org.talentrecall.config.cli.texts")
final class DoctorCommand extends SessionCommand {
    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Override
    public Integer call() {
        Session session = session();
        List<Finding> findings =
                new Doctor(session.home(), session.settings(), session.texts().locale()).examine();
        if (json) {
            session.out().println(JsonOut.write(findings));
        } else {
            for (Finding finding : findings) {
                String state = session.texts()
                        .of(
                                switch (finding.state()) {
                                    case OK -> "doctor.ok";
                                    case NOTE -> "doctor.note";
                                    case LACK -> "doctor.lack";
                                });
                session.out().println(state + "  " + finding.name() + ": " + finding.sentence());
            }
        }
        return findings.stream().anyMatch(finding -> finding.state() == Finding.State.LACK)
                ? ExitCode.FAILED
                : ExitCode.DONE;
    }
}
