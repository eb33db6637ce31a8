package org.yijitong.personal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yijitong.shared.Language;

/**
 * What the register says, in the other languages of the pages: whoever is told what is held on them has to understand it
 * (PIPL art. 17). Beside the register lie {@code words_en.yaml} and {@code words_zh_Hant.yaml}.
 */
public final class RegisterWords {
    private final Map<Language, Map<String, String>> words = new EnumMap<>(Language.class);

    private RegisterWords() {}

    static RegisterWords shipped() {
        RegisterWords all = new RegisterWords();
        all.words.put(Language.EN, read("words_en"));
        all.words.put(Language.ZH_HANT, read("words_zh_Hant"));
        return all;
    }

    private static Map<String, String> read(String name) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try (InputStream file = new ClassPathResource("personal/" + name + ".yaml").getInputStream()) {
            Map<?, ?> read = new Yaml(new SafeConstructor(options)).load(file);
            Map<String, String> words = new LinkedHashMap<>();
            read.forEach((chinese, other) -> words.put(String.valueOf(chinese), String.valueOf(other)));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words of the register in a language; as they stand where there are no others. */
    public String in(Language language, String chinese) {
        return words.getOrDefault(language, Map.of()).getOrDefault(chinese, chinese);
    }

    /** What is translated into a language. */
    Map<String, String> all(Language language) {
        return words.getOrDefault(language, Map.of());
    }

    /** All that the notice says of a register. */
    static Set<String> said(Register register) {
        Set<String> said = new LinkedHashSet<>(register.groups().values());
        register.personal().values().forEach(table -> {
            said.add(table.means());
            said.add(table.purpose());
            said.add(table.keep().words());
            table.sensitive().forEach(column -> said.add(column.means()));
        });
        return said;
    }
}
