package dev.jobglass.ui.main;

import dev.jobglass.desktop.Desktop;
import dev.jobglass.model.Job;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.notifications.Channels;
import dev.jobglass.notifications.DesktopChannel;
import dev.jobglass.notifications.Notifier;
import dev.jobglass.notifications.RuleService;
import dev.jobglass.notifications.RuleTeller;
import dev.jobglass.settings.Settings;
import dev.jobglass.ui.common.ThemeManager;
import dev.jobglass.ui.statusicon.StatusIconController;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.stage.Stage;
import javafx.util.Subscription;

/**
 * What tells the user how a workspace is, besides its windows: notifications and rules, the number in the window's
 * title, the icon in the panel, and a screen that stays awake. JavaFX thread only.
 */
final class WorkspaceAlerts implements AutoCloseable {
    private final Subscription open;

    /**
     * Begins.
     *
     * @param workspace which
     * @param clock the ticking time
     * @param settings what the user chose
     * @param stage the main window
     * @param themes has its icons
     * @param watchScreenShown whether that says it all
     * @param channels how to tell
     * @param desktop what it offers
     * @param actions what the icon's menu does
     * @param dismissed offers to undo the dismissal of failures
     */
    WorkspaceAlerts(Workspace workspace, UiClock clock, Settings settings, Stage stage, ThemeManager themes,
            ReadOnlyBooleanProperty watchScreenShown, Channels channels, Desktop desktop,
            StatusIconController.Actions actions, Consumer<List<Job>> dismissed) {
        Optional<DesktopChannel> byDesktop = desktop.notifications()
                .map(shown -> new DesktopChannel(shown::show, workspace, clock, settings.notifications(),
                        new DesktopChannel.Actions(actions.showJob(), actions.open(), () -> {
                            if (!stage.isShowing()) {
                                actions.open().run(); // nobody would hear of it otherwise
                            }
                        }, dismissed)));
        Notifier notifier = new Notifier(workspace, clock, settings.notifications(), stage, watchScreenShown::get,
                byDesktop.map(channels::by).orElse(channels));
        RuleTeller teller = new RuleTeller(settings.notifications(), notifier, workspace, channels.outside());
        RuleService rules = new RuleService(workspace, clock, settings.watchRulesProperty(), teller);
        StatusIconController icon = new StatusIconController(workspace, clock, settings.notifications(),
                settings.desktop().statusIconProperty(), desktop.icon(), actions);
        ScreenAwake awake = new ScreenAwake(watchScreenShown, clock, settings.desktop(), desktop.wakeLock());
        TitleBadge badge = new TitleBadge(stage, themes, workspace);
        open = Subscription.combine(rules::close, teller::close, notifier::close, icon::close, awake::close,
                badge::close, () -> byDesktop.ifPresent(DesktopChannel::close));
    }

    @Override
    public void close() {
        open.unsubscribe();
    }
}
