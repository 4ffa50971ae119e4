package dev.jobglass.cli;

import java.util.ArrayList;
import java.util.Locale;
import java.util.stream.Stream;

/** Constants as they are typed on the command line, for shells to offer; picocli makes one of its subclasses. */
public abstract class TypedNames extends ArrayList<String> {
    private static final long serialVersionUID = 1;

    /** @param constants in the order in which they are offered */
    protected TypedNames(Stream<? extends Enum<?>> constants) {
        super(constants.map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-')).toList());
    }
}
