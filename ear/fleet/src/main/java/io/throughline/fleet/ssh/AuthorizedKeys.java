package io.throughline.fleet.ssh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.server.auth.pubkey.PublickeyAuthenticator;
import org.apache.sshd.server.session.ServerSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may log in as which account, on every host alike.
 *
 * <p>Each account has files in the format of OpenSSH's {@code authorized_keys}. They may appear later than the fleet, and
 * are read again whenever they changed.
 */
public final class AuthorizedKeys implements PublickeyAuthenticator {

    private static final Logger LOG = LoggerFactory.getLogger(AuthorizedKeys.class);

    private final Map<Account, List<KeyFile>> files = new EnumMap<>(Account.class);

    public AuthorizedKeys() {
        for (Account account : Account.values()) {
            files.put(account, new ArrayList<>());
        }
    }

    public AuthorizedKeys with(Account account, Path file) {
        files.get(account).add(new KeyFile(file));
        return this;
    }

    @Override
    public boolean authenticate(String username, PublicKey key, ServerSession session) {
        return Account.of(username)
                .map(account -> files.get(account).stream().anyMatch(file -> file.holds(key)))
                .orElse(false);
    }

    /**
     * Checks that a text could stand in such a file.
     *
     * @throws IllegalArgumentException if a line is no public key
     */
    public static void check(String lines) {
        parse(lines);
    }

    private static List<PublicKey> parse(String lines) {
        List<PublicKey> keys = new ArrayList<>();
        for (String line : lines.lines().map(String::strip).toList()) {
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            try {
                keys.add(AuthorizedKeyEntry.parseAuthorizedKeyEntry(line)
                        .resolvePublicKey(null, PublicKeyEntryResolver.FAILING));
            } catch (IOException | GeneralSecurityException | RuntimeException e) {
                throw new IllegalArgumentException("not a line of authorized_keys: " + line, e);
            }
        }
        return keys;
    }

    private static final class KeyFile {
        private final Path path;
        private FileTime readAt;
        private List<PublicKey> keys = List.of();

        KeyFile(Path path) {
            this.path = path;
        }

        synchronized boolean holds(PublicKey key) {
            refresh();
            return keys.stream().anyMatch(known -> KeyUtils.compareKeys(known, key));
        }

        private void refresh() {
            try {
                FileTime stamp = Files.exists(path) ? Files.getLastModifiedTime(path) : null;
                if (stamp == null) {
                    keys = List.of();
                } else if (!stamp.equals(readAt)) {
                    keys = parse(Files.readString(path));
                }
                readAt = stamp;
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("authorized keys {} cannot be read: {}", path, e.getMessage());
                keys = List.of();
            }
        }
    }
}
