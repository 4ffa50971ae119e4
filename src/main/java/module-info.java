/** Jobglass, a desktop monitor for asynchronous AI-agent jobs. */
module dev.jobglass {
    requires com.fasterxml.jackson.databind;
    requires java.net.http;
    requires javafx.controls;
}
