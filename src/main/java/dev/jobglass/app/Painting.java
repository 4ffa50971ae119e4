package dev.jobglass.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Chooses whether the graphics card or the processor paints. On Linux JavaFX starts faster and takes less memory with
 * the processor, which is quick enough up to a size; a card pays on larger screens. Elsewhere JavaFX knows best.
 */
final class Painting {
    /** By which JavaFX is told; a user's word goes before ours. */
    private static final String ORDER = "prism.order";
    /** Between the widest screens of desks and those called 4K. */
    private static final long MANY_PIXELS = 5_000_000;
    /** What virtual machines have in place of a card: behind it the processor paints, and by a detour. */
    private static final Set<String> NO_CARDS = Set.of("virtio_gpu", "virtio-pci", "vmwgfx", "qxl", "bochs-drm",
            "cirrus",
            "simple-framebuffer", "vkms", "vgem", "hyperv_drm", "vboxvideo", "ast", "mgag200");

    private Painting() {
    }

    /**
     * Chooses; before JavaFX starts.
     *
     * @param osName as in the system property {@code os.name}
     * @param graphics where Linux tells of cards and screens, {@code /sys/class/drm}
     */
    static void choose(String osName, Path graphics) {
        if (osName.equals("Linux") && System.getProperty(ORDER) == null) {
            System.setProperty(ORDER, order(graphics));
        }
    }

    /** {@return what JavaFX is to try, the first first} */
    static String order(Path graphics) {
        try {
            return hasCard(graphics) && largestScreen(graphics) > MANY_PIXELS ? "es2,sw" : "sw";
        } catch (IOException | UncheckedIOException _) {
            return "sw"; // nothing is told, as in a container
        }
    }

    private static List<Path> devices(Path graphics, String names) throws IOException {
        try (Stream<Path> all = Files.list(graphics)) {
            return all.filter(path -> path.getFileName().toString().matches(names)).toList();
        }
    }

    private static boolean hasCard(Path graphics) throws IOException {
        for (Path device : devices(graphics, "renderD\\d+")) {
            Path driver = device.resolve("device/driver").toRealPath().getFileName();
            if (!NO_CARDS.contains(driver.toString())) {
                return true;
            }
        }
        return false;
    }

    /** {@return its pixels; 0 when none is connected} */
    private static long largestScreen(Path graphics) throws IOException {
        long largest = 0;
        for (Path screen : devices(graphics, "card\\d+-.+")) {
            // The mode that a screen likes best comes first; without one there is no screen.
            String mode = Files.readString(screen.resolve("modes")).lines().findFirst().orElse("");
            if (mode.matches("\\d{1,5}x\\d{1,5}.*")) {
                String[] sides = mode.split("\\D");
                largest = Math.max(largest, Long.parseLong(sides[0]) * Long.parseLong(sides[1]));
            }
        }
        return largest;
    }
}
