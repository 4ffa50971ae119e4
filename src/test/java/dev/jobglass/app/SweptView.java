package dev.jobglass.app;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What a user can have before their eyes, and how to get there from the dashboard. */
enum SweptView {
    DASHBOARD(_ -> {
    }), FAILED_JOB(SweptProgram::selectFailed), SEVERAL_JOBS(SweptProgram::selectSome), CHIPS(program -> {
        program.filter("run older:1s");
        program.click("#tileFailed");
    }), NO_MATCH(program -> program.filter("state:running nothing")), GROUPS(SweptProgram::group), COMPACT(
            SweptProgram::compact),
    UNDO(program -> {
        program.selectFailed();
        program.key("Delete");
    }), WATCH_JOB(program -> program.key("Shortcut+N")), SERVER(
            program -> program.item("#server", "otherServer")),
    CANCEL(program -> {
        program.selectSome();
        program.key("Shortcut+Shift+X");
    }), DELETE(program -> {
        program.selectSome();
        program.key("Shift+Delete");
    }), PALETTE(program -> program.key("Shortcut+K")), SETTINGS(
            program -> program.key("Shortcut+Comma")),
    HISTORY(
            program -> program.key("Shortcut+H")),
    FAILURES(program -> {
        program.selectFailed();
        program.key("Enter");// in a narrow window the details come first
        program.key("Enter");
    }), ABOUT(program -> program.item("#menu", "about")), WATCH_SCREEN(
            program -> program.key("F11"));

    /** They have windows of their own size. */
    private static final Set<SweptView> DIALOGS = Set.of(WATCH_JOB, SERVER, CANCEL, DELETE, PALETTE, SETTINGS, HISTORY,
            FAILURES, ABOUT);

    private final Consumer<SweptProgram> open;

    SweptView(Consumer<SweptProgram> open) {
        this.open = open;
    }

    void open(SweptProgram program) {
        open.accept(program);
    }

    boolean dialog() {
        return DIALOGS.contains(this);
    }

    static List<SweptView> all() {
        return List.of(values());
    }
}
