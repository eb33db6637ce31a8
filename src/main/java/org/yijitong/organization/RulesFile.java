package org.yijitong.organization;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads {@code organization/rules.yaml}. What it does not understand it refuses, so that no rule is silently lost. */
@Configuration(proxyBeanMethods = false)
class RulesFile {
    @Bean
    Rules organizationRules() throws IOException {
        try (InputStream file = new ClassPathResource("organization/rules.yaml").getInputStream()) {
            return read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** @throws IllegalArgumentException that names the word it does not know or the article that is missing */
    static Rules read(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Map<String, Object> file = map(new Yaml(new SafeConstructor(options)).load(text));
        only(file, Set.of("articles", "kinds"));
        Map<String, Rules.Article> articles = new LinkedHashMap<>();
        map(file.get("articles")).forEach((key, value) -> articles.put(key, article(map(value))));
        Map<OrganizationKind, Rules.OfKind> kinds = new EnumMap<>(OrganizationKind.class);
        map(file.get("kinds"))
                .forEach((key, value) ->
                        kinds.put(OrganizationKind.valueOf(key.toUpperCase(Locale.ROOT)), kind(map(value), articles)));
        return new Rules(articles, kinds);
    }

    private static Rules.Article article(Map<String, Object> article) {
        only(article, Set.of("name", "source"));
        if (!(article.get("name") instanceof String name) || !(article.get("source") instanceof String source)) {
            throw new IllegalArgumentException("an article without its name or source: " + article);
        }
        return new Rules.Article(name, source);
    }

    private static Rules.OfKind kind(Map<String, Object> kind, Map<String, Rules.Article> articles) {
        only(kind, Set.of("members", "committee", "posts", "posts-without", "term"));
        List<?> sizes = kind.get("members") instanceof List<?> list ? list : List.of();
        return new Rules.OfKind(
                sizes.stream().map(size -> size(map(size), articles)).toList(),
                kind.containsKey("committee") ? committee(map(kind.get("committee")), articles) : null,
                must(kind.get("posts"), articles),
                must(kind.get("posts-without"), articles),
                kind.containsKey("term") ? term(map(kind.get("term")), articles) : null);
    }

    private static Rules.Size size(Map<String, Object> size, Map<String, Rules.Article> articles) {
        only(size, Set.of("least", "most", "full", "article"));
        return new Rules.Size(
                number(size, "least", 0),
                number(size, "most", Integer.MAX_VALUE),
                Boolean.TRUE.equals(size.get("full")),
                article(size, articles));
    }

    private static Rules.Committee committee(Map<String, Object> committee, Map<String, Rules.Article> articles) {
        only(committee, Set.of("from", "least", "most", "article"));
        return new Rules.Committee(
                number(committee, "from", 0),
                number(committee, "least", 0),
                number(committee, "most", Integer.MAX_VALUE),
                article(committee, articles));
    }

    private static Rules.@Nullable Must must(@Nullable Object value, Map<String, Rules.Article> articles) {
        if (value == null) {
            return null;
        }
        Map<String, Object> must = map(value);
        only(must, Set.of("names", "article"));
        List<?> names = must.get("names") instanceof List<?> list ? list : List.of();
        return new Rules.Must(
                names.stream()
                        .map(name -> Post.valueOf(name.toString().toUpperCase(Locale.ROOT)))
                        .toList(),
                article(must, articles));
    }

    private static Rules.Term term(Map<String, Object> term, Map<String, Rules.Article> articles) {
        only(term, Set.of("years", "notice-days", "article"));
        return new Rules.Term(number(term, "years", 3), number(term, "notice-days", 180), article(term, articles));
    }

    private static String article(Map<String, Object> rule, Map<String, Rules.Article> articles) {
        String key = String.valueOf(rule.get("article"));
        if (!articles.containsKey(key)) {
            throw new IllegalArgumentException("a rule without a known article: " + rule);
        }
        return key;
    }

    private static int number(Map<String, Object> rule, String key, int otherwise) {
        return rule.get(key) instanceof Integer number ? number : otherwise;
    }

    private static void only(Map<String, Object> map, Set<String> known) {
        if (!known.containsAll(map.keySet())) {
            throw new IllegalArgumentException("the rules know only " + known + ", not all of " + map.keySet());
        }
    }

    private static Map<String, Object> map(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("the rules need names and values here: " + value);
        }
        Map<String, Object> result = new LinkedHashMap<>();
        map.forEach((key, each) -> result.put(key.toString(), each));
        return result;
    }
}
