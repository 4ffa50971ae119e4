package dev.jobglass.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.StreamEvent;
import dev.jobglass.api.StreamEvent.Heartbeat;
import dev.jobglass.api.StreamEvent.Progressed;
import dev.jobglass.api.StreamEvent.Turned;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamRelayTest {
    private final List<StreamEvent> told = new ArrayList<>();
    private final List<Runnable> soon = new ArrayList<>();
    private final StreamRelay relay = new StreamRelay(told::add, soon::add);

    private void pass() {
        List<Runnable> due = List.copyOf(soon);
        soon.clear();
        due.forEach(Runnable::run);
    }

    @Test
    void ofManyEventsTheNewestIsTold() {
        for (int i = 0; i < 1_000_000; i++) {
            relay.accept(new Progressed(i % 100.0, "step " + i));
        }
        assertThat(soon).hasSize(1);
        pass();
        assertThat(told).containsExactly(new Progressed(99.0, "step 999999"));
    }

    @Test
    void aStepAloneLosesNoPercentageAndTheOtherWayRound() {
        relay.accept(new Progressed(10.0, "one"));
        relay.accept(new Progressed(20.0, null));
        relay.accept(new Progressed(null, "two"));
        pass();
        relay.accept(new Progressed(null, "three"));
        pass();
        assertThat(told).containsExactly(new Progressed(20.0, "two"), new Progressed(null, "three"));
    }

    @Test
    void aTurnIsNeverLostAndToldOnce() {
        relay.accept(new Turned());
        relay.accept(new Progressed(20.0, null));
        relay.accept(new Turned());
        relay.accept(new Heartbeat());
        pass();
        assertThat(told).containsExactly(new Progressed(20.0, null), new Turned());
    }

    @Test
    void aHeartbeatAloneIsToldAndTheEndLeavesNothingBehind() {
        relay.accept(new Heartbeat());
        pass();
        relay.accept(new Turned());
        relay.passOn();
        pass();
        assertThat(told).containsExactly(new Heartbeat(), new Turned());
        assertThat(soon).isEmpty();
    }
}
