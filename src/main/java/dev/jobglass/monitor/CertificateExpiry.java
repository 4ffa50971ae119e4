package dev.jobglass.monitor;

import dev.jobglass.api.ClientCertificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.application.Platform;

/** Knows until when the certificate is valid that a server is shown. JavaFX thread only. */
public final class CertificateExpiry {
    /** Whoever is to renew it needs some days. */
    private static final Duration AHEAD = Duration.ofDays(14);
    /** It may have been renewed. */
    private static final Duration LOOKED_EVERY = Duration.ofSeconds(20);

    private ClientCertificate certificate;
    private Instant expires;
    private Instant lookedAt;
    /** Of its files, as they were read last. */
    private long version;

    /** Takes another one, or none. */
    void of(Optional<ClientCertificate> other) {
        certificate = other.orElse(null);
        expires = null;
        lookedAt = null;
        version = 0;
    }

    /**
     * {@return when it expires, once that is soon or over} Whoever asks often learns of a renewed one.
     *
     * @param now the time of day
     */
    public Optional<Instant> soon(Instant now) {
        if (certificate != null && (lookedAt == null || now.isAfter(lookedAt.plus(LOOKED_EVERY)))) {
            lookedAt = now;
            read(certificate, version);
        }
        return Optional.ofNullable(expires).filter(at -> at.minus(AHEAD).isBefore(now));
    }

    private void read(ClientCertificate one, long versionRead) {
        Thread.startVirtualThread(() -> {
            long versionNow = one.version();
            if (versionNow == versionRead) {
                return;
            }
            Instant found;
            try {
                found = one.expires();
            } catch (ClientCertificate.Unusable _) {
                found = null; // the connection says so
            }
            Instant at = found;
            Platform.runLater(() -> {
                if (one == certificate) {
                    expires = at;
                    version = versionNow;
                }
            });
        });
    }
}
