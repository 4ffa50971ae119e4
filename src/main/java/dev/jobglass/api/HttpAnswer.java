package dev.jobglass.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * A whole HTTP response.
 *
 * @param status the HTTP status
 * @param headers as they came
 * @param body unpacked, possibly empty
 */
record HttpAnswer(int status, HttpHeaders headers, byte[] body) {
    /** The body is packed in a way that is not known, or not as it should be. */
    static final class UnreadableCoding extends IOException {
        private static final long serialVersionUID = 1;

        private UnreadableCoding(String coding) {
            super(coding);
        }
    }

    /** The body is larger than {@link RunsClient#MAX_BODY_BYTES} once it is unpacked. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1;
    }

    /**
     * {@return a response with its body unpacked: some proxies pack what nobody asked them to}
     *
     * @param response whose body is complete
     * @throws IOException when the body is too large then, or cannot be unpacked
     */
    static HttpAnswer of(HttpResponse<byte[]> response) throws IOException {
        String coding = coding(response.headers());
        byte[] body = response.body() == null ? new byte[0] : response.body(); // null when a proxy refuses to connect
        if (body.length > 0 && gzip(coding)) {
            body = unpacked(body, coding);
        } else if (body.length > 0 && !coding.isEmpty() && !coding.equals("identity")) {
            throw new UnreadableCoding(coding);
        }
        return new HttpAnswer(response.statusCode(), response.headers(), body);
    }

    private static byte[] unpacked(byte[] body, String coding) throws IOException {
        byte[] unpacked;
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            unpacked = in.readNBytes(RunsClient.MAX_BODY_BYTES + 1);
        } catch (IOException _) {
            throw new UnreadableCoding(coding);
        }
        if (unpacked.length > RunsClient.MAX_BODY_BYTES) {
            throw new TooLarge();
        }
        return unpacked;
    }

    static String coding(HttpHeaders headers) {
        return String.join(", ", headers.allValues("content-encoding")).strip().toLowerCase(Locale.ROOT);
    }

    static boolean gzip(String coding) {
        return coding.equals("gzip") || coding.equals("x-gzip");
    }
}
