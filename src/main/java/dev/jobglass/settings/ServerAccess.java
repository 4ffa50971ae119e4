package dev.jobglass.settings;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jobglass.api.ClientCertificate;
import dev.jobglass.api.PrivateAuthority;
import dev.jobglass.api.ProxyAddress;
import dev.jobglass.api.Route;
import dev.jobglass.api.ServerAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a user wants a server to be reached.
 *
 * @param authority a PEM file of the certificates to trust, or null for those that all trust
 * @param proxy through which, as {@link ProxyAddress} writes it, or null for what the environment says
 * @param certificate a file with a certificate of the user's own, or null
 * @param certificateKey a file with its private key, or null when that is in the same
 * @param secrets what is to be shown on the way
 */
public record ServerAccess(String authority, String proxy, String certificate, String certificateKey,
        AccessSecrets secrets) {
    /** As all servers are reached of which nothing else is said. */
    public static final ServerAccess PLAIN = trusting(null);

    /** {@return one with nothing special but the certificates to trust, or null} */
    public static ServerAccess trusting(String authority) {
        return new ServerAccess(authority, null, null, null, AccessSecrets.NONE);
    }

    /** {@return that of a server in the settings' file} */
    static ServerAccess read(JsonNode server) {
        return new ServerAccess(server.path("authority").textValue(), server.path("proxy").textValue(),
                server.path("certificate").textValue(), server.path("certificateKey").textValue(),
                AccessSecrets.read(server.path(SecretName.Kind.ACCESS.field())));
    }

    /**
     * {@return this, and where it says nothing what is known}
     *
     * @param known of the same server
     */
    public ServerAccess over(ServerAccess known) {
        AccessSecrets before = known.secrets;
        return new ServerAccess(authority == null ? known.authority : authority, proxy == null ? known.proxy : proxy,
                certificate == null ? known.certificate : certificate,
                certificate == null ? known.certificateKey : certificateKey,
                new AccessSecrets(proxy == null ? before.proxyLogin() : secrets.proxyLogin(),
                        certificate == null ? before.certificatePassword() : secrets.certificatePassword(),
                        secrets.headers().isEmpty() ? before.headers() : secrets.headers()));
    }

    /** {@return the user's own certificate, if there is one} */
    public Optional<ClientCertificate> clientCertificate() {
        return Optional.ofNullable(certificate)
                .map(file -> new ClientCertificate(file, certificateKey, secrets.certificatePassword()));
    }

    /**
     * {@return how to get to a server} A proxy that makes no sense is none at all: asking past it would tell others
     * what was meant for it.
     *
     * @param server which
     */
    public Route route(ServerAddress server) {
        ProxyAddress through = proxy == null
                ? null
                : ProxyAddress.parse(proxy).map(one -> one.with(secrets.proxyLogin()))
                        .orElse(new ProxyAddress(ProxyAddress.Kind.HTTP, "unusable.invalid", 1, null));
        Map<String, String> headers = new LinkedHashMap<>();
        secrets.headers().forEach(header -> headers.put(header.name(), header.value()));
        return new Route(PrivateAuthority.chosen(authority, clientCertificate().orElse(null), server), through,
                headers);
    }
}
