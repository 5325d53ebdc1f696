package io.throughline.batch.connector.ssh;

import io.throughline.batch.connector.ExpectedHostKey;
import io.throughline.batch.connector.HostTarget;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/** Judges the key that one host shows, in one exchange. */
final class HostKeyCheck {

    /** Under this key the check travels with its connection. */
    static final AttributeKey<HostKeyCheck> OF_CONNECTION = new AttributeKey<>();

    private final HostTarget target;
    private volatile String rejection;

    HostKeyCheck(HostTarget target) {
        this.target = target;
    }

    boolean accepts(PublicKey shown) {
        ByteArrayBuffer buffer = new ByteArrayBuffer();
        buffer.putRawPublicKey(shown);
        String type = KeyUtils.getKeyType(shown);
        String fingerprint = ExpectedHostKey.fingerprintOf(buffer.getCompactData());
        if (target.hostKeys().stream().anyMatch(key -> key.fingerprint().equals(fingerprint))) {
            return true;
        }
        rejection = target.hostKeys().isEmpty()
                ? "no host key is known for " + target + "; it shows " + type + " " + fingerprint
                : "the host key of " + target + " is not the expected one: it shows " + type + " " + fingerprint
                        + ", expected is "
                        + String.join(
                                " or ",
                                target.hostKeys().stream()
                                        .map(ExpectedHostKey::fingerprint)
                                        .toList());
        return false;
    }

    Optional<String> rejection() {
        return Optional.ofNullable(rejection);
    }

    /** The signatures with those first that fit the expected keys, so that a host with several keys shows a known one. */
    List<NamedFactory<Signature>> preferred(List<NamedFactory<Signature>> signatures) {
        List<NamedFactory<Signature>> ordered = new ArrayList<>();
        List<NamedFactory<Signature>> others = new ArrayList<>();
        for (NamedFactory<Signature> signature : signatures) {
            String keyType = KeyUtils.getCanonicalKeyType(signature.getName());
            boolean known = target.hostKeys().stream().anyMatch(key -> keyType.equals(key.type()));
            (known ? ordered : others).add(signature);
        }
        ordered.addAll(others);
        return ordered;
    }
}
