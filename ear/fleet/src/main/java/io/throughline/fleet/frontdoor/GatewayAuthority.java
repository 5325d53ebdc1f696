package io.throughline.fleet.frontdoor;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** The certificate authorities of the demo: the payment gateway shows a certificate that one of them issued. */
public enum GatewayAuthority {
    /** Trusted by every release of the shopping cart. */
    OLD,
    /** In use since the gateway renewed; trusted by releases that ship it. */
    NEW;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static GatewayAuthority of(String word) {
        return Arrays.stream(values())
                .filter(authority -> authority.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown authority '" + word + "', allowed: old, new"));
    }
}
