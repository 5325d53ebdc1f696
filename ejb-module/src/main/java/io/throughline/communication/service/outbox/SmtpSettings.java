package io.throughline.communication.service.outbox;

import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.Config;

/**
 * Which mail server takes our messages.
 *
 * @param user login, or null when the server needs none
 * @param tls {@code off}, {@code starttls} or {@code tls}
 * @param from sender's address
 */
record SmtpSettings(String host, int port, String user, String password, String tls, String from) {

    private static final String LONGEST_WAIT_MS = "10000";

    /** Empty when no mail server is set: messages then wait in the outbox. */
    static Optional<SmtpSettings> from(Config config) {
        return text(config, "host")
                .map(host -> new SmtpSettings(
                        host,
                        Integer.parseInt(text(config, "port").orElse("25")),
                        text(config, "user").orElse(null),
                        text(config, "password").orElse(null),
                        text(config, "tls").orElse("off"),
                        text(config, "from").orElse("throughline@localhost")));
    }

    Properties mailProperties() {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", host);
        properties.setProperty("mail.smtp.port", String.valueOf(port));
        properties.setProperty("mail.smtp.connectiontimeout", LONGEST_WAIT_MS);
        properties.setProperty("mail.smtp.timeout", LONGEST_WAIT_MS);
        properties.setProperty("mail.smtp.writetimeout", LONGEST_WAIT_MS);
        properties.setProperty("mail.smtp.auth", String.valueOf(user != null));
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(tls.equals("starttls")));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(tls.equals("starttls")));
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(tls.equals("tls")));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.mime.charset", "UTF-8");
        return properties;
    }

    private static Optional<String> text(Config config, String name) {
        return config.getOptionalValue("throughline.smtp." + name, String.class)
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}
