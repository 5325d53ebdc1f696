package io.throughline.kernel.notice;

/**
 * Who is to be told: somebody whom we know by number, or a caller of whom we have no more than what she said.
 *
 * @param person number of the person, whose own details then count; null for somebody who is not on record
 * @param name as people write it
 * @param email address, or null
 * @param phone number, or null
 * @param byPhone whether the caller wants to be called rather than written to
 */
public record Recipient(String person, String name, String email, String phone, boolean byPhone) {

    public static Recipient person(String number) {
        return new Recipient(number, null, null, null, false);
    }

    public static Recipient caller(String name, String email, String phone, boolean byPhone) {
        return new Recipient(null, name, email, phone, byPhone);
    }
}
