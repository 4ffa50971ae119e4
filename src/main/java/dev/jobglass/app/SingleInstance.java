package dev.jobglass.app;

import dev.jobglass.ui.main.StartRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * One window for each folder of settings: a second start hands over what it was asked to do, and ends. They meet at a
 * socket in a folder that only its owner can enter. Whoever holds the lock beside it is the one; the system gives the
 * lock back however that process ends.
 */
public final class SingleInstance implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SingleInstance.class.getName());
    private static final String DONE = "done";
    private static final String FAILED = "failed";
    /** For one that runs to take a request. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** Hundreds of thousands of ids; nobody means more. */
    private static final int LONGEST_REQUEST = 16 * 1024 * 1024;
    /** Of a request as it is sent. */
    private static final int LINES = 10;

    private final FileChannel lockFile;
    private final ServerSocketChannel socket;
    private final Path address;
    private final ThisUser user;

    private SingleInstance(FileChannel lockFile, ServerSocketChannel socket, Path address, ThisUser user) {
        this.lockFile = lockFile;
        this.socket = socket;
        this.address = address;
        this.user = user;
    }

    /** A line for each, but for the last, which may have several. */
    private static String text(StartRequest request) {
        return String.join("\n", String.join(" ", request.servers()), request.key(),
                Boolean.toString(request.watchScreen()), Boolean.toString(request.readOnly()),
                Boolean.toString(request.background()),
                Integer.toString(request.screen()), request.theme(), request.link().replace('\n', ' '),
                request.filter().replace('\n', ' '), request.jobs());
    }

    /** Reads what {@link #text} wrote, or whatever else came. */
    static StartRequest request(String text) throws IOException {
        String[] lines = text.split("\n", LINES);
        if (lines.length < LINES || !lines[5].matches("\\d")) {
            throw new IOException("not a request");
        }
        return new StartRequest(lines[0].isEmpty() ? List.of() : List.of(lines[0].split(" ")), lines[1],
                Boolean.parseBoolean(lines[2]), Boolean.parseBoolean(lines[3]),
                Boolean.parseBoolean(lines[4]), Integer.parseInt(lines[5]), lines[6], lines[7], lines[8], lines[9]);
    }

    /**
     * Hands a request to the instance that runs already. Blocks until that has taken it, or is given up on.
     *
     * @param folder of the settings
     * @param user whose instance it must be
     * @return whether there is one that listens and it has taken it
     * @throws IOException when it could not do what it was asked; a {@link ThisUser.Distrust} when somebody else may
     *         listen there, and nothing was handed over
     * @throws TimeoutException when there is one that hangs
     */
    static boolean handOver(Path folder, ThisUser user, StartRequest request)
            throws IOException, TimeoutException {
        Path address = place(folder).resolve("socket");
        if (!Files.exists(address, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        String answer;
        try (SocketChannel channel = trusted(address, user)) {
            FutureTask<String> said = new FutureTask<>(() -> said(channel, request));
            Thread.startVirtualThread(said);
            answer = said.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS); // closing the channel ends it
        } catch (ThisUser.Distrust e) {
            throw e;
        } catch (IOException | ExecutionException _) {
            return false; // left over from one that was killed
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
        if (answer.equals(FAILED)) {
            throw new IOException("The open window could not do what this start asks for");
        }
        return answer.equals(DONE);
    }

    /** Checked before and after, for the place may change hands in between. */
    private static SocketChannel trusted(Path address, ThisUser user) throws IOException {
        user.checkClosed(address.getParent());
        user.checkOwn(address);
        SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(address));
        try {
            user.checkPeer(channel);
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static String said(SocketChannel channel, StartRequest request) throws IOException {
        ByteBuffer text = ByteBuffer.wrap(text(request).getBytes(StandardCharsets.UTF_8));
        while (text.hasRemaining()) { // a socket takes no more at once than it has room for
            channel.write(text);
        }
        channel.shutdownOutput();
        return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
    }

    /**
     * Becomes the instance for a folder, unless there is one. It is to {@link #listen} once it can do what others ask:
     * until then they see that it is starting, and wait.
     *
     * @param folder of the settings
     * @param user whose instance it is, and who alone may ask it for something
     * @return the claim to be closed, or nothing when there is another
     * @throws IOException when the platform or the folder cannot do it, or somebody else may have a hand in it
     */
    static Optional<SingleInstance> claim(Path folder, ThisUser user) throws IOException {
        Path address = place(folder).resolve("socket");
        Optional<ThisUser.Distrust> wasOpen = ownersOnly(place(folder), user);
        Path lock = place(folder).resolve("lock");
        user.checkOwn(lock);
        FileChannel lockFile = FileChannel.open(lock, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS), user.forFile());
        try {
            if (lockFile.tryLock() == null) {
                lockFile.close();
                if (wasOpen.isPresent()) {
                    throw wasOpen.get(); // who knows who holds it
                }
                return Optional.empty();
            }
            clear(address, user);
            return Optional.of(new SingleInstance(lockFile, ServerSocketChannel.open(StandardProtocolFamily.UNIX),
                    address, user));
        } catch (IOException | UnsupportedOperationException e) {
            lockFile.close(); // nobody could reach whoever holds it
            throw e instanceof IOException known ? known : new IOException(e);
        }
    }

    private static Path place(Path folder) {
        return folder.resolve("instance");
    }

    /** {@return why it could not be trusted until now, if so} */
    private static Optional<ThisUser.Distrust> ownersOnly(Path place, ThisUser user) throws IOException {
        Files.createDirectories(place.getParent(), user.forFolder());
        if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectory(place, user.forFolder());
        }
        user.checkOwn(place);
        try {
            user.checkClosed(place);
            return Optional.empty();
        } catch (ThisUser.Distrust e) {
            user.close(place);
            user.checkClosed(place);
            return Optional.of(e);
        }
    }

    /** Removes what one that was killed left behind, or somebody else put there. */
    private static void clear(Path address, ThisUser user) throws IOException {
        try {
            user.checkOwn(address);
        } catch (ThisUser.Distrust e) {
            LOG.log(System.Logger.Level.WARNING, "{0}; nothing was handed over to it, and it is removed",
                    e.getMessage());
        }
        Files.deleteIfExists(address);
    }

    /**
     * Takes requests from now on.
     *
     * @param taker takes them, each on a thread of its own; when it returns, the request is fulfilled
     */
    void listen(Consumer<StartRequest> taker) {
        try {
            socket.bind(UnixDomainSocketAddress.of(address));
            Thread.ofPlatform().daemon().name("second starts").start(() -> accept(taker));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "A second start will open a window of its own: {0}", e.toString());
            close(); // nobody could reach whoever holds it
        }
    }

    private void accept(Consumer<StartRequest> taker) {
        try {
            while (socket.isOpen()) {
                SocketChannel channel = socket.accept();
                // Each on its own: one that says nothing keeps nobody waiting.
                Thread.startVirtualThread(() -> take(channel, taker));
            }
        } catch (IOException e) {
            if (socket.isOpen()) {
                LOG.log(System.Logger.Level.WARNING, "A second start will open a window of its own: {0}",
                        e.toString());
            }
        }
    }

    private void take(SocketChannel channel, Consumer<StartRequest> taker) {
        try (channel;
                InputStream in = Channels.newInputStream(channel);
                OutputStream out = Channels.newOutputStream(channel)) {
            user.checkPeer(channel);
            StartRequest request = request(new String(in.readNBytes(LONGEST_REQUEST), StandardCharsets.UTF_8));
            out.write(answer(request, taker).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "A second start was not heard: {0}", e.toString());
        }
    }

    /** Without an answer the other would take it that nobody listens yet, and ask again. */
    private static String answer(StartRequest request, Consumer<StartRequest> taker) {
        try {
            taker.accept(request);
            return DONE;
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "What a second start asked for could not be done", e);
            return FAILED;
        }
    }

    /** Takes no more requests; the place is not free yet. */
    void stopListening() {
        try {
            socket.close();
            Files.deleteIfExists(address);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "Cannot tidy up {0}: {1}", address, e.toString());
        }
    }

    @Override
    public void close() {
        stopListening();
        try {
            lockFile.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "Cannot tidy up {0}: {1}", address, e.toString());
        }
    }
}
