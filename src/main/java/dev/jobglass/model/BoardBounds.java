package dev.jobglass.model;

import java.util.ArrayList;
import java.util.List;

/** How much a board holds, so that months of jobs need no more memory than days. JavaFX thread only. */
final class BoardBounds {
    /** A tenth too many, so that the long list is not gone through for each. */
    private static final int ROOM_FOR_TRIMMING = 10;
    /** In characters: of a hundred thousand jobs each may have an error of some thousand. */
    private static final long MOST_TEXT = 64_000_000;

    private BoardBounds() {
    }

    /**
     * {@return those that have been over for longest, when there are a good many too many or their texts are too long;
     * never one whose failure is open}
     *
     * @param most how many that are over may stay, positive
     */
    static List<Job> tooMany(BoardJobs jobs, OpenFailures failures, int most) {
        int over = jobs.over() - failures.open().size();
        if (over <= most + most / ROOM_FOR_TRIMMING && jobs.textLength() <= MOST_TEXT) {
            return List.of();
        }
        List<Job> oldest = new ArrayList<>();
        long text = jobs.textLength();
        for (Job job : jobs.all().stream().filter(job -> job.view().state().over() && !job.view().failureOpen())
                .sorted(JobOrder.BY_END).toList()) {
            if (over - oldest.size() <= most && text <= MOST_TEXT - MOST_TEXT / ROOM_FOR_TRIMMING) {
                break;
            }
            oldest.add(job);
            text -= job.view().textLength();
        }
        return oldest;
    }
}
