package org.yijitong.shared;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The frame of pages, without a database: languages, look, problems. */
@SpringBootTest(classes = FrameTests.App.class)
@AutoConfigureMockMvc
class FrameTests {
    @Autowired
    MockMvcTester mvc;

    @Test
    void pagesAreInSimplifiedChineseUnlessTheCookieSaysOtherwise() {
        assertThat(get("/about", "").select("html").attr("lang")).isEqualTo("zh-Hans-CN");
        assertThat(get("/about", "").select("h1").text()).isEqualTo("按什么规则办，哪些事不做");
        assertThat(get("/about", "en").select("h1").text()).isEqualTo("Which rules apply, and what is not done");
        assertThat(get("/about", "zh-Hant").select("h1").text()).isEqualTo("按什麼規則辦，哪些事不做");
        assertThat(get("/about", "xx").select("html").attr("lang")).isEqualTo("zh-Hans-CN");
    }

    @Test
    void aChoiceIsKeptInACookieAndLeadsBackToThePageItWasMadeOn() {
        assertThat(mvc.post().uri("/preferences").param("lang", "en").param("back", "/about?x=1"))
                .hasStatus(303)
                .hasHeader("Location", "/about?x=1")
                .cookies()
                .hasValue("lang", "en")
                .hasPath("lang", "/")
                .isHttpOnly("lang", true);
    }

    @Test
    void aChoiceNeverLeadsToAnotherSite() {
        for (String back :
                new String[] {"//evil.example", "https://evil.example", "/\\evil.example", "/a\r\nX: y", ""}) {
            assertThat(mvc.post().uri("/preferences").param("size", "large").param("back", back))
                    .hasHeader("Location", "/");
        }
    }

    @Test
    void aValueThatIsNoChoiceIsNotKept() {
        assertThat(mvc.post().uri("/preferences").param("lang", "<script>"))
                .hasStatus(303)
                .doesNotContainHeader("Set-Cookie");
    }

    @Test
    void absentAndRefusedHaveTheirOwnPages() {
        assertThat(mvc.get().uri("/test/not-found")).hasStatus(404).bodyText().contains("没有这个页面");
        assertThat(mvc.get().uri("/test/refused")).hasStatus(409).bodyText().contains("有 3 处要改");
        assertThat(mvc.get().uri("/test/invalid")).hasStatus(422).bodyText().contains("有 2 处要改");
    }

    @Test
    void whatIsTypedNeverBecomesMarkup() {
        assertThat(mvc.get().uri("/about?x=\"><script>alert(1)</script>"))
                .bodyText()
                .doesNotContain("<script>alert");
    }

    @Test
    void assetsAreKeptForAYear() {
        assertThat(mvc.get().uri(Assets.url("yj.css")))
                .hasStatusOk()
                .hasHeader("Cache-Control", "max-age=31536000, public, immutable");
    }

    private Document get(String path, String language) {
        byte[] body = mvc.get()
                .uri(path)
                .cookie(new Cookie("lang", language))
                .exchange()
                .getResponse()
                .getContentAsByteArray();
        return Jsoup.parse(new String(body, StandardCharsets.UTF_8));
    }

    @Configuration
    @EnableAutoConfiguration(
            exclude = org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration.class,
            excludeName = "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration")
    @ComponentScan("org.yijitong.shared.web")
    @Import({Pages.class, Uuid7.class, Time.class})
    static class App {
        @Bean
        SecurityFilterChain open(HttpSecurity http) {
            return http.csrf(csrf -> csrf.ignoringRequestMatchers("/preferences"))
                    .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .build();
        }

        @RestController
        static class Failing {
            @GetMapping("/test/not-found")
            String notFound() {
                throw new NotFound();
            }

            @GetMapping("/test/refused")
            String refused() {
                throw new Refused("shared.errors", 3);
            }

            @GetMapping("/test/invalid")
            String invalid() {
                throw new Invalid("name", "shared.errors", 2);
            }
        }
    }
}
