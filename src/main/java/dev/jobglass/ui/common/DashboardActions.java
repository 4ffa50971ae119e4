package dev.jobglass.ui.common;

import dev.jobglass.model.Job;
import dev.jobglass.monitor.ServerManager;
import dev.jobglass.settings.NotificationSettings;
import dev.jobglass.settings.RowSettings;
import dev.jobglass.settings.Theme;
import java.util.List;
import java.util.function.UnaryOperator;

/** What the dashboard asks of the program around it. */
public interface DashboardActions {
    /** {@return what can be done about servers} */
    ServerManager servers();

    /** Watches the built-in demo instead. */
    void openDemo();

    /**
     * Opens the failure window on a failed job.
     *
     * @param job a failed one
     */
    void showFailure(Job job);

    /**
     * Changes the colours.
     *
     * @param theme which
     */
    void theme(Theme theme);

    /** {@return the present choice of colours} */
    Theme theme();

    /**
     * Makes all text larger or smaller.
     *
     * @param percent of the usual; what is out of bounds becomes the nearest
     */
    void textSize(int percent);

    /** {@return the size of text in per cent of the usual} */
    int textSize();

    /**
     * Has jobs appear by themselves, or not.
     *
     * @param on whether
     */
    void discovery(boolean on);

    /** {@return whether jobs appear by themselves} */
    boolean discovery();

    /** {@return what the person is told} */
    NotificationSettings notifications();

    /**
     * Tells the person of more or less from now on.
     *
     * @param change from what is told at present
     */
    void notifications(UnaryOperator<NotificationSettings> change);

    /**
     * Shows the table's rows otherwise from now on.
     *
     * @param rows how
     */
    void rows(RowSettings rows);

    /** {@return how the table shows its rows} */
    RowSettings rows();

    /**
     * Gives the details another width from now on.
     *
     * @param width in pixels, positive
     */
    void detailsWidth(double width);

    /** {@return how wide a person made the details, in pixels, or 0} */
    double detailsWidth();

    /**
     * Cancels jobs, after asking.
     *
     * @param jobs those that are over are left out
     */
    void cancel(List<Job> jobs);

    /**
     * Has the server forget jobs, after asking.
     *
     * @param jobs those that are not over are left out
     */
    void delete(List<Job> jobs);

    /**
     * Opens what the server says of a job in the person's browser.
     *
     * @param job which
     */
    void browse(Job job);

    /** Looks back over every change that was seen. */
    void showHistory();

    /** Opens the window of everything a person may choose. */
    void showSettings();

    /** Says which version this is and what is inside. */
    void about();

    /** Shows the watch screen instead, until the person leaves it. */
    void watchScreen();
}
