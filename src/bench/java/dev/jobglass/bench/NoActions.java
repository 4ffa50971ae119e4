package dev.jobglass.bench;

import dev.jobglass.model.Job;
import dev.jobglass.monitor.ServerManager;
import dev.jobglass.settings.NotificationSettings;
import dev.jobglass.settings.RowSettings;
import dev.jobglass.settings.Theme;
import dev.jobglass.ui.common.DashboardActions;
import java.util.List;
import java.util.function.UnaryOperator;

/** A program that does nothing but to show its table. */
final class NoActions implements DashboardActions {
    @Override
    public ServerManager servers() {
        return null; // nobody opens its menu
    }

    @Override
    public void openDemo() {
        // Not here.
    }

    @Override
    public void showFailure(Job job) {
        // Not here.
    }

    @Override
    public void theme(Theme theme) {
        // Not here.
    }

    @Override
    public Theme theme() {
        return Theme.DARK;
    }

    @Override
    public void discovery(boolean on) {
        // Not here.
    }

    @Override
    public boolean discovery() {
        return true;
    }

    @Override
    public void rows(RowSettings rows) {
        // Not here.
    }

    @Override
    public RowSettings rows() {
        return new RowSettings(null, null);
    }

    @Override
    public void detailsWidth(double width) {
        // Not here.
    }

    @Override
    public double detailsWidth() {
        return 0;
    }

    @Override
    public void cancel(List<Job> jobs) {
        // Not here.
    }

    @Override
    public void delete(List<Job> jobs) {
        // Not here.
    }

    @Override
    public void browse(Job job) {
        // Not here.
    }

    @Override
    public void showHistory() {
        // Not here.
    }

    @Override
    public void about() {
        // Not here.
    }

    @Override
    public void textSize(int percent) {
        // Always the usual.
    }

    @Override
    public int textSize() {
        return 100;
    }

    @Override
    public NotificationSettings notifications() {
        return NotificationSettings.DEFAULT;
    }

    @Override
    public void notifications(UnaryOperator<NotificationSettings> change) {
        // Nobody is notified.
    }

    @Override
    public void showSettings() {
        // There are none.
    }

    @Override
    public void watchScreen() {
        // Not here.
    }
}
