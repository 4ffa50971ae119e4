package dev.jobglass.desktop;

import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;

/** Properties that others can read and nobody but us can change. */
abstract class ReadOnlyProperties implements Properties {
    @Override
    @SuppressWarnings("unchecked") // the library wants a variant here, whatever A is
    public <A> A Get(String interfaceName, String name) {
        return (A) GetAll(interfaceName).getOrDefault(name, new Variant<>(""));
    }

    @Override
    public <A> void Set(String interfaceName, String name, A value) {
        // Nothing of it is anybody else's to change.
    }
}
