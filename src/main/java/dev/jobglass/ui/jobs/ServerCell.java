package dev.jobglass.ui.jobs;

import dev.jobglass.model.JobSnapshot;
import dev.jobglass.text.PlainText;

/** What the user calls the server. */
final class ServerCell extends JobCell {
    @Override
    void show(JobSnapshot view) {
        setText(job().map(job -> PlainText.line(job.server().name())).orElse(""));
        setAccessibleText(getText());
        tip(getText());
    }
}
