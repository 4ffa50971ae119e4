package dev.jobglass.notifications;

import dev.jobglass.rules.Finding;
import dev.jobglass.rules.RuleWords;
import dev.jobglass.settings.NotificationKind;
import dev.jobglass.settings.NotificationSettings;
import dev.jobglass.text.Messages;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;

/** Tells what rules found: as other news, by the user's program, and to the user's address. JavaFX thread only. */
public final class RuleTeller implements Consumer<Finding> {
    private static final System.Logger LOG = System.getLogger(RuleTeller.class.getName());
    private static final Duration LONGEST_COMMAND = Duration.ofSeconds(30);
    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(2), Duration.ofSeconds(10),
            Duration.ofSeconds(60));

    private final NotificationSettings settings;
    private final Notifier notifier;
    private final CommandChannel command = new CommandChannel(LONGEST_COMMAND);
    private final WebhookChannel webhook = new WebhookChannel(PAUSES);

    /**
     * Tells nothing yet.
     *
     * @param settings how to tell
     * @param notifier tells other news
     */
    public RuleTeller(NotificationSettings settings, Notifier notifier) {
        this.settings = settings;
        this.notifier = notifier;
    }

    @Override
    public void accept(Finding finding) {
        notifier.take(news(RuleWords.of(finding)));
        RuleMessage message = RuleMessage.of(finding);
        command.tell(settings.ruleCommandProperty().get(), message, why -> failed("rules.command.failed", why));
        webhook.tell(settings.ruleWebhookProperty().get(), settings.ruleSecretProperty().get(), message,
                why -> failed("rules.webhook.notTold", why));
    }

    private void failed(String what, String why) {
        LOG.log(System.Logger.Level.WARNING, "{0}", Messages.of(what, why));
        Platform.runLater(() -> notifier.take(news(Messages.of(what, why))));
    }

    private static NotificationEvent news(String text) {
        return new NotificationEvent(NotificationKind.RULE, null, "", "", "", text);
    }
}
