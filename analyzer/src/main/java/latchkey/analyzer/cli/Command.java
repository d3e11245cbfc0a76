package latchkey.analyzer.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

import java.io.IOException;

/** One word after {@code latchkey}. */
interface Command {
    /** Options, arguments and help; built anew for every run. */
    CommandSpec spec();

    /** Does it and gives the exit code. */
    int run(ParseResult given, Console console) throws IOException, UsageException;
}
