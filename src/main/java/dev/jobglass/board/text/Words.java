package dev.jobglass.board.text;

import dev.jobglass.board.JobView;
import dev.jobglass.board.ShownState;
import java.text.MessageFormat;
import java.util.ResourceBundle;

/** Words that several windows share. */
public final class Words {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.jobglass.board.words");

    private Words() {
    }

    /**
     * {@return the text for a key of the shared bundle}
     *
     * @param key in {@code words.properties}
     * @param arguments for its placeholders
     */
    public static String of(String key, Object... arguments) {
        return MessageFormat.format(BUNDLE.getString(key), arguments);
    }

    /** {@return nothing, in the sense of "not known" or "does not apply"} */
    public static String none() {
        return BUNDLE.getString("none");
    }

    /**
     * {@return the word for a state}
     *
     * @param state which
     */
    public static String state(ShownState state) {
        return BUNDLE.getString("state." + state);
    }

    /**
     * {@return the word for a job's state, for an unknown one the server's own}
     *
     * @param view the job
     */
    public static String state(JobView view) {
        return view.state() == ShownState.UNKNOWN ? PlainText.line(view.status().stateWord()) : state(view.state());
    }

    /**
     * {@return the sign for a state}
     *
     * @param state which
     */
    public static String glyph(ShownState state) {
        return BUNDLE.getString("glyph." + state);
    }

    /**
     * {@return what a job is called in few words: its agent, or its id when that is not known}
     *
     * @param view the job
     */
    public static String name(JobView view) {
        String agent = view.status() == null ? "" : PlainText.line(view.status().agentId());
        return agent.isEmpty() ? PlainText.line(view.jobId()) : agent;
    }

    /**
     * {@return what a job is called beside its id: agent and session, as far as known}
     *
     * @param view the job
     */
    public static String subtitle(JobView view) {
        if (view.status() == null) {
            return "";
        }
        String agent = PlainText.line(view.status().agentId());
        String session = view.status().sessionId() == null
                ? ""
                : of("session", PlainText.line(view.status().sessionId()));
        return agent.isEmpty() || session.isEmpty() ? agent + session : agent + " · " + session;
    }

    /**
     * {@return the one line of an error that tells most: of a Python traceback its last, else its first}
     *
     * @param error as it came, not null
     */
    public static String gist(String error) {
        String text = error.strip();
        if (!text.startsWith("Traceback (most recent call last)")) {
            return PlainText.line(text);
        }
        return PlainText.line(text.substring(Math.max(0, text.lastIndexOf('\n'))));
    }

    /**
     * {@return a percentage such as 62%, or none}
     *
     * @param percentage 0 to 100, or null
     */
    public static String percent(Double percentage) {
        // Rounded down: 100 % must mean done.
        return percentage == null ? none() : (int) Math.floor(percentage) + "%";
    }
}
