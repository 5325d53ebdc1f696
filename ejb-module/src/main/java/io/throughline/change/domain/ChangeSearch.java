package io.throughline.change.domain;

/**
 * Which changes are wanted. Each may be null: then it does not matter.
 *
 * @param owed what somebody else still owes them
 * @param overdue what somebody else owes them and should have done by now
 */
public record ChangeSearch(
        ChangeState state,
        ChangeType type,
        String requester,
        String owner,
        String incident,
        String service,
        Owed owed,
        Owed overdue) {

    /** What an emergency leaves to somebody else, with a date. */
    public enum Owed {
        /** A second person's signature under what one person authorized alone. */
        SECONDING,
        /** The look back on it. */
        RETROSPECTIVE
    }

    public static ChangeSearch in(ChangeState state) {
        return new ChangeSearch(state, null, null, null, null, null, null, null);
    }

    public static ChangeSearch owing(Owed owed) {
        return new ChangeSearch(null, null, null, null, null, null, owed, null);
    }

    public static ChangeSearch overdue(Owed owed) {
        return new ChangeSearch(null, null, null, null, null, null, null, owed);
    }
}
