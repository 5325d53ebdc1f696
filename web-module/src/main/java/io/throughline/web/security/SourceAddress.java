package io.throughline.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where a request comes from: the other end of the connection, or, when that is a proxy of ours, what the proxy says. Only
 * its own part of {@code X-Forwarded-For} is believed, the last one that names no proxy of ours; anybody can write the
 * rest.
 */
@ApplicationScoped
public class SourceAddress {

    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]{2,45}");

    private Set<String> proxies = Set.of();

    protected SourceAddress() {}

    /**
     * @param proxies addresses, with commas between
     */
    @Inject
    public SourceAddress(@ConfigProperty(name = "throughline.proxies") Optional<String> proxies) {
        this.proxies = Arrays.stream(proxies.orElse("").split(","))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .map(SourceAddress::canonical)
                .collect(Collectors.toUnmodifiableSet());
    }

    public String of(HttpServletRequest request) {
        return of(request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-For")));
    }

    String of(String peer, List<String> forwarded) {
        String source = peer;
        List<String> path =
                new ArrayList<>(Arrays.asList(String.join(",", forwarded).split(",")));
        Collections.reverse(path);
        for (String before : path) {
            String address = before.strip();
            if (!proxies.contains(canonical(source))
                    || !LITERAL.matcher(address).matches()) {
                return source;
            }
            source = address;
        }
        return source;
    }

    /** One spelling of an address that has many. */
    private static String canonical(String address) {
        try {
            return LITERAL.matcher(address).matches()
                    ? InetAddress.getByName(address).getHostAddress()
                    : address;
        } catch (UnknownHostException noAddress) {
            return address;
        }
    }
}
