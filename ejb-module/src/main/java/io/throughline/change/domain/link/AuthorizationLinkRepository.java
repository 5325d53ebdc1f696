package io.throughline.change.domain.link;

import java.util.Optional;

/** Where links are kept. */
public interface AuthorizationLinkRepository {

    void store(AuthorizationLink link);

    Optional<AuthorizationLink> byToken(String token);
}
