package io.throughline.configuration.domain.server;

import io.throughline.kernel.domain.refusal.Invalid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What is known of a server besides its life and what is installed on it.
 *
 * @param name by which people know it, unique; lower case letters, digits, dots and dashes, as host names are
 * @param description what it is for, or null
 * @param site where it stands, or null
 * @param labels by which it can be selected, such as {@code role=cart}
 * @param address host name or IP address at which it is reached
 * @param port of its SSH server
 * @param user account that may change it
 * @param probeUser account without rights to write, or null when there is none
 * @param hostKey public key as in {@code known_hosts}, type and base64; null while it is unknown
 * @param testServer whether packages are tried here first
 */
public record ServerDetails(
        String name,
        String description,
        String site,
        Map<String, String> labels,
        String address,
        int port,
        String user,
        String probeUser,
        String hostKey,
        boolean testServer) {

    public static final int MAX_LABELS = 50;

    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,118}[a-z0-9])?");
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|[0-9A-Fa-f:]{2,45}");
    private static final Pattern ACCOUNT = Pattern.compile("[a-z_][a-z0-9_-]{0,31}");
    private static final Pattern HOST_KEY =
            Pattern.compile("(ssh-[a-z0-9-]+|ecdsa-sha2-nistp[0-9]+) [A-Za-z0-9+/]{32,4000}={0,2}");
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._/-]{0,62})?");
    private static final Pattern LABEL_VALUE = Pattern.compile("[A-Za-z0-9._/:@ -]{0,120}");

    public ServerDetails {
        List<Invalid.FieldError> errors = new ArrayList<>();
        labels = labels == null ? Map.of() : labels;
        demand(errors, "name", name, NAME, "must be a host name in lower case: a-z, 0-9, dot and dash, at most 120");
        demand(errors, "address", address, ADDRESS, "must be a host name or an IP address");
        demand(
                errors,
                "user",
                user,
                ACCOUNT,
                "must be the name of an account: a-z, 0-9, dash and underscore, at most 32");
        if (probeUser != null) {
            demand(errors, "probeUser", probeUser, ACCOUNT, "must be the name of an account, or absent");
        }
        if (hostKey != null) {
            demand(errors, "hostKey", hostKey, HOST_KEY, "must be type and base64 of a public key, or absent");
        }
        if (port < 1 || port > 65535) {
            errors.add(new Invalid.FieldError("port", "must be from 1 to 65535"));
        }
        if (labels.size() > MAX_LABELS) {
            errors.add(new Invalid.FieldError("labels", "must be at most " + MAX_LABELS));
        }
        labels.forEach((key, value) -> {
            if (value == null
                    || !LABEL.matcher(key).matches()
                    || !LABEL_VALUE.matcher(value).matches()) {
                errors.add(new Invalid.FieldError(
                        "labels", "must have keys of at most 63 and values of at most 120 plain characters"));
            }
        });
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
        labels = Map.copyOf(labels);
    }

    private static void demand(
            List<Invalid.FieldError> errors, String field, String value, Pattern form, String allowed) {
        if (value == null || !form.matcher(value).matches()) {
            errors.add(new Invalid.FieldError(field, allowed));
        }
    }
}
