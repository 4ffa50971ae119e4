package dev.jobglass.api;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Why the server did not give what was asked for. A problem is about asking; it never says that a job failed.
 * {@link dev.jobglass.text.Messages} puts each into words for a user.
 */
public sealed interface Problem {
    /** {@return the most telling text the server or the network gave, possibly empty, never null} */
    String text();

    /** {@return whether an HTTP answer arrived, so that the server is there at all} */
    default boolean serverAnswered() {
        return switch (this) {
            case Unreachable _ -> false;
            case BadAnswer bad -> bad.flaw().serverAnswered();
            case NoList(Problem why) -> why.serverAnswered();
            case NotFound _,NoApi _,PartOfList _,Unauthorised _,ServerError _,Throttled _,Conflict _,Rejected _ -> true;
        };
    }

    /** How a connection can fail. */
    enum Cause {
        /** Nothing listens there. */
        REFUSED,
        /** The connection broke before the answer was whole. */
        RESET,
        /** The name has no address. */
        DNS,
        /** No trustworthy encrypted connection. */
        TLS,
        /** The certificate there is no longer, or not yet, good. */
        TLS_EXPIRED,
        /** The certificate there is another host's. */
        TLS_NAME,
        /** A certificate of ours is wanted. */
        TLS_CLIENT,
        /** A proxy wants a name and a password, or others. */
        PROXY_LOGIN,
        /** What is said to be a proxy does not behave like one. */
        NO_PROXY,
        /** What answers there speaks without encryption. */
        TLS_NONE,
        /** No connection in time. */
        CONNECT_TIMEOUT,
        /** Connected, but no whole answer in time. */
        ANSWER_TIMEOUT,
        /** No way there from here, such as without a network. */
        NO_ROUTE,
        /** Nothing was asked at all, since this program does not get round to it. */
        STANDS_STILL;

        /** {@return whether not even a connection came about, which no single job can be blamed for} */
        public boolean noConnection() {
            return switch (this) {
                case REFUSED, DNS, TLS, TLS_EXPIRED, TLS_NAME, TLS_CLIENT, TLS_NONE, CONNECT_TIMEOUT, NO_ROUTE,
                        PROXY_LOGIN, NO_PROXY, STANDS_STILL ->
                    true;
                case RESET, ANSWER_TIMEOUT -> false;
            };
        }
    }

    /** What can be wrong with an answer. */
    enum Flaw {
        /** Not HTTP, or HTTP that breaks its own rules. */
        NOT_HTTP,
        /** More than {@link RunsClient#MAX_BODY_BYTES}. */
        TOO_LARGE,
        /** A web page where JSON belongs. */
        HTML,
        /** Another content type than JSON. */
        CONTENT_TYPE,
        /** No body at all. */
        EMPTY,
        /** Not JSON, or cut off in the middle. */
        NOT_JSON,
        /** JSON that is not what the API describes. */
        NOT_A_STATUS,
        /** The status of another job than the one asked for. */
        WRONG_JOB,
        /** JSON where a list of jobs belongs, and none. */
        NOT_A_LIST,
        /** A redirect to another server, which is not followed: the key must not go elsewhere. */
        REDIRECT,
        /** A redirect that leads to no other server with this API, such as to a page to log in, nor to an answer. */
        REDIRECT_WITHIN,
        /** A status of HTTP that the API has no use for. */
        UNUSUAL,
        /** Packed in a way that is not known, or damaged. */
        CODING;

        boolean serverAnswered() {
            return this != NOT_HTTP;
        }
    }

    /**
     * No answer.
     *
     * @param cause how the connection failed
     * @param text what the network said
     * @param proxy through which it was tried, as host and port, or null for none
     */
    record Unreachable(Cause cause, String text, String proxy) implements Problem {
        /**
         * Without a proxy.
         *
         * @param cause as above
         * @param text as above
         */
        public Unreachable(Cause cause, String text) {
            this(cause, text, null);
        }

        /**
         * {@return this, tried through a proxy}
         *
         * @param host its host and port, or null
         */
        Unreachable through(String host) {
            return new Unreachable(cause, text, host);
        }
    }

    /**
     * The server does not know the job (404).
     *
     * @param text the server's words
     */
    record NotFound(String text) implements Problem {
        private static final Pattern OF_A_JOB = Pattern.compile("\\b(job|run)(s?\\b|_)", Pattern.CASE_INSENSITIVE);

        /**
         * {@return whether the words may be those for any address that is not known, to the server or to what stands
         * before it: of a job that it does not know the API says so}
         */
        public boolean ofAnyAddress() {
            return !OF_A_JOB.matcher(text).find();
        }
    }

    /**
     * The server knows neither a list nor any job (404): the API is not at this address.
     *
     * @param text the server's words
     */
    record NoApi(String text) implements Problem {
    }

    /**
     * Jobs are answered for, or might be, but their list does not come, so that new ones are not seen.
     *
     * @param why it does not
     */
    record NoList(Problem why) implements Problem {
        @Override
        public String text() {
            return why.text();
        }
    }

    /**
     * The list comes, but not all of it can be shown.
     *
     * @param unreadable how many of its entries are too large or damaged, not negative
     * @param tooLong whether there are more jobs than can be watched
     */
    record PartOfList(int unreadable, boolean tooLong) implements Problem {
        @Override
        public String text() {
            return "";
        }
    }

    /**
     * The key is missing, wrong or not allowed to (401, 403).
     *
     * @param status the HTTP status
     * @param keySent whether the request had a key
     * @param text the server's words
     */
    record Unauthorised(int status, boolean keySent, String text) implements Problem {
    }

    /**
     * The server is broken (5xx).
     *
     * @param status the HTTP status
     * @param text the server's words
     */
    record ServerError(int status, String text) implements Problem {
    }

    /**
     * The server asks for patience (429, 503).
     *
     * @param status the HTTP status
     * @param retryAfter from its {@code Retry-After}, 1 s to one day, or null when it gave none
     * @param text the server's words
     */
    record Throttled(int status, Duration retryAfter, String text) implements Problem {
    }

    /**
     * The job is not in a state for this (409).
     *
     * @param text the server's words
     */
    record Conflict(String text) implements Problem {
    }

    /**
     * The server does not accept the request (other 4xx).
     *
     * @param status the HTTP status
     * @param text the server's words
     * @param fields of a run that was asked for, what the server says about single fields
     */
    record Rejected(int status, String text, Map<RunRequest.Field, String> fields) implements Problem {
        /**
         * About no single field.
         *
         * @param status as above
         * @param text as above
         */
        public Rejected(int status, String text) {
            this(status, text, Map.of());
        }
    }

    /**
     * An answer that cannot be what the server meant to say.
     *
     * @param flaw what is wrong with it
     * @param text a detail, such as the first characters or where a redirect leads
     */
    record BadAnswer(Flaw flaw, String text) implements Problem {
    }
}
