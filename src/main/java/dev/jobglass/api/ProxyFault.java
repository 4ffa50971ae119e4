package dev.jobglass.api;

import dev.jobglass.api.Problem.Cause;
import java.io.IOException;

/** A proxy does not do what it is there for. */
final class ProxyFault extends IOException {
    private static final long serialVersionUID = 1L;

    private final Cause reason;

    ProxyFault(Cause reason, String text) {
        super(text);
        this.reason = reason;
    }

    /** {@return what is wrong with it} */
    Cause reason() {
        return reason;
    }
}
