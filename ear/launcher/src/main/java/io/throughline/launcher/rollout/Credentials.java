package io.throughline.launcher.rollout;

import java.io.Console;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Who asks: a token, or a name with a password from the environment or, once, from the terminal. */
final class Credentials {

    private final String token;
    private final String user;
    private final Function<String, char[]> prompt;
    private String password;

    /**
     * @param prompt asks for the password of a name; null from it when there is nobody to ask
     */
    Credentials(Map<String, String> environment, Optional<String> user, Function<String, char[]> prompt) {
        this.token = environment.get("THROUGHLINE_TOKEN");
        this.password = environment.get("THROUGHLINE_PASSWORD");
        this.user = user.orElse(null);
        this.prompt = prompt;
    }

    static char[] askOnTerminal(String user) {
        Console console = System.console();
        return console == null ? null : console.readPassword("Password of %s: ", user);
    }

    /** A token that is there already. */
    Optional<String> token() {
        return Optional.ofNullable(token).filter(text -> !text.isBlank());
    }

    /** Name and password as Basic authentication sends them. */
    String basic() {
        if (user == null) {
            throw new CommandFailed(
                    ExitStatus.USAGE, "who asks? Give --user, or a token in THROUGHLINE_TOKEN; see 'rollout help'");
        }
        if (password == null) {
            char[] typed = prompt.apply(user);
            if (typed == null) {
                throw new CommandFailed(
                        ExitStatus.USAGE, "no terminal to ask for the password; set THROUGHLINE_PASSWORD");
            }
            password = new String(typed);
        }
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
