package dev.jobglass.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Asks one connection for rows. A value may be a list of values. For one thread at a time; blocks. */
final class Select {
    private final Connection connection;

    Select(Connection connection) {
        this.connection = connection;
    }

    /** Makes something of a row. */
    interface Mapping<T> {
        /** {@return what a row says, or null when it makes no sense and is passed over} */
        T map(ResultSet row) throws SQLException;
    }

    /** Takes a row as it is. */
    interface RowTaker {
        void take(ResultSet row) throws SQLException;
    }

    /** {@return the places for the values of a list, between the brackets of {@code IN (…)}} */
    static String places(List<?> list) {
        return String.join(", ", Collections.nCopies(list.size(), "?"));
    }

    void forEach(String sql, RowTaker taker, Object... values) throws SQLException {
        visit(sql, row -> {
            taker.take(row);
            return null;
        }, _ -> {
        }, values);
    }

    <T> List<T> list(String sql, Mapping<T> mapping, Object... values) throws SQLException {
        List<T> found = new ArrayList<>();
        visit(sql, mapping, found::add, values);
        return found;
    }

    <T> void visit(String sql, Mapping<T> mapping, Consumer<T> taker, Object... values) throws SQLException {
        visitWhile(sql, mapping, row -> {
            taker.accept(row);
            return true;
        }, values);
    }

    /** Ends with the last row, or when {@code taker} wants no more. */
    <T> void visitWhile(String sql, Mapping<T> mapping, Predicate<T> taker, Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int place = 0;
            for (Object value : values) {
                for (Object one : value instanceof List<?> list ? list : List.of(value)) {
                    statement.setObject(++place, one);
                }
            }
            try (ResultSet rows = statement.executeQuery()) {
                boolean more = true;
                while (more && rows.next()) {
                    T row = mapping.map(rows);
                    more = row == null || taker.test(row);
                }
            }
        }
    }
}
