package dev.jobglass.ui.common;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.Window;

/** What is as wide as its place and can be scrolled up and down. JavaFX thread only. */
public final class Scrolling {
    private Scrolling() {
    }

    /**
     * {@return a pane in which to scroll to what there is not room for}
     *
     * @param content wraps at any width
     * @param styleClass of the pane
     */
    public static ScrollPane down(Node content, String styleClass) {
        ScrollPane scroll = new ScrollPane(content) {
            @Override
            protected double computePrefHeight(double width) {
                // A dialog gives its content as much as that prefers, whatever the most is.
                double most = getMaxHeight() > 0 ? getMaxHeight() : Double.MAX_VALUE;
                return Math.min(super.computePrefHeight(width), most);
            }
        };
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add(styleClass);
        return scroll;
    }

    /**
     * Scrolls so that a part of what a pane shows is seen.
     *
     * @param scroll as {@link #down} makes it
     * @param part in its content, at any depth
     */
    public static void show(ScrollPane scroll, Node part) {
        double hidden = scroll.getContent().getLayoutBounds().getHeight() - scroll.getViewportBounds().getHeight();
        double top = scroll.getContent().sceneToLocal(part.localToScene(part.getBoundsInLocal())).getMinY();
        if (hidden > 0) {
            scroll.setVvalue(Math.min(1, top / hidden));
        }
    }

    /** {@return whether a row of a list, tree or table is seen, at least in part; never in a window that is closed} */
    public static boolean inView(Control list, int row) {
        return shown(list) && list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                && flow.getVisibleCell(row) != null;
    }

    /** In a closed window new rows would find no colours. */
    private static boolean shown(Control list) {
        Window window = list.getScene() == null ? null : list.getScene().getWindow();
        return window != null && window.isShowing();
    }

    /**
     * Has a row of a list, tree or table seen whole, scrolling no further than that needs, but to the beginning where
     * that shows it; in a closed window nothing.
     *
     * @param list laid out as it is now
     * @param row its number; where there is no such row nothing is done
     */
    public static void keepInView(Control list, int row) {
        scroll(list, flow -> {
            if (row >= 0 && row < flow.getCellCount()) {
                flow.scrollTo(flow.getVisibleCell(row) == null && row < wholeRows(flow) ? 0 : row);
            }
        });
    }

    /** {@return how many rows there is room for} */
    private static int wholeRows(VirtualFlow<?> flow) {
        IndexedCell<?> first = flow.getFirstVisibleCell();
        return first == null ? 0 : (int) (flow.getHeight() / first.getHeight());
    }

    /**
     * Moves the rows of a list, tree or table; in a closed window nothing.
     *
     * @param list laid out as it is now
     * @param pixels how far down it scrolls, or up with less than 0
     */
    public static void by(Control list, double pixels) {
        scroll(list, flow -> flow.scrollPixels(pixels));
    }

    private static void scroll(Control list, Consumer<VirtualFlow<?>> how) {
        if (shown(list) && list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            style(list);
            how.accept(flow);
        }
    }

    /**
     * Has a table begin with a row, as far as there are others below it.
     *
     * @param table perhaps not shown yet; of one that is not any more nothing moves
     * @param row its number; with less than 0 nothing is done
     */
    public static void to(TableView<?> table, int row) {
        if (row < 0) {
            return;
        }
        if (shown(table)) {
            style(table);
            table.scrollTo(row);
        } else if (table.getSkin() == null) { // else its rows would look for colours in vain
            table.scrollTo(row);
        }
    }

    /** New rows would look for colours of a theme that is about to change. */
    private static void style(Control list) {
        list.getScene().getRoot().applyCss();
    }
}
