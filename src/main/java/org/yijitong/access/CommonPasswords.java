package org.yijitong.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/**
 * The passwords people choose most (OWASP ASVS 5.0, 6.2.4): of the ten million that Mark Burnett gave to the public domain
 * in 2015, in the order of how often they were found, the first ten thousand that our other rules let pass. In lower case;
 * a capital letter or a spare sign at the end makes none of them better.
 */
final class CommonPasswords {
    private final Set<String> known;

    CommonPasswords() {
        try (InputStream file = new ClassPathResource("access/common-passwords.txt").getInputStream()) {
            known = new String(file.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int size() {
        return known.size();
    }

    /** Whether a password is one of them, or one with a few signs behind it. */
    boolean hold(String password) {
        String typed = password.toLowerCase(Locale.ROOT);
        return known.contains(typed) || known.contains(typed.replaceFirst("[^\\p{L}\\p{Nd}]{1,3}$", ""));
    }
}
