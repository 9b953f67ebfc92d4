package org.talentrecall.config;

import org.talentrecall.config.cli.CommandLineProgram;

/** The program's entry point. */
public final class Recall {
    private Recall() {}

    public static void main(String[] arguments) {
        System.exit(CommandLineProgram.run(arguments));
    }
}
