package dev.jobglass.api;

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
}
