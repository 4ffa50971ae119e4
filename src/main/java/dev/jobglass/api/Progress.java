package dev.jobglass.api;

import java.util.Objects;

/**
 * How far a job has come.
 *
 * @param percentage 0 to 100, or null when the server gave none that can be believed
 * @param currentStep what the job says it is doing, any Unicode at all, or null; of a very long one the beginning
 * @param stepsCompleted not negative, or null
 * @param stepsTotal not negative, or null
 */
public record Progress(Double percentage, String currentStep, Integer stepsCompleted, Integer stepsTotal) {
    /** Nothing known. */
    public static final Progress NONE = new Progress(null, null, null, null);
    private static final int LONGEST_STEP = 1_000;

    /** Bounds the step. */
    public Progress {
        currentStep = Excerpt.beginning(currentStep, LONGEST_STEP);
    }

    /** As that of any record, which is slow for the JVM's first compiler; this is asked with each answer. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Progress(var otherPercentage, var otherStep, var otherCompleted, var otherTotal)
                && Objects.equals(percentage, otherPercentage) && Objects.equals(currentStep, otherStep)
                && Objects.equals(stepsCompleted, otherCompleted) && Objects.equals(stepsTotal, otherTotal);
    }

    @Override
    public int hashCode() {
        return Objects.hash(percentage, currentStep, stepsCompleted, stepsTotal);
    }
}
