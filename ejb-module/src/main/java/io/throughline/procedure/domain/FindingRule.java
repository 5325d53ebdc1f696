package io.throughline.procedure.domain;

import io.throughline.kernel.domain.refusal.Invalid;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What an answer means: an exit code or a regular expression that is found in the output, and the finding. */
@Embeddable
public class FindingRule {

    private static final Pattern EXIT = Pattern.compile("exit ([0-9]{1,3})");
    private static final int MOST_LOOKS = 2_000_000;

    @Column(name = "condition_text", nullable = false)
    private String when;

    @Column(nullable = false)
    private String finding;

    @Column(nullable = false)
    private boolean failing;

    protected FindingRule() {}

    /**
     * @param when {@code exit 3}, or a regular expression that is to be found somewhere in the output ({@code ^} and
     *     {@code $} match at each line)
     * @param failing whether something is wrong then
     * @throws Invalid when it is neither
     */
    public FindingRule(String when, String finding, boolean failing) {
        try {
            Pattern.compile(when);
        } catch (PatternSyntaxException malformed) {
            throw Invalid.field("when", "must be 'exit' and a number or a regular expression");
        }
        this.when = when;
        this.finding = finding;
        this.failing = failing;
    }

    boolean matches(int exit, String output) {
        Matcher code = EXIT.matcher(when);
        if (code.matches()) {
            return exit == Integer.parseInt(code.group(1));
        }
        try {
            return Pattern.compile(when, Pattern.MULTILINE)
                    .matcher(new BoundedText(output, MOST_LOOKS))
                    .find();
        } catch (BoundedText.Exhausted | StackOverflowError tooCostly) {
            return false;
        }
    }

    public String when() {
        return when;
    }

    public String finding() {
        return finding;
    }

    public boolean failing() {
        return failing;
    }
}
