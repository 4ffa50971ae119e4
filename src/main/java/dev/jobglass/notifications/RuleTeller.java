package dev.jobglass.notifications;

import dev.jobglass.monitor.MonitoredServer;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.rules.Finding;
import dev.jobglass.rules.RuleWords;
import dev.jobglass.settings.NotificationKind;
import dev.jobglass.settings.NotificationSettings;
import dev.jobglass.settings.WatchRule;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.application.Platform;

/**
 * Tells what rules found: as other news, by the user's program, and to the user's address. One program runs after the
 * other.
 * JavaFX thread only.
 */
public final class RuleTeller implements Consumer<List<Finding>>, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(RuleTeller.class.getName());
    private static final Duration LONGEST_COMMAND = Duration.ofSeconds(30);
    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(2), Duration.ofSeconds(10),
            Duration.ofSeconds(60));
    /** So many of a rule are told one by one. */
    private static final int SINGLY = 3;
    private static final int MOST_WAITING = 100;
    private static final long IDLE_SECONDS = 5;

    private final NotificationSettings settings;
    private final Notifier notifier;
    private final Workspace workspace;
    private final BooleanSupplier outside;
    private final CommandChannel command = new CommandChannel(LONGEST_COMMAND);
    private final WebhookChannel webhook = new WebhookChannel(PAUSES);
    private final ThreadPoolExecutor commands = oneAfterTheOther("rule-command");

    /**
     * Tells nothing yet.
     *
     * @param settings how to tell
     * @param notifier tells other news
     * @param workspace has names for servers
     * @param outside whether it is this program that runs the user's and asks the user's address
     */
    public RuleTeller(NotificationSettings settings, Notifier notifier, Workspace workspace, BooleanSupplier outside) {
        this.outside = outside;
        this.settings = settings;
        this.workspace = workspace;
        this.notifier = notifier;
    }

    private static ThreadPoolExecutor oneAfterTheOther(String name) {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MOST_WAITING), Thread.ofPlatform().daemon().name(name).factory());
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    /** {@code found} at the same time. */
    @Override
    public void accept(List<Finding> found) {
        Map<WatchRule, List<Finding>> rules = found.stream().collect(Collectors.groupingBy(Finding::rule));
        rules.values().forEach(some -> {
            some.forEach(finding -> notifier.take(news(NotificationKind.RULE, words(finding),
                    RuleWords.of(finding.rule()))));
            if (some.size() <= SINGLY) {
                some.forEach(finding -> tell(RuleMessage.of(finding, 0)));
            } else {
                tell(RuleMessage.of(some.getFirst(), some.size() - 1));
            }
        });
    }

    private void tell(RuleMessage message) {
        String line = settings.ruleCommandProperty().get();
        String address = settings.ruleWebhookProperty().get();
        boolean wanted = !line.isBlank() || !address.isEmpty();
        if (!wanted || !outside.getAsBoolean()) {
            return;
        }
        String secret = settings.ruleSecretProperty().get();
        queue(() -> command.tell(line, message, failing("rules.command.failed")));
        webhook.tell(address, secret, message, failing("rules.webhook.notTold"));
    }

    private void queue(Runnable tell) {
        try {
            commands.execute(tell);
        } catch (RejectedExecutionException _) {
            failed("rules.command.failed", Messages.of("rules.tooMany"));
        }
    }

    /** On any thread. */
    private Consumer<String> failing(String what) {
        return why -> Platform.runLater(() -> failed(what, why));
    }

    private void failed(String what, String why) {
        LOG.log(System.Logger.Level.WARNING, "{0}", Messages.of(what, why));
        notifier.take(news(NotificationKind.RULE_NOT_TOLD, Messages.of(what, why), ""));
    }

    /** Where there are several servers, with the name of the one it is about. */
    private String words(Finding finding) {
        String server = finding.server() == null || !workspace.several()
                ? ""
                : workspace.server(finding.server()).map(MonitoredServer::name).orElse("");
        return Messages.joined(RuleWords.of(finding), PlainText.line(server));
    }

    private static NotificationEvent news(NotificationKind kind, String text, String group) {
        return new NotificationEvent(kind, null, "", "", "", text, group);
    }

    @Override
    public void close() {
        commands.shutdownNow();
        webhook.close();
    }
}
