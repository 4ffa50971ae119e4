package dev.jobglass.desktop;

import java.io.IOException;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What speaks to a desktop of the test's own, over a real bus. */
abstract class BusTest {
    TestBus daemon;
    MessageBus bus;

    @BeforeEach
    void openBus() throws Exception {
        daemon = TestBus.open();
        bus = MessageBus.open(daemon.address());
    }

    @AfterEach
    void closeBus() throws IOException {
        bus.close();
        daemon.close();
    }

    /** Has a service there, of another program. */
    void serve(DBusInterface service, String name) throws Exception {
        DBusConnection desktop = daemon.connect();
        desktop.exportObject(service);
        desktop.requestBusName(name);
    }
}
