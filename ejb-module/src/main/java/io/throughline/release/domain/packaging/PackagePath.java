package io.throughline.release.domain.packaging;

import java.util.Arrays;
import java.util.regex.Pattern;

/** Which paths a package may hold: few characters, so that no shell, archiver or file system reads them differently. */
final class PackagePath {

    static final String ALLOWED =
            "relative, letters, digits and . _ + @ -, parts joined by /, no part . or .. or beginning with -,"
                    + " at most 200 characters";

    private static final Pattern PART = Pattern.compile("[A-Za-z0-9._+@][A-Za-z0-9._+@-]*");
    private static final int LONGEST = 200;

    private PackagePath() {}

    static boolean isAllowed(String path) {
        return path.length() <= LONGEST
                && Arrays.stream(path.split("/", -1))
                        .allMatch(part -> PART.matcher(part).matches() && !part.equals(".") && !part.equals(".."));
    }

    /** A path on a host: as one in a package, from the login's folder, or from the root with a leading slash. */
    static boolean isAllowedOnHost(String path) {
        return isAllowed(path.startsWith("/") ? path.substring(1) : path);
    }
}
