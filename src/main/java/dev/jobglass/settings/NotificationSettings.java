package dev.jobglass.settings;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.jobglass.api.JobKey;
import dev.jobglass.api.ServerAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ObservableSet;
import javafx.util.Subscription;

/** Of what the user is notified, and how. JavaFX thread only. */
public final class NotificationSettings extends SettingsGroup {
    private static final int HIGHEST_PORT = 65_535;
    private static final Duration LONGEST_QUIET = Duration.ofDays(1);

    private final ObservableSet<NotificationKind> kinds = set("kinds",
            Set.of(NotificationKind.FAILED, NotificationKind.SERVER_LOST, NotificationKind.SERVER_BACK,
                    NotificationKind.CLOCK_DIFFERS),
            value -> constant(NotificationKind.class, value), kind -> new TextNode(kind.name()));
    private final ObjectProperty<Boolean> toast = flag("toast", true);
    private final ObjectProperty<Boolean> system = flag("system", true);
    private final ObjectProperty<Boolean> sound = flag("sound", false);
    private final ObjectProperty<Boolean> failureWindow = flag("failureWindow", true);
    private final ObjectProperty<Boolean> troubleDialog = flag("troubleDialog", true);
    private final ObjectProperty<String> quietFrom = text("quietFrom", "", TimeOfDay::usableOrEmpty);
    private final ObjectProperty<String> quietTo = text("quietTo", "", TimeOfDay::usableOrEmpty);
    private final ObjectProperty<Instant> quietUntil = instant("quietUntil", Instant.EPOCH);
    private final ObjectProperty<Instant> certificatesFrom = instant("certificatesFrom", Instant.EPOCH);
    private final ObjectProperty<String> ruleCommand = text("ruleCommand", "", _ -> true);
    private final ObjectProperty<String> ruleWebhook = text("ruleWebhook", "", NotificationSettings::webhookOrEmpty);
    private final ObjectProperty<String> ruleSecret = text("ruleSecret", "", _ -> true);
    private final ObservableSet<JobKey> mutedJobs = jobs("mutedJobs");
    private final ObservableSet<String> mutedAgents = texts("mutedAgents");
    private final ObservableSet<String> mutedErrors = texts("mutedErrors");
    private final ObservableSet<ServerAddress> mutedServers = set("mutedServers", Set.of(),
            SettingsGroup::address, server -> new TextNode(server.toString()));
    private final ObservableSet<JobKey> tellEnd = jobs("tellEnd");

    NotificationSettings() {
    }

    /**
     * {@return whether a text is an address that may be told what rules found: https, or this computer; or empty}
     *
     * @param text any
     */
    public static boolean webhookOrEmpty(String text) {
        try {
            URI address = new URI(text);
            String host = address.getHost();
            boolean here = host != null && (host.equals("localhost") || host.equals("[::1]")
                    || host.matches("127(\\.\\d{1,3}){3}"));
            return text.isEmpty()
                    || host != null && address.getPort() <= HIGHEST_PORT && ("https".equals(address.getScheme())
                            || "http".equals(address.getScheme()) && here);
        } catch (URISyntaxException _) {
            return false;
        }
    }

    /** {@return of what} */
    public ObservableSet<NotificationKind> kinds() {
        return kinds;
    }

    /** {@return whether in a corner of the window} */
    public ObjectProperty<Boolean> toastProperty() {
        return toast;
    }

    /** {@return whether by the desktop} */
    public ObjectProperty<Boolean> systemProperty() {
        return system;
    }

    /** {@return whether with a sound} */
    public ObjectProperty<Boolean> soundProperty() {
        return sound;
    }

    /** {@return the program, and its arguments, that is run when a rule holds; or empty} */
    public ObjectProperty<String> ruleCommandProperty() {
        return ruleCommand;
    }

    /** {@return the address that is told when a rule holds, or empty} */
    public ObjectProperty<String> ruleWebhookProperty() {
        return ruleWebhook;
    }

    /** {@return what is signed with that is told to that address, or empty} */
    public ObjectProperty<String> ruleSecretProperty() {
        return ruleSecret;
    }

    /** {@return whether the window of failures opens by itself} */
    public ObjectProperty<Boolean> failureWindowProperty() {
        return failureWindow;
    }

    /** {@return whether a dialog says, once a kind, what is wrong with a server} */
    public ObjectProperty<Boolean> troubleDialogProperty() {
        return troubleDialog;
    }

    /** {@return the time of day when quiet begins, such as {@code 22:00}, or empty for never} */
    public ObjectProperty<String> quietFromProperty() {
        return quietFrom;
    }

    /** {@return when it ends, or empty} */
    public ObjectProperty<String> quietToProperty() {
        return quietTo;
    }

    /** {@return jobs of which nothing is told} */
    public ObservableSet<JobKey> mutedJobs() {
        return mutedJobs;
    }

    /** {@return agents of whose jobs nothing is told} */
    public ObservableSet<String> mutedAgents() {
        return mutedAgents;
    }

    /** {@return what the errors have in common of which nothing is told} */
    public ObservableSet<String> mutedErrors() {
        return mutedErrors;
    }

    /** {@return servers of which nothing is told} */
    public ObservableSet<ServerAddress> mutedServers() {
        return mutedServers;
    }

    /** {@return jobs whose end is told, whatever it is} */
    public ObservableSet<JobKey> tellEnd() {
        return tellEnd;
    }

    /**
     * Has what is said of a server hold for another address of it.
     *
     * @param before its address until now
     * @param after its address from now on
     */
    public void move(ServerAddress before, ServerAddress after) {
        if (mutedServers.remove(before)) {
            mutedServers.add(after);
        }
        for (ObservableSet<JobKey> jobs : List.of(mutedJobs, tellEnd)) {
            List<JobKey> its = jobs.stream().filter(job -> job.server().equals(before)).toList();
            its.forEach(job -> jobs.add(new JobKey(after, job.id())));
            jobs.removeAll(its);
        }
    }

    /**
     * Forgets what is said of a server and its jobs.
     *
     * @param server its address
     */
    public void forget(ServerAddress server) {
        mutedServers.remove(server);
        mutedJobs.removeIf(job -> job.server().equals(server));
        tellEnd.removeIf(job -> job.server().equals(server));
    }

    /**
     * {@return whether the user wants to hear nothing at a time}
     *
     * @param now when
     * @param zone the user's
     */
    public boolean quietAt(Instant now, ZoneId zone) {
        // What is further away comes of a clock that was wrong.
        boolean quietForNow = now.isBefore(quietUntil.get())
                && quietUntil.get().isBefore(now.plus(LONGEST_QUIET));
        return quietForNow || TimeOfDay.isRange(quietFrom.get(), quietTo.get())
                && TimeOfDay.within(quietFrom.get(), quietTo.get(), now, zone);
    }

    /** {@return from when on it is said again that certificates soon expire} */
    public ObjectProperty<Instant> certificatesFromProperty() {
        return certificatesFrom;
    }

    /** {@return until when the user wants to hear nothing; long ago for not at all} */
    public ObjectProperty<Instant> quietUntilProperty() {
        return quietUntil;
    }

    /**
     * {@return whether nothing is told of a job}
     *
     * @param job which
     * @param agent its agent, or null
     * @param error of a failed one what its error has in common with others, else null
     */
    public boolean mutes(JobKey job, String agent, String error) {
        return whyMuted(job, agent, error).isPresent();
    }

    /**
     * {@return why nothing is told of a job, the widest reason first, or nothing when it is}
     *
     * @param job which
     * @param agent its agent, or null
     * @param error of a failed one what its error has in common with others, else null
     */
    public Optional<MuteReason> whyMuted(JobKey job, String agent, String error) {
        if (mutedServers.contains(job.server())) {
            return Optional.of(MuteReason.SERVER);
        }
        if (mutedAgents.contains(agent)) {
            return Optional.of(MuteReason.AGENT);
        }
        if (mutedErrors.contains(error)) {
            return Optional.of(MuteReason.ERROR);
        }
        return mutedJobs.contains(job) ? Optional.of(MuteReason.JOB) : Optional.empty();
    }

    /** Why nothing is told of a job. */
    public enum MuteReason {
        /** Its server is muted. */
        SERVER,
        /** Its agent is. */
        AGENT,
        /** Its kind of error is. */
        ERROR,
        /** The job itself is. */
        JOB
    }

    /**
     * Has something done whenever what is said of single jobs, agents, servers and errors changes.
     *
     * @param action to do, not at once
     * @return what ends it
     */
    public Subscription subscribe(Runnable action) {
        return Stream.of(tellEnd, mutedJobs, mutedAgents, mutedErrors, mutedServers)
                .map(set -> set.subscribe(action)).reduce(Subscription.EMPTY, Subscription::and);
    }
}
