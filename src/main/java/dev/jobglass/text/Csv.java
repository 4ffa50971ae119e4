package dev.jobglass.text;

import java.util.List;
import java.util.stream.Collectors;

/** CSV as in RFC 4180; a value that a spreadsheet would run as a formula begins with an apostrophe. */
public final class Csv {
    private Csv() {
    }

    /**
     * {@return one record with its line end}
     *
     * @param values in their order, none null
     */
    public static String line(List<String> values) {
        return values.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    /** {@return a value that no spreadsheet runs as a formula} */
    static String harmless(String value) {
        return !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }

    private static String cell(String value) {
        String harmless = harmless(value);
        return harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + harmless.replace("\"", "\"\"") + '"'
                : harmless;
    }
}
