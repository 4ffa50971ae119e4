package dev.jobglass.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.jobglass.api.JobKey;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.settings.NotificationKind;
import dev.jobglass.settings.NotificationSettings;
import dev.jobglass.settings.Settings;
import dev.jobglass.testing.Servers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotificationPolicyTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private static final ServerAddress SERVER = Servers.address("a");

    private final NotificationSettings chosen = new Settings().notifications();
    private int told;
    private final NotificationPolicy discretion = new NotificationPolicy(chosen, ZoneOffset.UTC);

    private static NotificationEvent news(NotificationKind kind, String job) {
        return new NotificationEvent(kind, SERVER, job.isEmpty() ? "Team A" : "", job, "recipe:news", "It broke");
    }

    private List<Notification> after(int seconds) {
        return discretion.due(NOON.plusSeconds(seconds));
    }

    private void take(NotificationKind kind, String job) {
        discretion.take(news(kind, job), NOON);
    }

    @Test
    void aFailureIsToldWithItsWordsAMomentLater() {
        take(NotificationKind.FAILED, "run_1");
        assertThat(after(1)).isEmpty();
        assertThat(after(2)).containsExactly(new Notification(NotificationKind.FAILED, "Job failed: recipe:news",
                "It broke · run_1", List.of(new JobKey(SERVER, "run_1")), SERVER, "recipe:news"));
        assertThat(after(3)).isEmpty();
    }

    @Test
    void aServerThatIsLostAgainSoonIsToldOnceThatIsWorthIt() {
        take(NotificationKind.SERVER_LOST, "");
        assertThat(after(2)).hasSize(1);
        discretion.take(news(NotificationKind.SERVER_BACK, ""), NOON.plusSeconds(30));
        assertThat(after(32)).hasSize(1);
        discretion.take(news(NotificationKind.SERVER_LOST, ""), NOON.plusSeconds(60));
        assertThat(after(62)).as("too soon").isEmpty();
        discretion.take(news(NotificationKind.SERVER_BACK, ""), NOON.plusSeconds(90));
        discretion.take(news(NotificationKind.SERVER_LOST, ""), NOON.plusSeconds(120));
        assertThat(after(590)).isEmpty();
        after(600);
        assertThat(after(603)).extracting(Notification::kind).as("it is lost still")
                .containsExactly(NotificationKind.SERVER_LOST);
        assertThat(after(1_300)).isEmpty();
    }

    @Test
    void aServerThatIsBackBeforeThatIsNotTold() {
        take(NotificationKind.SERVER_LOST, "");
        assertThat(after(2)).hasSize(1);
        discretion.take(news(NotificationKind.SERVER_BACK, ""), NOON.plusSeconds(30));
        assertThat(after(32)).hasSize(1);
        discretion.take(news(NotificationKind.SERVER_LOST, ""), NOON.plusSeconds(60));
        discretion.take(news(NotificationKind.SERVER_BACK, ""), NOON.plusSeconds(90));
        assertThat(after(700)).isEmpty();
        assertThat(after(703)).isEmpty();
    }

    @Test
    void whatNobodyChoseIsNotTold() {
        take(NotificationKind.SUCCEEDED, "run_1");
        take(NotificationKind.STALLED, "run_1");
        assertThat(after(2)).isEmpty();
        chosen.kinds().add(NotificationKind.SUCCEEDED);
        chosen.kinds().remove(NotificationKind.FAILED);
        take(NotificationKind.SUCCEEDED, "run_1");
        take(NotificationKind.FAILED, "run_2");
        assertThat(after(4)).extracting(Notification::kind).containsExactly(NotificationKind.SUCCEEDED);
    }

    @Test
    void aStormIsFolded() {
        for (int i = 0; i < 13; i++) {
            take(NotificationKind.FAILED, "run_" + i);
        }
        take(NotificationKind.SERVER_LOST, "");
        assertThat(after(2)).extracting(Notification::text).containsExactly(
                "It broke · run_0\n12 more jobs failed", "It broke · Team A");
    }

    @Test
    void thatAServerIsBackIsToldAsOftenAsThatItWasLost() {
        take(NotificationKind.SERVER_BACK, "");
        assertThat(after(2)).as("of what nobody was told").isEmpty();
        take(NotificationKind.SERVER_LOST, "");
        assertThat(after(2)).hasSize(1);
        take(NotificationKind.SERVER_BACK, "");
        assertThat(after(2)).hasSize(1);
        take(NotificationKind.SERVER_LOST, "");
        take(NotificationKind.SERVER_BACK, "");
        assertThat(after(2)).as("so soon after").isEmpty();
    }

    @Test
    void differentRulesAreToldApart() {
        for (int i = 0; i < 4; i++) {
            for (String rule : List.of("One", "Other")) {
                discretion.take(new NotificationEvent(NotificationKind.RULE, null, "", "", "", rule + " " + i, rule),
                        NOON);
            }
        }
        assertThat(after(5)).extracting(Notification::text).hasSize(2)
                .anyMatch(text -> text.contains("One 0")).anyMatch(text -> text.contains("Other 0"));
    }

    @Test
    void whatIsFoldedIsOfAnAgentAndAServerOnlyIfAllOfItIs() {
        for (int i = 0; i < 4; i++) {
            take(NotificationKind.FAILED, "run_" + i);
        }
        assertThat(after(2)).extracting(Notification::agent, Notification::server)
                .containsExactly(tuple("recipe:news", SERVER));
        for (String agent : List.of("a", "a", "a", "b")) {
            ServerAddress server = agent.equals("a") ? SERVER : Servers.address("b");
            discretion.take(new NotificationEvent(NotificationKind.FAILED, server, "", "run_" + agent + told++, agent,
                    ""), NOON.plusSeconds(10));
        }
        assertThat(after(12)).extracting(Notification::agent, Notification::server)
                .containsExactly(tuple("", null));
    }

    @Test
    void aFewAreToldOneByOne() {
        take(NotificationKind.FAILED, "run_1");
        take(NotificationKind.FAILED, "run_2");
        take(NotificationKind.FAILED, "run_3");
        assertThat(after(2)).hasSize(3);
    }

    @Test
    void theSameIsNotToldOverAndOver() {
        chosen.kinds().add(NotificationKind.STALLED);
        take(NotificationKind.STALLED, "run_1");
        assertThat(after(2)).hasSize(1);
        discretion.take(news(NotificationKind.STALLED, "run_1"), NOON.plusSeconds(300));
        discretion.take(news(NotificationKind.STALLED, "run_2"), NOON.plusSeconds(300));
        assertThat(after(302)).extracting(Notification::text).containsExactly("It broke · run_2");
        discretion.take(news(NotificationKind.STALLED, "run_1"), NOON.plusSeconds(600));
        assertThat(after(602)).hasSize(1);
    }

    @Test
    void aClockThatIsSetBackHoldsNothingUp() {
        take(NotificationKind.FAILED, "run_1");
        Instant back = NOON.minus(Duration.ofDays(1));
        assertThat(discretion.due(back)).isEmpty();
        assertThat(discretion.due(back.plusSeconds(3))).hasSize(1);
        discretion.take(news(NotificationKind.FAILED, "run_1"), back.plusSeconds(4));
        discretion.take(news(NotificationKind.FAILED, "run_2"), back.plusSeconds(4));
        assertThat(discretion.due(back.plusSeconds(7))).extracting(Notification::text)
                .containsExactly("It broke · run_2");
    }

    @Test
    void jobsAgentsAndServersAreMuted() {
        chosen.mutedJobs().add(new JobKey(SERVER, "run_1"));
        take(NotificationKind.FAILED, "run_1");
        assertThat(after(2)).isEmpty();
        chosen.mutedJobs().clear();
        chosen.mutedAgents().add("recipe:news");
        take(NotificationKind.FAILED, "run_2");
        assertThat(after(2)).isEmpty();
        chosen.mutedAgents().clear();
        chosen.mutedServers().add(SERVER);
        take(NotificationKind.FAILED, "run_3");
        take(NotificationKind.SERVER_LOST, "");
        assertThat(after(2)).isEmpty();
        take(NotificationKind.ENDED, "run_3");
        assertThat(after(2)).as("asked for by name").hasSize(1);
    }

    @Test
    void aMutedJobIsThatOfOneServer() {
        chosen.mutedJobs().add(new JobKey(Servers.address("other"), "run_1"));
        take(NotificationKind.FAILED, "run_1");
        assertThat(after(2)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"11:00, 13:00, true", "12:00, 13:00, true", "11:00, 12:00, false", "22:00, 06:00, false",
            "22:00, 12:30, true", "12:00, 12:00, false", "x, 13:00, false", "'', '', false"})
    void nothingIsToldInQuietHours(String from, String to, boolean quiet) {
        chosen.quietFromProperty().set(from);
        chosen.quietToProperty().set(to);
        take(NotificationKind.FAILED, "run_1");
        assertThat(after(2).isEmpty()).isEqualTo(quiet);
    }

    @Test
    void whatWasAskedForByNameWaitsForTheEndOfQuiet() {
        chosen.quietFromProperty().set("11:00");
        chosen.quietToProperty().set("13:00");
        take(NotificationKind.ENDED, "run_1");
        take(NotificationKind.FAILED, "run_2");
        assertThat(after(3_599)).isEmpty();
        assertThat(after(3_600)).extracting(Notification::kind).containsExactly(NotificationKind.ENDED);
    }

    @Test
    void noIdReachesTheScreenRaw() {
        discretion.take(new NotificationEvent(NotificationKind.FAILED, SERVER, "", "run\u202E_1\n", "", ""),
                NOON);
        assertThat(after(2)).extracting(Notification::title, Notification::text)
                .containsExactly(tuple("Job failed: run_1", "run_1"));
    }
}
