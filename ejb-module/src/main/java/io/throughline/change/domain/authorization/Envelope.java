package io.throughline.change.domain.authorization;

import io.throughline.kernel.domain.refusal.Invalid;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What an authority allows: these servers, this level, this window.
 *
 * @param product what may be installed; null when nothing is
 * @param version which version of it
 * @param packageSha256 digest of the one package that may be installed; null when Release may build it yet
 * @param members the servers; empty for a change of manual tasks only
 */
public record Envelope(String product, String version, String packageSha256, Window window, List<Member> members) {

    /**
     * @param server number of the server
     * @param provides whether it provides the change's service now
     */
    public record Member(String server, boolean provides) {}

    public Envelope {
        members = members.stream().sorted(Comparator.comparing(Member::server)).toList();
        if (product != null && members.isEmpty()) {
            throw Invalid.field("targets", "must name the servers that get " + product);
        }
    }

    public Envelope(String product, String version, Window window, List<Member> members) {
        this(product, version, null, window, members);
    }

    /** What is signed, as text: one line each, in a fixed order. */
    public String text(String change, String authority) {
        return "change %s%nauthority %s%nproduct %s%nversion %s%n%swindow %s%nservers %s%n"
                .formatted(
                        change,
                        authority,
                        product,
                        version,
                        packageSha256 == null ? "" : "package " + packageSha256 + "\n",
                        window,
                        members.stream().map(Member::server).collect(Collectors.joining(" ")))
                .replace("\r\n", "\n");
    }
}
