package dev.jobglass.ui.insights;

import dev.jobglass.history.Insights.Slot;
import dev.jobglass.text.Messages;
import dev.jobglass.ui.common.LazyTooltip;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * When runs end: a square for each hour of each weekday, the greener the more, red where more of them fail than
 * elsewhere.
 */
final class HeatMap {
    private static final int HOURS = 24;
    private static final int LEVELS = 4;
    /** The least part of the runs that makes an hour red when it fails; half of them always does. */
    private static final double FAILING = 0.2;
    private static final double HALF = 0.5;
    /** So much more than over all must fail. */
    private static final double MORE = 1.5;
    /** Fewer may be chance. */
    private static final int FEW = 3;
    /** Of every so many hours the number is written. */
    private static final int HOURS_BETWEEN = 6;

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final GridPane pane;
    private final Label words;
    private final String legend;
    /** In the order of the rows. */
    private final List<DayOfWeek> days = new ArrayList<>();
    /** The square that the keyboard is on, or would be. */
    private int row;
    private int hour;
    private Region chosen;
    private final Region[][] squares = new Region[DayOfWeek.values().length][HOURS];
    private final int[][] runs = new int[DayOfWeek.values().length][HOURS];
    private final int[][] failed = new int[DayOfWeek.values().length][HOURS];

    /** Fills an empty pane; the words say what is in the square that the keyboard is on, or else what they say now. */
    HeatMap(GridPane pane, Label words) {
        this.pane = pane;
        this.words = words;
        this.legend = words.getText();
        pane.getStyleClass().add("heat-map");
        pane.setFocusTraversable(true);
        pane.focusedProperty().addListener(_ -> tell());
        pane.addEventHandler(KeyEvent.KEY_PRESSED, this::move);
        pane.getColumnConstraints().add(new ColumnConstraints());
        for (int hour = 0; hour < HOURS; hour++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHgrow(Priority.ALWAYS);
            pane.getColumnConstraints().add(column);
            if (hour % HOURS_BETWEEN == 0) {
                pane.add(label(Messages.of("insights.hour", hour)), hour + 1, 0, HOURS_BETWEEN, 1);
            }
        }
        DayOfWeek first = WeekFields.of(Messages.locale()).getFirstDayOfWeek();
        for (int row = 0; row < squares.length; row++) {
            DayOfWeek day = first.plus(row);
            days.add(day);
            pane.add(label(day.getDisplayName(TextStyle.SHORT_STANDALONE, Messages.locale())), 0, row + 1);
            for (int hour = 0; hour < HOURS; hour++) {
                pane.add(square(day, hour), hour + 1, row + 1);
            }
        }
    }

    private static Label label(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("subtle");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private Region square(DayOfWeek day, int hour) {
        Region square = new Region();
        square.getStyleClass().add("heat");
        squares[day.ordinal()][hour] = square;
        LazyTooltip.install(square, () -> inside(day, hour));
        return square;
    }

    private String inside(DayOfWeek day, int hour) {
        return Messages.of("insights.heat.tip", day.getDisplayName(TextStyle.FULL_STANDALONE, Messages.locale()),
                hour, hour + 1, runs[day.ordinal()][hour], failed[day.ordinal()][hour]);
    }

    /** From square to square, within the week. */
    private void move(KeyEvent event) {
        int forward = pane.getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT ? -1 : 1;
        int right = switch (event.getCode()) {
            case RIGHT -> forward;
            case LEFT -> -forward;
            default -> 0;
        };
        int down = switch (event.getCode()) {
            case DOWN -> 1;
            case UP -> -1;
            default -> 0;
        };
        if (right != 0 || down != 0) {
            hour = Math.clamp(hour + right, 0, HOURS - 1);
            row = Math.clamp(row + down, 0, days.size() - 1);
            tell();
            event.consume();
        }
    }

    /** Which square the keyboard is on, if it is on any, and what is in it. */
    private void tell() {
        Region now = pane.isFocused() ? squares[days.get(row).ordinal()][hour] : null;
        if (chosen != null) {
            chosen.pseudoClassStateChanged(CHOSEN, false);
        }
        if (now != null) {
            now.pseudoClassStateChanged(CHOSEN, true);
        }
        chosen = now;
        String told = now == null ? legend : Messages.joined(inside(days.get(row), hour).split("\n"));
        words.setText(told);
        pane.setAccessibleText(told);
    }

    /** Shows half hours of a range as hours of the week in a zone. */
    void show(List<Slot> slots, ZoneId zone) {
        for (int day = 0; day < squares.length; day++) {
            runs[day] = new int[HOURS];
            failed[day] = new int[HOURS];
        }
        for (Slot slot : slots) {
            ZonedDateTime time = slot.from().atZone(zone);
            runs[time.getDayOfWeek().ordinal()][time.getHour()] += slot.runs();
            failed[time.getDayOfWeek().ordinal()][time.getHour()] += slot.failed();
        }
        int most = LEVELS; // a few runs are not many
        for (int[] day : runs) {
            for (int hour : day) {
                most = Math.max(most, hour);
            }
        }
        double failing = (double) slots.stream().mapToInt(Slot::failed).sum()
                / Math.max(1, slots.stream().mapToInt(Slot::runs).sum());
        for (int day = 0; day < squares.length; day++) {
            for (int hour = 0; hour < HOURS; hour++) {
                squares[day][hour].getStyleClass().setAll("heat",
                        level(runs[day][hour], failed[day][hour], most, failing));
            }
        }
        tell();
    }

    /** {@code failing} is the part that fails over all. */
    private static String level(int runs, int failed, int most, double failing) {
        if (runs == 0) {
            return "heat-none";
        }
        boolean many = failed == runs || failed >= FEW && failed >= runs * Math.clamp(failing * MORE, FAILING, HALF);
        return many ? "heat-failing" : "heat-" + Math.ceilDiv(runs * LEVELS, most);
    }
}
