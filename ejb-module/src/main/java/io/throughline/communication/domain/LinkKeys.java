package io.throughline.communication.domain;

import java.util.regex.Pattern;

/**
 * Keys in links: whoever has such a link stands where its addressee does. A letter carries it to the addressee; nobody
 * else is shown it, neither in the outbox nor in the trail.
 */
public final class LinkKeys {

    private static final Pattern KEY = Pattern.compile("([?&]token=)[\\w-]+");

    private LinkKeys() {}

    /** The text with every key replaced by an ellipsis. */
    public static String hidden(String text) {
        return KEY.matcher(text).replaceAll("$1…");
    }
}
