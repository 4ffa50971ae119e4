package dev.jobglass.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What JavaFX complains of in style sheets, such as colours that it cannot find. */
public final class StyleWarnings extends Handler implements AutoCloseable {
    private final Logger logger = Logger.getLogger("javafx.css");
    private final List<String> lines = new CopyOnWriteArrayList<>();

    /** Listens from now on. */
    public StyleWarnings() {
        logger.addHandler(this);
    }

    /** {@return what was complained of so far} */
    public List<String> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord message) {
        if (message.getLevel().intValue() >= Level.WARNING.intValue()) {
            lines.add(message.getMessage());
        }
    }

    @Override
    public void flush() {
        // is done at once
    }

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
