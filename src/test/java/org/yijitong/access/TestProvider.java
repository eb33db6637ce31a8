package org.yijitong.access;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * A real identity provider on a port of this machine: Spring Authorization Server, with its own sign-in page, its keys and
 * its discovery. Whoever signs in there is known by the name they type. A test may have it say what is not so, properly
 * signed, and sign with a key it does not publish.
 */
public final class TestProvider implements AutoCloseable {
    public static final String CLIENT = "yijitong";
    public static final String SECRET = "a secret of the tests";
    public static final String PASSWORD = "password at the provider";

    private final int port;
    private final InMemoryRegisteredClientRepository clients;
    private volatile Consumer<JwtEncodingContext> lie = _ -> {};
    private volatile boolean strangeKey;
    private @Nullable AnnotationConfigServletWebServerApplicationContext running;

    private TestProvider(int port, RegisteredClient client) {
        this.port = port;
        this.clients = new InMemoryRegisteredClientRepository(client);
    }

    /** A provider that is not started yet, on a port that is free. */
    public static TestProvider silent() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new TestProvider(free.getLocalPort(), client("http://localhost/sign-in/identity/return"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static TestProvider started() {
        TestProvider provider = silent();
        provider.start();
        return provider;
    }

    public void start() {
        AnnotationConfigServletWebServerApplicationContext context =
                new AnnotationConfigServletWebServerApplicationContext();
        context.registerBean(TestProvider.class, () -> this);
        context.register(Setup.class);
        context.refresh();
        running = context;
    }

    /** What the product is told of it. */
    public String issuer() {
        return "http://127.0.0.1:" + port;
    }

    /** Also sends people back to a product on that port. */
    public void knows(int product) {
        clients.save(RegisteredClient.from(client("http://localhost:" + product + "/sign-in/identity/return"))
                .build());
    }

    /** What tokens say from now on instead of the truth. */
    public void say(Consumer<JwtEncodingContext> other) {
        lie = other;
    }

    public void signWithAStrangeKey(boolean strange) {
        strangeKey = strange;
    }

    public void beHonest() {
        lie = _ -> {};
        strangeKey = false;
    }

    @Override
    public void close() {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    private static RegisteredClient client(String back) {
        return RegisteredClient.withId("the-one")
                .clientId(CLIENT)
                .clientSecret("{noop}" + SECRET)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(back)
                .scope("openid")
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .build();
    }

    private static RSAKey key() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            return new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                    .privateKey(pair.getPrivate())
                    .keyID(UUID.randomUUID().toString())
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Not scanned by the product, for want of a stereotype. */
    @EnableWebSecurity
    static class Setup {
        private final RSAKey published = key();

        @Bean
        TomcatServletWebServerFactory tomcat(TestProvider provider) {
            return new TomcatServletWebServerFactory(provider.port);
        }

        @Bean
        DispatcherServlet dispatcher() {
            return new DispatcherServlet();
        }

        @Bean
        SecurityFilterChain everything(HttpSecurity http) {
            return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .build();
        }

        @Bean
        RegisteredClientRepository clients(TestProvider provider) {
            return provider.clients;
        }

        /** Everybody is somebody there. */
        @Bean
        UserDetailsService people() {
            return name -> User.withUsername(name)
                    .password("{noop}" + PASSWORD)
                    .roles("SOMEBODY")
                    .build();
        }

        @Bean
        AuthorizationServerSettings settings(TestProvider provider) {
            return AuthorizationServerSettings.builder()
                    .issuer(provider.issuer())
                    .build();
        }

        @Bean
        JWKSource<SecurityContext> keys() {
            return new ImmutableJWKSet<>(new JWKSet(published));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        JwtEncoder encoder(TestProvider provider, JWKSource<SecurityContext> keys) {
            NimbusJwtEncoder honest = new NimbusJwtEncoder(keys);
            // The key id of the published one, and another key behind it.
            NimbusJwtEncoder strange = new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(List.of(
                    new RSAKey.Builder(key()).keyID(published.getKeyID()).build()))));
            return parameters -> (provider.strangeKey ? strange : honest).encode(parameters);
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> says(TestProvider provider) {
            return context -> {
                if (context.getTokenType().getValue().equals("id_token")) {
                    provider.lie.accept(context);
                }
            };
        }
    }
}
