package io.throughline.kernel.domain.parameter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What kind of text a parameter takes. */
public enum ParameterType {
    /** Any text without control characters, at most 200 characters unless the definition says less. */
    STRING("text without control characters") {
        @Override
        boolean takes(String value) {
            return value.chars().noneMatch(Character::isISOControl);
        }
    },
    /** A decimal number that fits into 64 bits. */
    INTEGER("a whole number") {
        @Override
        boolean takes(String value) {
            if (!WHOLE_NUMBER.matcher(value).matches()) {
                return false;
            }
            try {
                Long.parseLong(value);
                return true;
            } catch (NumberFormatException tooLarge) {
                return false;
            }
        }
    },
    BOOLEAN("true or false") {
        @Override
        boolean takes(String value) {
            return value.equals("true") || value.equals("false");
        }
    },
    /** One of the values that the definition lists. */
    ENUM("one of the listed values") {
        @Override
        boolean takes(String value) {
            return value.chars().noneMatch(Character::isISOControl);
        }
    },
    /** A version or level such as {@code 4.2.8} or {@code 1.0-rc1+b7}. */
    VERSION("a version: letters, digits and . _ + ~ : -, beginning with a letter or digit, at most 64 characters") {
        @Override
        boolean takes(String value) {
            return VERSION_TEXT.matcher(value).matches();
        }
    },
    /** A path on the host, absolute or relative, without a component {@code ..}. */
    PATH("a path: letters, digits and . _ + @ / -, not beginning with -, no component ..") {
        @Override
        boolean takes(String value) {
            return PATH_TEXT.matcher(value).matches()
                    && Arrays.stream(value.split("/")).noneMatch(".."::equals);
        }
    };

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,19}");
    private static final Pattern VERSION_TEXT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+~:-]{0,63}");
    private static final Pattern PATH_TEXT = Pattern.compile("[A-Za-z0-9._+@/][A-Za-z0-9._+@/-]*");

    private final String allowed;

    ParameterType(String allowed) {
        this.allowed = allowed;
    }

    abstract boolean takes(String value);

    /** What is allowed, in words for the person who typed something else. */
    public String allowed() {
        return allowed;
    }

    /** The name that manifests and procedures use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ParameterType> ofWord(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(ParameterType::word).toList();
    }
}
