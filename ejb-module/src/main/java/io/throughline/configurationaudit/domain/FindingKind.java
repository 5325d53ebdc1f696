package io.throughline.configurationaudit.domain;

/** What an audit can find. */
public enum FindingKind {
    /** A product has a level that no change explains. */
    UNEXPLAINED_LEVEL,
    /** A file is not the one that the authorized package brought. */
    UNEXPLAINED_FILE,
    /** What a closed change brought is no longer there. */
    CHANGE_NOT_TRUE,
    /** The server could not be looked at: that is no pass. */
    UNREACHABLE,
    /** The server shows another host key than the recorded one. */
    HOST_KEY,
    /** The server took the connection and gave no answer. */
    MUTE
}
