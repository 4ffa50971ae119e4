package dev.jobglass.dashboard;

import dev.jobglass.board.Board;
import dev.jobglass.board.Now;
import dev.jobglass.board.ServerView;
import dev.jobglass.board.text.Times;
import java.time.Duration;
import javafx.beans.value.ObservableIntegerValue;
import javafx.scene.control.Label;

/** The line at the bottom: how many jobs, how punctual the polls, how old the last answer. */
final class StatusLine {
    private final Label counts;
    private final Label polls;
    private final Label answer;
    private final Board board;
    private final ObservableIntegerValue shown;
    private final Now now;

    StatusLine(Label counts, Label polls, Label answer, Board board, ObservableIntegerValue shown, Now now) {
        this.counts = counts;
        this.polls = polls;
        this.answer = answer;
        this.board = board;
        this.shown = shown;
        shown.addListener((_, _, _) -> show());
        this.now = now;
        board.serverProperty().addListener((_, _, _) -> show());
        board.revisionProperty().addListener((_, _, _) -> show());
        now.timeProperty().addListener((_, _, _) -> show());
        show();
    }

    private void show() {
        ServerView server = board.serverProperty().get();
        String all = Texts.of("status.counts", board.jobs().size(), server.live());
        boolean filtered = shown.get() < board.jobs().size();
        counts.setText(filtered ? Texts.of("status.shown", shown.get(), board.jobs().size()) + " · " + all : all);
        polls.setText(server.latenessP99() == null
                ? ""
                : Texts.of("status.polls", server.latenessP99().toMillis(), server.pollsPerSecond()));
        answer.setText(server.lastAnswer() == null
                ? Texts.of("status.noAnswer")
                : Texts.of("status.answer", Times.duration(age(server))));
    }

    private Duration age(ServerView server) {
        Duration age = Duration.between(server.lastAnswer(), now.get());
        return age.isNegative() ? Duration.ZERO : age; // answers may be younger than the last tick of the clock
    }
}
