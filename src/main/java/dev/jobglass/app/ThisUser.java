package dev.jobglass.app;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.Set;
import jdk.net.ExtendedSocketOptions;

/**
 * The user that the program runs for, and what is that user's alone. Its complaints are whole sentences without a full
 * stop. Safe for use by any thread.
 *
 * @param principal null where the system knows no owners and modes as POSIX has them; there only links are refused,
 *        since the folders for a user's files are closed to others by themselves
 */
record ThisUser(UserPrincipal principal) {
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    /** What belongs to somebody else, or where somebody else can have had a hand in. */
    static final class Distrust extends IOException {
        private static final long serialVersionUID = 1L;

        private Distrust(String message) {
            super(message);
        }

        @Override
        public String toString() {
            return getMessage(); // plain enough for the log
        }
    }

    /**
     * {@return the user of this process}
     *
     * @throws IOException when there is no folder for temporary files
     */
    static ThisUser find() throws IOException {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return new ThisUser(null);
        }
        // The name of a user may be unknown, as in a container; what one makes belongs to one all the same.
        Path made = Files.createTempFile("jobglass", null);
        try {
            return new ThisUser(Files.getOwner(made, LinkOption.NOFOLLOW_LINKS));
        } finally {
            Files.delete(made);
        }
    }

    private boolean posix() {
        return principal != null;
    }

    /** {@return what a folder is to be made with, so that it is never open to others} */
    FileAttribute<?>[] forFolder() {
        return attributes(FOLDER);
    }

    /** {@return what a file is to be made with, so that it is never open to others} */
    FileAttribute<?>[] forFile() {
        return attributes(FILE);
    }

    private FileAttribute<?>[] attributes(Set<PosixFilePermission> mode) {
        return posix()
                ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(mode)}
                : new FileAttribute<?>[0];
    }

    /**
     * Checks that a file, socket or folder is this user's and no link; one that is not there passes.
     *
     * @throws Distrust when it is another's or a link
     * @throws IOException when that cannot be told
     */
    void checkOwn(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            throw new Distrust(path + " is a link");
        }
        checkOwner(path);
    }

    private void checkOwner(Path path) throws IOException {
        try {
            if (posix() && !Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).equals(principal)) {
                throw new Distrust(path + " belongs to another user");
            }
        } catch (NoSuchFileException _) {
            // Nothing there can harm nobody.
        }
    }

    /**
     * Checks that a folder is this user's; a link does when it is this user's and leads to a folder of this user, since
     * some keep their settings elsewhere so.
     *
     * @throws Distrust when it is another's
     * @throws IOException when that cannot be told
     */
    void checkOwnOrLinked(Path folder) throws IOException {
        checkOwner(folder);
        checkOwner(folder.toRealPath());
    }

    /**
     * Checks that a folder is a real one, this user's, and that nobody else can enter it.
     *
     * @throws Distrust when it is not
     * @throws IOException when that cannot be told, as when there is none
     */
    void checkClosed(Path folder) throws IOException {
        checkOwn(folder);
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new Distrust(folder + " is no folder");
        }
        if (posix() && !FOLDER.containsAll(Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS))) {
            throw new Distrust(folder + " is open to other users");
        }
    }

    /**
     * Closes a file or a folder of this user to all others.
     *
     * @throws IOException when that cannot be done
     */
    void close(Path own) throws IOException {
        if (posix()) {
            Set<PosixFilePermission> mode = EnumSet.copyOf(FOLDER);
            mode.retainAll(Files.getPosixFilePermissions(own, LinkOption.NOFOLLOW_LINKS));
            Files.setPosixFilePermissions(own, mode);
        }
    }

    /**
     * Checks that the process at the other end runs for this user too, where the system can tell.
     *
     * @throws Distrust when it does not
     * @throws IOException when the connection is lost
     */
    void checkPeer(SocketChannel channel) throws IOException {
        if (posix() && channel.supportedOptions().contains(ExtendedSocketOptions.SO_PEERCRED)
                && !channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName()
                        .equals(principal.getName())) {
            throw new Distrust("The process that listens or asks there runs for another user");
        }
    }
}
