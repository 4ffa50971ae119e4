package dev.jobglass.cli;

import dev.jobglass.text.JobIdParser;
import dev.jobglass.text.JobIdParser.Named;
import dev.jobglass.text.Messages;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The jobs that a command is about.
 *
 * @param ids each once, in the order they were named
 * @param addresses of the servers in status URLs
 */
record NamedJobs(Set<String> ids, List<String> addresses) {
    /** Refuses what names no job, such as a script's variable that is empty: nothing to ask for is no success. */
    static final class Converter implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (JobIdParser.meant(text).isEmpty()) {
                throw new TypeConversionException(Messages.of("app.bad.job", text));
            }
            return text;
        }
    }

    /** {@return the jobs that are named by ids, which may be anything, and status URLs} */
    static NamedJobs of(List<String> arguments) {
        List<Named> jobs = arguments.stream().flatMap(text -> JobIdParser.meant(text).stream()).toList();
        return new NamedJobs(jobs.stream().map(Named::id).collect(Collectors.toCollection(LinkedHashSet::new)),
                jobs.stream().map(Named::server).filter(Objects::nonNull).distinct().toList());
    }
}
