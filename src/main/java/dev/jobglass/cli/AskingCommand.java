package dev.jobglass.cli;

import dev.jobglass.api.Problem;
import dev.jobglass.text.Messages;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/** A command that asks servers, and prints jobs. */
abstract class AskingCommand implements Callable<Integer> {
    @Option(names = "--json", descriptionKey = "cli.json")
    private boolean json;

    private final ServerSource source;
    private final Terminal terminal;

    /** {@code source} says whom to ask, {@code terminal} where to write. */
    AskingCommand(ServerSource source, Terminal terminal) {
        this.source = source;
        this.terminal = terminal;
    }

    /** {@return the servers, also those that jobs were named with, each to be closed} */
    List<AskedServer> open(List<String> addresses) throws IOException {
        return source.open(addresses);
    }

    Terminal terminal() {
        return terminal;
    }

    void print(List<JobAnswer> answers) throws IOException {
        new JobPrinter(terminal.out(), json).print(answers);
    }

    /** Says what troubles a server, beside what was asked for. */
    void complain(AskedServer server, Problem problem) {
        terminal.err().println(Messages.of("cli.error", JobAnswer.words(server.address(), problem)));
    }
}
