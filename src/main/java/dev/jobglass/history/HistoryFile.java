package dev.jobglass.history;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The SQLite file: its tables, and what happens when it cannot be read. */
final class HistoryFile {
    private static final System.Logger LOG = System.getLogger(HistoryFile.class.getName());
    /**
     * Each change has its words in an index of their own: the beginnings of words are found at once among millions.
     * Words that begin with a 0 are ours: they stand for the state and the server.
     */
    private static final List<String> TABLES = List.of(
            "CREATE TABLE IF NOT EXISTS server(key INTEGER PRIMARY KEY, url TEXT NOT NULL UNIQUE)",
            """
                    CREATE TABLE IF NOT EXISTS job(key INTEGER PRIMARY KEY, server TEXT NOT NULL, job_id TEXT NOT NULL,
                      state TEXT NOT NULL, percentage REAL, step TEXT, steps_completed INTEGER, steps_total INTEGER,
                      created INTEGER, started INTEGER, completed INTEGER, agent TEXT, run TEXT, session TEXT,
                      error TEXT, error_length INTEGER, seen INTEGER NOT NULL, changed INTEGER NOT NULL,
                      gone INTEGER NOT NULL DEFAULT 0, error_kind INTEGER, ended INTEGER,
                      summed INTEGER NOT NULL DEFAULT 0,
                      UNIQUE(server, job_id))""",
            "CREATE INDEX IF NOT EXISTS job_agent ON job(agent, completed)",
            "CREATE INDEX IF NOT EXISTS job_changed ON job(server, changed)", """
                    CREATE TABLE IF NOT EXISTS change(id INTEGER PRIMARY KEY, job INTEGER NOT NULL, at INTEGER NOT NULL,
                      kind TEXT NOT NULL, state TEXT NOT NULL, percentage REAL, text TEXT)""",
            """
                    CREATE TABLE IF NOT EXISTS request(key TEXT PRIMARY KEY, server TEXT NOT NULL, asked TEXT NOT NULL,
                      at INTEGER NOT NULL, times INTEGER NOT NULL, job_id TEXT, again TEXT, first TEXT)""",
            "CREATE INDEX IF NOT EXISTS request_job ON request(server, job_id)",
            "CREATE INDEX IF NOT EXISTS change_job ON change(job, id)",
            "CREATE INDEX IF NOT EXISTS change_at ON change(at)", """
                    CREATE VIRTUAL TABLE IF NOT EXISTS change_words USING fts5(words, content='', contentless_delete=1,
                      detail=none, prefix='2 3 4', tokenize="unicode61 tokenchars '_'")""");

    /** As many as Linux follows. */
    private static final int MOST_LINKS = 40;
    private static final Set<PosixFilePermission> FOR_OWNER = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOR_OWNER_FOLDER = PosixFilePermissions.fromString("rwx------");

    private static final Pattern OTHER_TABLES = Pattern
            .compile("no such (column|table)|has no column|may not be indexed");

    private final Path file;

    HistoryFile(Path file) {
        this.file = file;
        // An installed program has the library beside its runtime, so that it need not be unpacked at each start.
        for (String folder : List.of("lib", "bin")) { // the latter on Windows
            Path libraries = Path.of(System.getProperty("java.home"), folder);
            if (Files.exists(libraries.resolve(System.mapLibraryName("sqlitejdbc")))) {
                System.setProperty("org.sqlite.lib.path", libraries.toString());
            }
        }
    }

    Path path() {
        return file;
    }

    /** {@return what tells this file from another in its place; null when it is not there or the system has nothing} */
    Object identity() {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (IOException _) {
            return null;
        }
    }

    /** {@return a connection for writing, with all tables there} */
    Connection openForWriting() throws SQLException {
        try {
            prepareForOwner();
        } catch (IOException e) {
            throw new SQLException("Cannot make " + file, e);
        }
        Connection connection = connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = NORMAL");
            for (String table : TABLES) {
                statement.execute(table);
            }
            addWhatEarlierVersionsLacked(statement);
            RunSums.dropThoseOfEarlierVersions(statement);
            for (String table : RunSums.TABLES) {
                statement.execute(table);
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** It tells of jobs: nobody else may read it. SQLite gives the files it makes beside it the same mode. */
    private void prepareForOwner() throws IOException {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(file.getParent());
            return;
        }
        Files.createDirectories(file.getParent(), PosixFilePermissions.asFileAttribute(FOR_OWNER_FOLDER));
        Path target = target();
        try {
            Files.createFile(target, PosixFilePermissions.asFileAttribute(FOR_OWNER));
        } catch (FileAlreadyExistsException _) {
            for (String suffix : List.of("", "-wal", "-shm")) { // an earlier version left it to the umask
                Path one = target.resolveSibling(target.getFileName() + suffix);
                if (Files.isRegularFile(one)) {
                    Files.setPosixFilePermissions(one, FOR_OWNER);
                }
            }
        }
    }

    /** {@return the file itself, where a link to it lies in the folder: SQLite makes those beside it there} */
    private Path target() throws IOException {
        Path target = file;
        for (int links = 0; Files.isSymbolicLink(target) && links < MOST_LINKS; links++) {
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    private static void addWhatEarlierVersionsLacked(Statement statement) throws SQLException {
        for (String column : List.of("again TEXT", "first TEXT")) {
            addColumn(statement, "request", column);
        }
        for (String column : List.of("error_length INTEGER", "error_kind INTEGER", "ended INTEGER",
                "summed INTEGER NOT NULL DEFAULT 0")) {
            if (addColumn(statement, "job", column)) {
                statement.execute("INSERT OR IGNORE INTO server(url) SELECT DISTINCT server FROM job");
            }
        }
        statement.execute("DROP INDEX IF EXISTS job_completed"); // when runs ended is asked for now
        statement.execute("CREATE INDEX IF NOT EXISTS job_ended ON job(server, ended)");
    }

    /** {@return whether it was lacking} */
    private static boolean addColumn(Statement statement, String table, String column) throws SQLException {
        String name = column.substring(0, column.indexOf(' '));
        try (ResultSet there = statement.executeQuery(
                "SELECT count(*) FROM pragma_table_info('" + table + "') WHERE name = '" + name + "'")) {
            if (there.getInt(1) > 0) {
                return false;
            }
        }
        statement.execute("ALTER TABLE " + table + " ADD COLUMN " + column);
        return true;
    }

    /**
     * Begins to write. Two windows may write to one file: each waits for the other before it reads what it is to
     * change. JDBC's own transactions would begin with reading, or, set otherwise, hold the file between them.
     */
    static void begin(Connection connection) throws SQLException {
        execute(connection, "BEGIN IMMEDIATE");
    }

    /** Ends what was begun. */
    static void commit(Connection connection) throws SQLException {
        execute(connection, "COMMIT");
    }

    /** Undoes what was begun, if anything was. */
    static void rollback(Connection connection) {
        try {
            execute(connection, "ROLLBACK");
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "Nothing had begun", e);
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /** {@return a connection for reading; writing goes on meanwhile} */
    Connection openForReading() throws SQLException {
        Connection connection = connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only = ON");
        }
        return connection;
    }

    private Connection connect() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(5_000);
        config.setGetGeneratedKeys(false); // nobody asks for them, and they are another query for each row written
        return config.createConnection("jdbc:sqlite:" + file);
    }

    /** {@return whether an error means that the file itself is damaged, or another program's} */
    static boolean damaged(SQLException error) {
        return error instanceof SQLiteException known && (known.getResultCode() == SQLiteErrorCode.SQLITE_NOTADB
                || (known.getResultCode().code & 0xff) == SQLiteErrorCode.SQLITE_CORRUPT.code
                || OTHER_TABLES.matcher(String.valueOf(known.getMessage())).find());
    }

    /**
     * {@return whether an error is about one entry, such as a text that no column can hold, and not about the file}
     *
     * @param error what writing it brought
     */
    static boolean ofOneEntry(Exception error) {
        return !(error instanceof SQLException) || error instanceof SQLiteException known
                && switch (SQLiteErrorCode.getErrorCode(known.getResultCode().code & 0xff)) {
                    case SQLITE_TOOBIG, SQLITE_CONSTRAINT, SQLITE_MISMATCH, SQLITE_RANGE -> true;
                    default -> false;
                };
    }

    /**
     * Keeps the file as {@code history.db.bad}, or with a number behind when there is one already, and makes room for a
     * new one. All connections must be closed.
     */
    Path setAside() throws IOException {
        Path bad = file.resolveSibling(file.getFileName() + ".bad");
        for (int number = 2; Files.exists(bad); number++) {
            bad = file.resolveSibling(file.getFileName() + ".bad" + number);
        }
        Files.move(file, bad);
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        if (Files.exists(log)) {
            Files.move(log, bad.resolveSibling(bad.getFileName() + "-wal"));
        }
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-shm"));
        LOG.log(System.Logger.Level.WARNING, "{0} was damaged; it is kept as {1} and a new one begun", file, bad);
        return bad;
    }
}
