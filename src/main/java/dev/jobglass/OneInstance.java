package dev.jobglass;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One window for each folder of settings: a second start hands over what it was asked to do, and ends. They meet at a
 * socket in a folder that only its owner can enter. Whoever holds the lock beside it is the one; the system gives the
 * lock back however that process ends.
 */
final class OneInstance implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(OneInstance.class.getName());
    private static final String DONE = "done";
    /** Hundreds of thousands of ids; nobody means more. */
    private static final int LONGEST_REQUEST = 16 * 1024 * 1024;

    private final FileChannel lockFile;
    private final ServerSocketChannel socket;
    private final Path address;

    private OneInstance(FileChannel lockFile, ServerSocketChannel socket, Path address) {
        this.lockFile = lockFile;
        this.socket = socket;
        this.address = address;
    }

    /**
     * What a second start was asked to do.
     *
     * @param server the base address it named, or empty
     * @param watchScreen whether it wanted the watch screen
     * @param jobs ids and status URLs, any text
     */
    record Request(String server, boolean watchScreen, String jobs) {
        private String text() {
            return server + "\n" + watchScreen + "\n" + jobs;
        }

        private static Request of(String text) {
            String[] parts = text.split("\n", 3);
            return new Request(parts[0], parts.length > 1 && Boolean.parseBoolean(parts[1]),
                    parts.length > 2 ? parts[2] : "");
        }
    }

    /**
     * Hands a request to the instance that runs already. Blocks for as long as that takes to take it.
     *
     * @param folder of the settings
     * @return whether there is one and it has taken it
     */
    static boolean handOver(Path folder, Request request) {
        Path address = place(folder).resolve("socket");
        if (!Files.exists(address)) {
            return false;
        }
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(address));
                OutputStream out = Channels.newOutputStream(channel);
                InputStream in = Channels.newInputStream(channel)) {
            out.write(request.text().getBytes(StandardCharsets.UTF_8));
            channel.shutdownOutput();
            return DONE.equals(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException _) {
            return false; // left over from one that was killed
        }
    }

    /**
     * Becomes the instance for a folder, unless there is one.
     *
     * @param folder of the settings
     * @param taker takes requests, on a thread of its own
     * @return the claim to be closed, or nothing when there is another or the platform cannot do it
     */
    static Optional<OneInstance> claim(Path folder, Consumer<Request> taker) {
        Path address = place(folder).resolve("socket");
        try {
            ownersOnly(place(folder));
            FileChannel lockFile = FileChannel.open(place(folder).resolve("lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            FileLock lock = lockFile.tryLock();
            if (lock == null) {
                lockFile.close();
                return Optional.empty();
            }
            Files.deleteIfExists(address);
            ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            socket.bind(UnixDomainSocketAddress.of(address));
            OneInstance one = new OneInstance(lockFile, socket, address);
            Thread.ofPlatform().daemon().name("second starts").start(() -> one.listen(taker));
            return Optional.of(one);
        } catch (IOException | UnsupportedOperationException e) {
            LOG.log(System.Logger.Level.WARNING, "A second start will open a window of its own: {0}", e.toString());
            return Optional.empty();
        }
    }

    private static Path place(Path folder) {
        return folder.resolve("instance");
    }

    private static void ownersOnly(Path place) throws IOException {
        if (Files.isDirectory(place)) {
            return;
        }
        Files.createDirectories(place.getParent());
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectory(place,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectory(place);
        }
    }

    private void listen(Consumer<Request> taker) {
        while (socket.isOpen()) {
            try (SocketChannel channel = socket.accept();
                    InputStream in = Channels.newInputStream(channel);
                    OutputStream out = Channels.newOutputStream(channel)) {
                taker.accept(Request.of(new String(in.readNBytes(LONGEST_REQUEST), StandardCharsets.UTF_8)));
                out.write(DONE.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                if (socket.isOpen()) {
                    LOG.log(System.Logger.Level.WARNING, "A second start broke off: {0}", e.toString());
                }
            }
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
            Files.deleteIfExists(address);
            lockFile.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "Cannot tidy up {0}: {1}", address, e.toString());
        }
    }
}
