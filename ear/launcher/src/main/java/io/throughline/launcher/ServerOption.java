package io.throughline.launcher;

import java.util.Locale;

/**
 * Every option of the server: one table for the command line ({@code --db-url=…}), the environment
 * ({@code THROUGHLINE_DB_URL}), system properties ({@code throughline.db.url}) and the README.
 */
public enum ServerOption {
    PORT("8080", "port of portal and API"),
    HOST("127.0.0.1", "address to listen on; 0.0.0.0 for all"),
    DATA("data", "folder of database, packages, keys and logs; with -Prun ear/target/data"),
    DB_URL("", "JDBC URL, jdbc:postgresql://… or jdbc:derby:…; empty: Derby in the data folder"),
    DB_USER("app", "database user"),
    DB_PASSWORD("app", "password of the database user"),
    SMTP_HOST("", "mail server; empty: messages wait in the outbox"),
    SMTP_PORT("25", "port of the mail server"),
    SMTP_USER("", "login at the mail server; empty: none"),
    SMTP_PASSWORD("", "password at the mail server"),
    SMTP_TLS("off", "off, starttls or tls"),
    SMTP_FROM("throughline@localhost", "sender of the messages"),
    PUBLIC_URL("", "address under which people reach the portal, for links in messages; empty: host and port"),
    PROXIES("", "addresses of the proxies in front, with commas between, whose X-Forwarded-For is believed"),
    OUTBOX_PATIENCE("240", "seconds after which a message that is being sent and does not move is taken for in doubt"),
    CHANGE_EMERGENCY_ONE_ASSESSOR(
            "throughline.change.emergency-one-assessor",
            "true",
            "true: in an emergency one judgement is enough before it may be authorized"),
    CHANGE_EMERGENCY_WINDOW(
            "throughline.change.emergency-window",
            "PT4H",
            "length of the window that a signing link proposes when its sender names none (ISO 8601)"),
    CHANGE_LINK_LIFE("throughline.change.link-life", "PT30M", "how long a signing link works (ISO 8601)"),
    CHANGE_SECOND_WITHIN(
            "throughline.change.second-within",
            "PT30M",
            "within what time a second person must second what one authorized alone (ISO 8601)"),
    CHANGE_RETROSPECTIVE_WITHIN(
            "throughline.change.retrospective-within",
            "P5D",
            "within what time an emergency is looked back on (ISO 8601)"),
    PASSWORD_ROUNDS(
            "210000",
            "rounds of PBKDF2-HMAC-SHA512 for passwords, 10000 or more; hashes made at another cost are made anew at the next login"),
    EDITION("later", "words of the process framework for whoever has not chosen: earlier or later"),
    AUDIT_ORIGIN("", "name of the audit log in its checkpoints, given before the first start; empty: a random one"),
    AUDIT_ANCHORS(
            "",
            "where checkpoints are kept: file:FOLDER, git:FOLDER, mailto:ADDRESS, http(s)://WITNESS, with commas between; empty: anchors in the data folder"),
    AUDIT_ANCHOR_SECONDS("300", "seconds between two checkpoints to the anchors"),
    AUDIT_SYSLOG("", "syslog server that gets each sealed record (RFC 5424), tcp://HOST:PORT; empty: none"),
    DEMO("false", "true: demo administrator with a known password, for trying out only"),
    MEMORY("1g", "heap of the server"),
    JAVA_OPTIONS("", "further options for the server's Java"),
    VERBOSE("false", "true: the server's log also on the terminal");

    private final String property;
    private final String defaultValue;
    private final String description;

    ServerOption(String defaultValue, String description) {
        this(null, defaultValue, description);
    }

    /**
     * @param property null for the one that follows from the constant's name
     */
    ServerOption(String property, String defaultValue, String description) {
        this.property = property == null
                ? "throughline." + name().toLowerCase(Locale.ROOT).replace('_', '.')
                : property;
        this.defaultValue = defaultValue;
        this.description = description;
    }

    /** {@code throughline.db.url}; also the MicroProfile Config name inside the server. */
    public String property() {
        return property;
    }

    /** {@code THROUGHLINE_DB_URL}. */
    public String environmentVariable() {
        return "THROUGHLINE_" + name();
    }

    /** {@code --db-url}. */
    public String flag() {
        return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String defaultValue() {
        return defaultValue;
    }

    public String description() {
        return description;
    }

    boolean secret() {
        return name().endsWith("PASSWORD");
    }

    /** The table as Markdown, for the README. */
    public static String markdownTable() {
        StringBuilder table =
                new StringBuilder("| option | environment variable | default | meaning |\n|---|---|---|---|\n");
        for (ServerOption option : values()) {
            table.append("| `-D").append(option.property()).append("` | `").append(option.environmentVariable());
            table.append("` | ").append(option.defaultValue.isEmpty() ? "" : "`" + option.defaultValue + "`");
            table.append(" | ").append(option.description).append(" |\n");
        }
        return table.toString();
    }
}
