package dev.jobglass.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobKey;
import dev.jobglass.api.JobState;
import dev.jobglass.desktop.DesktopNotifications.Action;
import dev.jobglass.desktop.DesktopNotifications.Message;
import dev.jobglass.desktop.DesktopNotifications.Urgency;
import dev.jobglass.model.Job;
import dev.jobglass.model.PollReport;
import dev.jobglass.settings.NotificationKind;
import dev.jobglass.testing.Fx;
import dev.jobglass.text.Bidi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a desktop is given to show, what can be done about it there, and when it is taken away. */
class DesktopMessagesTest extends NotificationsFixture {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final List<Message> messages = new ArrayList<>();
    private final List<Message> closed = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private DesktopChannel channel;

    @BeforeEach
    void open() throws Exception {
        Fx.run(() -> channel = new DesktopChannel((message, untold) -> {
            messages.add(message);
            untold.run();
            return () -> closed.add(message);
        }, workspace, clock, chosen, new DesktopChannel.Actions(job -> done.add("show " + job.id()),
                () -> done.add("open"), () -> done.add("untold"),
                jobs -> done.add("dismissed " + jobs.stream().map(Job::id).toList()))));
        shown("a", JobState.RUNNING);
        shown("b", JobState.RUNNING);
    }

    @AfterEach
    void closeChannel() throws Exception {
        Fx.run(channel::close);
    }

    private Message tell(NotificationKind kind, String agent, String... jobs) throws Exception {
        List<JobKey> keys = Stream.of(jobs).map(id -> new JobKey(board.address(), id)).toList();
        Fx.run(() -> channel.tell(new Notification(kind, "title", "text", keys, board.address(), agent)));
        return messages.getLast();
    }

    private void choose(Message message, String action) throws Exception {
        done.clear();
        Fx.run(() -> message.actions().stream().filter(one -> one.text().equals(action)).findFirst().orElseThrow()
                .run().run());
    }

    @Test
    void ofAFailureTheJobIsShownItIsDismissedOrItsAgentMuted() throws Exception {
        shown("a", JobState.FAILED);
        Message message = tell(NotificationKind.FAILED, "news", "a");
        assertThat(message.title()).isEqualTo(Bidi.line("title"));
        assertThat(message.text()).isEqualTo(Bidi.line("text"));
        assertThat(done).containsExactly("untold");
        assertThat(message.actions()).extracting(Action::text).containsExactly("Show job", "Dismiss",
                "No notifications of this agent");
        choose(message, "Show job");
        assertThat(done).containsExactly("show a");
        choose(message, "Dismiss");
        assertThat(done).containsExactly("dismissed [a]");
        assertThat(workspace.failures()).isEmpty();
        choose(message, "Dismiss");
        assertThat(done).as("there is nothing left").isEmpty();
        choose(message, "No notifications of this agent");
        assertThat(chosen.mutedAgents()).containsExactly("news");
    }

    @Test
    void aClickLeadsToTheFirstJobThatIsThereOrElseToTheWindow() throws Exception {
        Message message = tell(NotificationKind.SUCCEEDED, "", "gone", "b");
        done.clear();
        Fx.run(message.clicked());
        assertThat(done).containsExactly("show b");
        assertThat(message.actions()).extracting(Action::text).containsExactly("Show job");
        done.clear();
        Fx.run(tell(NotificationKind.SERVER_BACK, "").clicked());
        assertThat(done).containsExactly("untold", "open");
        assertThat(messages.getLast().actions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"RULE, CRITICAL", "RULE_NOT_TOLD, CRITICAL", "FAILED, NORMAL", "STALLED, NORMAL", "OVERDUE, NORMAL",
            "SERVER_LOST, NORMAL", "CLOCK_DIFFERS, NORMAL", "SUCCEEDED, LOW", "ENDED, LOW", "ALL_DONE, LOW",
            "SERVER_BACK, LOW"})
    void eachKindIsAsUrgentAsItIs(NotificationKind kind, Urgency urgency) throws Exception {
        assertThat(tell(kind, "").urgency()).isEqualTo(urgency);
    }

    @Test
    void aFailureGoesWhenAllItsJobsAreReadOrRunAgain() throws Exception {
        shown("a", JobState.FAILED);
        shown("b", JobState.FAILED);
        Message message = tell(NotificationKind.FAILED, "", "a", "b");
        after(SECOND);
        assertThat(closed).isEmpty();
        Fx.run(() -> workspace.actions().dismiss(List.of(job("a")), ""));
        after(SECOND);
        assertThat(closed).isEmpty();
        shown("b", JobState.RUNNING);
        after(SECOND);
        after(SECOND);
        assertThat(closed).as("once").containsExactly(message);
    }

    @Test
    void aLostServerGoesWhenItIsBackOrWatchedNoMore() throws Exception {
        apply(PollReport.Reach.DOWN);
        Message lost = tell(NotificationKind.SERVER_LOST, "");
        after(SECOND);
        assertThat(closed).isEmpty();
        apply(PollReport.Reach.UP);
        after(SECOND);
        assertThat(closed).containsExactly(lost);
        apply(PollReport.Reach.DOWN);
        Message again = tell(NotificationKind.SERVER_LOST, "");
        Fx.run(() -> workspace.remove(workspace.servers().getFirst()));
        after(SECOND);
        assertThat(closed).containsExactly(lost, again);
        Fx.run(() -> channel.tell(new Notification(NotificationKind.SERVER_LOST, "several", "")));
        after(SECOND);
        assertThat(closed).as("of none in particular").hasSize(2);
    }

    @Test
    void aJobThatStandsStillOrRunsLongGoesWhenItDoesNotAnyMore() throws Exception {
        now = now.plus(Duration.ofMinutes(10));
        shown("a", JobState.RUNNING); // as it was before
        Message stalled = tell(NotificationKind.STALLED, "", "a");
        after(SECOND);
        assertThat(closed).isEmpty();
        shown("a", JobState.SUCCEEDED);
        after(SECOND);
        assertThat(closed).containsExactly(stalled);
        Message overdue = tell(NotificationKind.OVERDUE, "", "b");
        after(SECOND);
        assertThat(closed).as("it is none").containsExactly(stalled, overdue);
    }

    @Test
    void whatHasNoEndStays() throws Exception {
        for (NotificationKind kind : List.of(NotificationKind.SUCCEEDED, NotificationKind.RULE,
                NotificationKind.ALL_DONE)) {
            tell(kind, "");
        }
        after(SECOND);
        assertThat(closed).isEmpty();
    }

    @Test
    void theNewestHundredAreFollowedUntilItIsClosed() throws Exception {
        shown("a", JobState.FAILED);
        Message first = tell(NotificationKind.FAILED, "", "a");
        for (int i = 0; i < 100; i++) {
            tell(NotificationKind.FAILED, "", "a");
        }
        shown("a", JobState.RUNNING);
        after(SECOND);
        assertThat(closed).hasSize(100).noneMatch(message -> message == first);
        tell(NotificationKind.FAILED, "", "a");
        Fx.run(channel::close);
        after(SECOND);
        assertThat(closed).hasSize(100);
    }
}
