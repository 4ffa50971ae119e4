package dev.jobglass.cli;

import dev.jobglass.text.Messages;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine;

/** Prints what a shell needs to complete this program's commands and options. */
@Command(name = CompletionCommand.NAME, sortOptions = false)
public final class CompletionCommand implements Callable<Integer> {
    /** What it is called. */
    public static final String NAME = "completion";

    @Parameters(paramLabel = "SHELL", converter = ShellConverter.class, completionCandidates = Shells.class)
    private Shell shell;
    @Spec
    private CommandSpec spec;

    private final Terminal terminal;

    private enum Shell {
        BASH, ZSH, FISH
    }

    private static final class Shells extends TypedNames {
        private static final long serialVersionUID = 1;

        Shells() {
            super(Arrays.stream(Shell.values()));
        }
    }

    /**
     * Makes the command.
     *
     * @param terminal where to write
     */
    public CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        CommandLine program = spec.root().commandLine();
        String name = spec.root().name();
        terminal.out().println(switch (shell) {
            case BASH -> AutoComplete.bash(name, program);
            case ZSH -> "#compdef " + name + "\n" + AutoComplete.bash(name, program); // which knows both shells
            case FISH -> fish(name, spec.root());
        });
        if (terminal.out().checkError()) {
            throw new IOException(Messages.of("cli.bad.output"));
        }
        return ExitStatus.OK.code();
    }

    /** One line for each command and option; picocli has nothing for this shell. */
    private static String fish(String name, CommandSpec root) {
        Stream<String> commands = root.subcommands().values().stream().map(command -> line(name,
                "__fish_use_subcommand", "-f -a " + command.getCommandName(),
                String.join(" ", command.getCommandSpec().usageMessage().header())));
        Stream<String> its = root.subcommands().values().stream().flatMap(command -> options(name,
                "__fish_seen_subcommand_from " + command.getCommandName(), command.getCommandSpec().options()));
        return Stream.of(commands, options(name, "__fish_use_subcommand", root.options()), its)
                .flatMap(lines -> lines).collect(Collectors.joining("\n"));
    }

    private static Stream<String> options(String name, String when, List<OptionSpec> options) {
        return options.stream().map(option -> line(name, when,
                Arrays.stream(option.names()).map(CompletionCommand::flag).collect(Collectors.joining(" "))
                        + values(option),
                String.join(" ", option.description())));
    }

    /** What may follow it; files, where nothing else is known. */
    private static String values(OptionSpec option) {
        if (option.arity().max() == 0) {
            return "";
        }
        return option.completionCandidates() == null
                ? " -r"
                : " -x -a '" + String.join(" ", option.completionCandidates()) + "'";
    }

    private static String flag(String option) {
        return option.startsWith("--") ? "-l " + option.substring(2) : "-s " + option.substring(1);
    }

    private static String line(String name, String when, String what, String description) {
        return "complete -c " + name + " -n '" + when + "' " + what + " -d '"
                + description.formatted().replace("\\", "\\\\").replace("'", "\\'").replace("\n", " ") + "'";
    }

    private static final class ShellConverter implements ITypeConverter<Shell> {
        @Override
        public Shell convert(String text) {
            return Arrays.stream(Shell.values()).filter(shell -> shell.name().equalsIgnoreCase(text)).findFirst()
                    .orElseThrow(() -> new TypeConversionException(Messages.of("cli.bad.shell", text)));
        }
    }
}
