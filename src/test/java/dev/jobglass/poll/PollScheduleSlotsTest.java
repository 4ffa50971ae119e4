package dev.jobglass.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who has the slots for requests, and who gives way when others wait. */
class PollScheduleSlotsTest extends PollScheduleFixture {
    @Test
    void atMostSixteenInFlight() {
        IntStream.range(0, 40).forEach(i -> schedule.watch("j" + i, now, now));

        assertThat(due()).hasSize(16);
        assertThat(due()).isEmpty();
        running("j3", 1, 5);
        assertThat(due()).hasSize(1);
    }

    @Test
    void silentQuestionsGiveWayWhenOthersWait() {
        ask("quick");
        health.took(SECOND / 10);
        running("quick", 1, 5);
        IntStream.range(0, 20).forEach(i -> schedule.watch("hangs" + i, now, now));
        assertThat(due()).hasSize(16);
        after(5);
        running("hangs0", 1, 60); // the server does answer
        assertThat(due()).hasSize(1);
        List<String> given = schedule.takeGivingWay(now);

        assertThat(given).hasSize(15).doesNotContain("hangs0", "quick").allMatch(id -> id.startsWith("hangs"));
        assertThat(schedule.takeGivingWay(now)).as("once").isEmpty();
        String hangs = given.getFirst();
        assertThat(schedule.inFlight(hangs)).isFalse();
        assertThat(secondsUntilDue(hangs)).isBetween(2.0, 2.5);
        assertThat(due()).contains("quick");
        after(3);
        due();
        assertThat(given).as("they may hold a quarter of the slots").filteredOn(schedule::inFlight).hasSize(4);
    }

    @Test
    void jobsThatHangNeverTakeAllPlaces() {
        IntStream.range(0, 100).forEach(i -> schedule.watch("hangs" + i, now, now));
        schedule.watch("well", now, now);
        running("well", 1, 1);
        for (int i = 0; i < 100; i++) {
            due().stream().filter(id -> !id.equals("well")).forEach(id -> schedule.failed(id, RESET, now));
            running("well", i, 1);
            after(1);
        }
        // Now all hundred hang: a quarter of the places is theirs, the rest free.
        due();
        assertThat(schedule.inFlight()).isLessThanOrEqualTo(5);
        after(1);
        running("well", 101, 1);
        after(1);
        assertThat(due()).contains("well");
    }

    @Test
    void noneGivesWayBeforeItsPatienceEndsOrWhileNobodyWaits() {
        ask("quick");
        health.took(SECOND / 5); // eight times that are 1.6 s
        running("quick", 1, 60);
        IntStream.range(0, 16).forEach(i -> schedule.watch("hangs" + i, now, now));
        due();
        after(1.5);
        running("hangs0", 1, 60);
        after(2);
        assertThat(schedule.takeGivingWay(now)).as("nobody waits").isEmpty();
        IntStream.range(0, 3).forEach(i -> schedule.watch("waits" + i, now, now));
        assertThat(due()).hasSize(1);
        assertThat(schedule.takeGivingWay(now)).hasSize(15).doesNotContain("waits0");
    }

    @Test
    void aPageOfTheListTakesASlotLikeAnyOther() {
        assertThat(schedule.slots().any()).isFalse();
        schedule.slots().takeForList();
        assertThat(schedule.slots().any()).isTrue();
        IntStream.range(0, 20).forEach(i -> schedule.watch("j" + i, now, now));
        assertThat(due()).hasSize(15);
        assertThat(schedule.slots().full()).isTrue();
        assertThat(schedule.inFlight()).isEqualTo(15);
        schedule.slots().freeFromList();
        assertThat(due()).hasSize(1);
        assertThat(schedule.slots().any()).isTrue();
    }

    @Test
    void whoWaitsForASlotIsLookedAtSoonThoughNothingElseIsDue() {
        IntStream.range(0, 17).forEach(i -> schedule.watch("j" + i, now, now));
        due();
        assertThat(schedule.nextWake(now)).isEqualTo(now + SECOND / 4);
    }

    @Test
    void waitsForSlotsWhenAllAreTakenAndOthersAreDue() {
        for (int i = 0; i < 16; i++) {
            schedule.watch("j" + i, now, now);
        }
        due();
        assertThat(schedule.waitsForSlots(now)).isFalse();
        schedule.watch("one more", now, now);
        assertThat(schedule.waitsForSlots(now)).isTrue();
        running("j0", 1, 5);
        assertThat(schedule.waitsForSlots(now)).isFalse();
    }

    @Test
    void doubtfulOnesThatWaitForAPlaceDelayNobody() {
        IntStream.range(0, 20).forEach(i -> schedule.watch("hangs" + i, now, now));
        schedule.watch("well", now, now);
        running("well", 1, 1);
        due().forEach(id -> schedule.failed(id, RESET, now));
        due().forEach(id -> schedule.failed(id, RESET, now));
        running("well", 2, 60);
        after(59.9);
        due();

        assertThat(schedule.nextWake(now) - now).isEqualTo(SECOND / 10);
    }
}
