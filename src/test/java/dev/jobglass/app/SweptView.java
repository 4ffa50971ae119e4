package dev.jobglass.app;

import java.util.EnumSet;
import java.util.Set;
import javafx.stage.Window;

/** What a user can have before their eyes, and how to get there from the dashboard. */
enum SweptView {
    DASHBOARD, FAILED_JOB, SEVERAL_JOBS, VIEWS, CHIPS, NO_MATCH, GROUPS, COMPACT, UNDO, TOASTS, WATCH_JOB, NEW_RUN,
    SERVER, NETWORK,
    CANCEL, DELETE, SAVE_VIEW, MANAGE_VIEWS, RULES, RULE, PALETTE, SETTINGS, HISTORY, INSIGHTS, FAILURES, RESULTS,
    MINI, CLOSING, ABOUT,
    WATCH_SCREEN;

    /** They have windows of their own size. */
    private static final Set<SweptView> DIALOGS = EnumSet.range(WATCH_JOB, ABOUT);

    /** {@return whether all of it is there once it is open: the settings come section by section} */
    boolean whole() {
        return this != SETTINGS || Window.getWindows().stream()
                .anyMatch(window -> window.getScene().lookup("#importSettings") != null);
    }

    void open(SweptProgram program) {
        switch (this) {
            case DASHBOARD -> {
                // is there
            }
            case FAILED_JOB -> program.selectFailed();
            case SEVERAL_JOBS -> program.selectSome();
            case VIEWS -> {
                program.saveViews();
                program.filter("run");
            }
            case CHIPS -> {
                program.filter("run older:1s");
                program.click("#tileFailed");
            }
            case NO_MATCH -> program.filter("state:running nothing");
            case GROUPS -> program.group();
            case COMPACT -> program.compact();
            case UNDO -> {
                program.selectFailed();
                program.key("Delete");
            }
            case TOASTS -> program.undoBesideToasts();
            case WATCH_JOB -> program.key("Shortcut+N");
            case NEW_RUN -> program.key("Shortcut+Shift+N");
            case SERVER -> program.item("#server", "otherServer");
            case NETWORK -> {
                program.item("#server", "otherServer");
                program.expand("#serverNetwork");
            }
            case CANCEL -> {
                program.selectSome();
                program.key("Shortcut+Shift+X");
            }
            case DELETE -> {
                program.selectSome();
                program.key("Shift+Delete");
            }
            case SAVE_VIEW -> program.key("Shortcut+S");
            case MANAGE_VIEWS -> {
                program.saveViews();
                program.item("#viewsMenu", "manageViews");
            }
            case RULES -> program.showRules();
            case RULE -> {
                program.showRules();
                program.clickAnywhere("#rule-new");
            }
            case PALETTE -> program.key("Shortcut+K");
            case SETTINGS -> program.key("Shortcut+Comma");
            case HISTORY -> program.key("Shortcut+H");
            case INSIGHTS -> program.key("Shortcut+I");
            case FAILURES -> {
                program.selectFailed();
                program.key("Enter"); // in a narrow window the details come first
                program.key("Enter");
            }
            case MINI -> program.key("Shortcut+M");
            case CLOSING -> program.close(program.windows().getFirst());
            case RESULTS -> program.results();
            case ABOUT -> program.item("#menu", "about");
            case WATCH_SCREEN -> program.key("F11");
        }
    }

    boolean dialog() {
        return DIALOGS.contains(this);
    }
}
