package io.throughline.configurationaudit.domain;

/** What is to become of a difference. */
public enum Decision {
    /** It stays, and a change is raised that authorizes it. */
    ADOPT,
    /** The server is brought back to what was authorized. */
    REVERT,
    /** It was looked into and needs neither. */
    EXPLAINED
}
