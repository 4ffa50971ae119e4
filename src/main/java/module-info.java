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
    requires org.commonmark.ext.gfm.tables;
    requires org.controlsfx.controls;
    requires org.freedesktop.dbus;
    requires org.freedesktop.dbus.transport.jre;
    requires org.xerial.sqlitejdbc;

    exports dev.jobglass.app to javafx.graphics;

    opens dev.jobglass.app to info.picocli;
    opens dev.jobglass.cli to info.picocli;
    exports dev.jobglass.desktop to org.freedesktop.dbus;
    opens dev.jobglass.desktop to org.freedesktop.dbus;
    opens dev.jobglass.settings to com.fasterxml.jackson.databind;
    opens dev.jobglass.ui.common to javafx.fxml;
    opens dev.jobglass.ui.details to javafx.fxml;
    opens dev.jobglass.ui.failures to javafx.fxml;
    opens dev.jobglass.ui.history to javafx.fxml;
    opens dev.jobglass.ui.insights to javafx.fxml;
    opens dev.jobglass.ui.jobs to javafx.fxml;
    opens dev.jobglass.ui.main to javafx.fxml;
    opens dev.jobglass.ui.mini to javafx.fxml;
    opens dev.jobglass.ui.servers to javafx.fxml;
    opens dev.jobglass.ui.watchscreen to javafx.fxml;
}
