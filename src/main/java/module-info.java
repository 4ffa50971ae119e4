/** Jobglass, a desktop monitor for asynchronous AI-agent jobs. */
module dev.jobglass {
    requires atlantafx.base;
    requires com.fasterxml.jackson.databind;
    requires info.picocli;
    requires java.desktop;
    requires java.logging;
    requires java.management;
    requires java.net.http;
    requires java.sql;
    requires javafx.controls;
    requires javafx.fxml;
    requires jdk.httpserver;
    requires jdk.net;
    requires org.commonmark;
    requires org.controlsfx.controls;
    requires org.xerial.sqlitejdbc;

    exports dev.jobglass to javafx.graphics;

    opens dev.jobglass to info.picocli;
    opens dev.jobglass.details to javafx.fxml;
    opens dev.jobglass.failures to javafx.fxml;
    opens dev.jobglass.historywindow to javafx.fxml;
    opens dev.jobglass.dashboard to javafx.fxml;
    opens dev.jobglass.watchscreen to javafx.fxml;
    opens dev.jobglass.settings to com.fasterxml.jackson.databind;
}
