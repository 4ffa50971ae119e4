package dev.jobglass.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Few combinations of values in which any two values of different factors meet: what breaks by one value, or by two
 * together, is found by them as by all combinations.
 */
final class AllPairs {
    private AllPairs() {
    }

    /** A value of a factor, both by number. */
    private record Value(int factor, int number) {
    }

    private record Pair(Value one, Value other) {
    }

    /**
     * {@return combinations, each with the number of a value for each factor}
     *
     * @param sizes how many values each factor has
     */
    static List<int[]> of(int... sizes) {
        Set<Pair> left = new HashSet<>();
        for (int a = 0; a < sizes.length; a++) {
            for (int b = a + 1; b < sizes.length; b++) {
                for (int i = 0; i < sizes[a]; i++) {
                    for (int j = 0; j < sizes[b]; j++) {
                        left.add(new Pair(new Value(a, i), new Value(b, j)));
                    }
                }
            }
        }
        List<int[]> combinations = new ArrayList<>();
        Map<Value, Integer> used = new HashMap<>();
        while (!left.isEmpty()) {
            int[] next = next(left, used, sizes);
            pairs(next).forEach(left::remove);
            for (int factor = 0; factor < sizes.length; factor++) {
                used.merge(new Value(factor, next[factor]), 1, Integer::sum);
            }
            combinations.add(next);
        }
        return combinations;
    }

    /** {@return all combinations}, as {@link #of} does some */
    static List<int[]> all(int... sizes) {
        List<int[]> combinations = List.of(new int[sizes.length]);
        for (int factor = 0; factor < sizes.length; factor++) {
            List<int[]> longer = new ArrayList<>();
            for (int[] one : combinations) {
                for (int value = 0; value < sizes[factor]; value++) {
                    int[] next = one.clone();
                    next[factor] = value;
                    longer.add(next);
                }
            }
            combinations = longer;
        }
        return combinations;
    }

    /**
     * Begins with a pair that is left, and gives each other factor the value that meets most others anew; of several
     * such the one that was used least, so that all come about as often.
     */
    private static int[] next(Set<Pair> left, Map<Value, Integer> used, int[] sizes) {
        Pair first = left.stream().min((a, b) -> key(a).compareTo(key(b))).orElseThrow();
        int[] next = new int[sizes.length];
        Arrays.fill(next, -1);
        next[first.one().factor()] = first.one().number();
        next[first.other().factor()] = first.other().number();
        for (int factor = 0; factor < sizes.length; factor++) {
            if (next[factor] < 0) {
                long most = -1;
                int fewest = 0;
                int best = 0;
                for (int value = 0; value < sizes[factor]; value++) {
                    next[factor] = value;
                    long meets = pairs(next).stream().filter(left::contains).count();
                    int uses = used.getOrDefault(new Value(factor, value), 0);
                    if (meets > most || meets == most && uses < fewest) {
                        fewest = uses;
                        most = meets;
                        best = value;
                    }
                }
                next[factor] = best;
            }
        }
        return next;
    }

    private static String key(Pair pair) {
        return "%03d %03d %03d %03d".formatted(pair.one().factor(), pair.other().factor(), pair.one().number(),
                pair.other().number());
    }

    private static List<Pair> pairs(int[] combination) {
        List<Pair> pairs = new ArrayList<>();
        for (int a = 0; a < combination.length; a++) {
            for (int b = a + 1; b < combination.length; b++) {
                if (combination[a] >= 0 && combination[b] >= 0) {
                    pairs.add(new Pair(new Value(a, combination[a]), new Value(b, combination[b])));
                }
            }
        }
        return pairs;
    }
}
