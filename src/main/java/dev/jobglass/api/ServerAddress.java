package dev.jobglass.api;

import java.net.IDN;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server's base address, such as {@code https://agents.example.org/team-a}, and the addresses below it.
 *
 * @param base http or https, with a host, without query, fragment, user or trailing slash
 */
public record ServerAddress(URI base) {
    /** Where the API's documentation puts a server that nobody has named. */
    public static final ServerAddress DEFAULT = new ServerAddress(URI.create("http://127.0.0.1:8005"));

    /** As names in the DNS are; what is longer makes Java's own reader of such names throw. */
    private static final int LONGEST_HOST = 253;
    private static final String RUNS = "/api/v1/runs";
    /** What belongs to the API, in an address that was copied from its documentation or from a job. */
    private static final Pattern OF_THE_API = Pattern.compile("/api/v1(/runs(/.*)?)?/*$");
    private static final Pattern AUTHORITY = Pattern.compile("(https?://)?([^/?#:@\\[\\]]+)(.*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** A host and its port; {@link URI} knows no host whose name has an underscore, as containers like to have. */
    private static final Pattern HOST = Pattern.compile("(\\[[^\\]]+]|[A-Za-z0-9._~-]+)(?::(\\d{0,5}))?");

    /** Why a text is no base address. */
    public enum Complaint {
        /** Nothing there. */
        EMPTY,
        /** Not a URL at all. */
        MALFORMED,
        /** Neither http nor https. */
        SCHEME,
        /** No host, or a port that cannot be. */
        HOST,
        /** A user name or password, which does not belong into an address. */
        USER,
        /** A query or a fragment. */
        QUERY
    }

    /** A text that is no base address. */
    public static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;
        private final Complaint complaint;

        Malformed(Complaint complaint) {
            super(complaint.name());
            this.complaint = complaint;
        }

        /** {@return what is wrong with it} */
        public Complaint complaint() {
            return complaint;
        }
    }

    /**
     * Reads a whole address, also that of something at the server's API.
     *
     * @param text such as {@code http://host:8005/path/} or {@code http://host:8005/path/api/v1/runs}; not null
     * @return the address
     * @throws Malformed when it cannot be one
     */
    public static ServerAddress parse(String text) throws Malformed {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            throw new Malformed(Complaint.EMPTY);
        }
        URI uri;
        try {
            uri = URI.create(withAsciiHost(trimmed));
        } catch (IllegalArgumentException _) {
            throw new Malformed(Complaint.MALFORMED);
        }
        if (uri.getScheme() == null || !uri.getScheme().toLowerCase(Locale.ROOT).matches("https?")) {
            throw new Malformed(Complaint.SCHEME);
        }
        if (uri.getRawAuthority() != null && uri.getRawAuthority().contains("@")) {
            throw new Malformed(Complaint.USER);
        }
        if (!possibleHost(uri) || port(uri) > 65535 || port(uri) == 0) {
            throw new Malformed(Complaint.HOST);
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new Malformed(Complaint.QUERY);
        }
        URI normal = uri.normalize();
        String origin = (normal.getScheme() + "://" + normal.getRawAuthority()).toLowerCase(Locale.ROOT);
        String path = OF_THE_API.matcher(normal.getRawPath()).replaceFirst("");
        return new ServerAddress(URI.create(withoutTrailingSlashes(origin + path)));
    }

    /**
     * Reads what a user typed, who may leave the scheme out: then it is http, but https where that is known of the
     * host, so that nothing meant for it is sent in clear.
     *
     * @param text such as {@code host:8005} or {@code https://host/path}; not null
     * @param known the servers that are known
     * @return the address
     * @throws Malformed when it cannot be one
     */
    public static ServerAddress typed(String text, Collection<ServerAddress> known) throws Malformed {
        String trimmed = text.strip();
        if (trimmed.isEmpty() || trimmed.contains(":/")) {
            return parse(trimmed);
        }
        ServerAddress plain = parse("http://" + trimmed);
        boolean secure = known.stream().anyMatch(server -> server.secure() && server.sameHost(plain));
        return secure ? parse("https://" + trimmed) : plain;
    }

    /**
     * {@return those of some texts that are base addresses}
     *
     * @param texts any
     */
    public static List<ServerAddress> possibleOf(Collection<String> texts) {
        List<ServerAddress> addresses = new ArrayList<>();
        for (String text : texts) {
            try {
                addresses.add(parse(text));
            } catch (Malformed _) {
                // Not one of them.
            }
        }
        return addresses;
    }

    /**
     * {@return whether what is meant for this server alone, such as a key, may go to another address: scheme, host and
     * port are the same, whatever the path}
     *
     * @param other address
     */
    public boolean sameOrigin(ServerAddress other) {
        return secure() == other.secure() && sameHost(other) && port() == other.port();
    }

    /**
     * {@return whether a URI is of this server's origin: its scheme, host and port}
     *
     * @param uri any
     */
    boolean sameOrigin(URI uri) {
        return uri.getScheme() != null && uri.getHost() != null && uri.getRawUserInfo() == null
                && uri.getScheme().equalsIgnoreCase(base.getScheme()) && sameOrigin(new ServerAddress(uri));
    }

    /**
     * {@return whether another address names the same host}
     *
     * @param other address
     */
    public boolean sameHost(ServerAddress other) {
        return host().equalsIgnoreCase(other.host());
    }

    boolean secure() {
        return base.getScheme().equalsIgnoreCase("https");
    }

    int port() {
        int port = port(base);
        return port >= 0 ? port : secure() ? 443 : 80;
    }

    String host() {
        Matcher authority = HOST.matcher(base.getRawAuthority());
        return authority.matches() ? authority.group(1) : base.getRawAuthority();
    }

    /** {@return whether an address, which has no query, is one of the API's own} */
    static boolean ofTheApi(String address) {
        return OF_THE_API.matcher(address).find();
    }

    /** {@return what a request names as its host} */
    String hostAndPort() {
        return base.getRawAuthority();
    }

    private static boolean possibleHost(URI uri) {
        Matcher host = HOST.matcher(Objects.requireNonNullElse(uri.getRawAuthority(), ""));
        return host.matches()
                && (uri.getHost() != null || host.group(1).contains("_") && uri.getScheme().equalsIgnoreCase("http"));
    }

    /** {@return the port of a URI, also of one whose host name URI does not take for one; or -1} */
    private static int port(URI uri) {
        Matcher authority = HOST.matcher(uri.getRawAuthority());
        return authority.matches() && authority.group(2) != null && !authority.group(2).isEmpty()
                ? Integer.parseInt(authority.group(2))
                : -1;
    }

    private static String withAsciiHost(String text) {
        Matcher parts = AUTHORITY.matcher(text);
        if (!parts.matches() || parts.group(2).length() > LONGEST_HOST
                || parts.group(2).chars().allMatch(c -> c < 128)) {
            return text;
        }
        return parts.group(1) + IDN.toASCII(parts.group(2)) + parts.group(3);
    }

    /**
     * {@return whether a text can be a base address}
     *
     * @param text any
     */
    public static boolean possible(String text) {
        try {
            parse(text);
            return true;
        } catch (Malformed _) {
            return false;
        }
    }

    private static String withoutTrailingSlashes(String text) {
        int end = text.length();
        while (text.charAt(end - 1) == '/') {
            end--;
        }
        return text.substring(0, end);
    }

    /** {@return host, port and path without the scheme, as a label} */
    public String label() {
        return base.getRawAuthority() + base.getRawPath();
    }

    /**
     * {@return the address that answers with a job's status}
     *
     * @param jobId any text that is not empty
     */
    public URI job(String jobId) {
        return URI.create(base + RUNS + "/" + segment(jobId));
    }

    /** Where runs are asked for. */
    URI runs() {
        return URI.create(base + RUNS);
    }

    URI job(String jobId, String call) {
        return URI.create(base + RUNS + "/" + segment(jobId) + "/" + call);
    }

    URI list(JobState state, int page, int pageSize) {
        String filter = state == null ? "" : "status=" + state.name().toLowerCase(Locale.ROOT) + "&";
        return URI.create(base + RUNS + "?" + filter + "page=" + page + "&page_size=" + pageSize);
    }

    /** A job id may hold anything; as a path segment it must not open a path of its own. */
    private static String segment(String jobId) {
        String encoded = URLEncoder.encode(jobId, StandardCharsets.UTF_8).replace("+", "%20");
        // A dot needs no escape by the rules, but "." and ".." alone would walk the path.
        return encoded.chars().allMatch(c -> c == '.') ? encoded.replace(".", "%2E") : encoded;
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
