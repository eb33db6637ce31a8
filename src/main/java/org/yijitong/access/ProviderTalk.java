package org.yijitong.access;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Speaks with the identity provider: reads what it says of itself, and trades codes for tokens. Waits for nothing longer
 * than a few seconds and follows no redirect.
 */
class ProviderTalk {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LARGEST_KEYS = 200_000;
    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT = new ParameterizedTypeReference<>() {};

    private final ProviderSettings settings;
    private final JdkClientHttpRequestFactory requests;

    ProviderTalk(ProviderSettings settings) {
        this.settings = settings;
        this.requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        requests.setReadTimeout(PATIENCE);
    }

    /**
     * A provider that was found.
     *
     * @param metadata what it says of itself
     * @param checks state, code, signature, issuer, audience, times, nonce: all that makes an answer good
     */
    record Known(
            Map<String, Object> metadata,
            ClientRegistration registration,
            OidcAuthorizationCodeAuthenticationProvider checks) {}

    /**
     * Finds the provider (OpenID Connect Discovery 1.0).
     *
     * @param before what was found last, kept with its keys as long as nothing changes
     */
    Known discover(@Nullable Known before) throws ProviderAway {
        Map<String, Object> metadata = metadata();
        if (before != null && before.metadata().equals(metadata)) {
            return before;
        }
        try {
            ClientRegistration registration = ClientRegistrations.fromOidcConfiguration(metadata)
                    .registrationId("outside")
                    .clientId(settings.client())
                    .clientSecret(settings.secret())
                    .scope("openid")
                    .redirectUri("{baseUrl}/sign-in/identity/return")
                    .build();
            return new Known(metadata, registration, checks(registration, metadata));
        } catch (IllegalArgumentException | MalformedURLException e) {
            throw new ProviderAway("what it says of itself cannot be used", e);
        }
    }

    private Map<String, Object> metadata() throws ProviderAway {
        Map<String, Object> metadata;
        try {
            metadata = RestClient.builder()
                    .requestFactory(requests)
                    .build()
                    .get()
                    .uri(URI.create(settings.issuer().replaceFirst("/+$", "") + "/.well-known/openid-configuration"))
                    .retrieve()
                    .body(OBJECT);
        } catch (RestClientException e) {
            throw new ProviderAway("it does not answer", e);
        }
        if (metadata == null || !settings.issuer().equals(metadata.get("issuer"))) {
            throw new ProviderAway("it is not the issuer that is configured");
        }
        return metadata;
    }

    private OidcAuthorizationCodeAuthenticationProvider checks(
            ClientRegistration registration, Map<String, Object> metadata) throws MalformedURLException {
        RestClientAuthorizationCodeTokenResponseClient tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .disableDefaults()
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        // What else the provider knows of the person is not asked for.
        OidcAuthorizationCodeAuthenticationProvider checks = new OidcAuthorizationCodeAuthenticationProvider(
                tokens, request -> new DefaultOidcUser(List.of(), request.getIdToken()));
        JwtDecoder decoder = decoder(registration, metadata);
        checks.setJwtDecoderFactory(_ -> decoder);
        return checks;
    }

    private static JwtDecoder decoder(ClientRegistration registration, Map<String, Object> metadata)
            throws MalformedURLException {
        URI keys = URI.create(
                Objects.requireNonNull(registration.getProviderDetails().getJwkSetUri()));
        int patience = (int) PATIENCE.toMillis();
        JWKSource<SecurityContext> source = JWKSourceBuilder.create(
                        keys.toURL(), new DefaultResourceRetriever(patience, patience, LARGEST_KEYS))
                .refreshAheadCache(false)
                .build();
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(source)
                .jwsAlgorithms(set -> set.addAll(algorithms(metadata)))
                .build();
        // The provider dates by the world's clock, as the validators do; ours may be moved in a trial.
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
        decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
        return decoder;
    }

    /** Of the ways of signing that it names, those with a public key; RS256 is always among them (Discovery 1.0, 3). */
    private static Set<SignatureAlgorithm> algorithms(Map<String, Object> metadata) {
        Stream<?> named = metadata.get("id_token_signing_alg_values_supported") instanceof List<?> list
                ? list.stream()
                : Stream.of();
        return Stream.concat(Stream.of("RS256"), named)
                .map(name -> SignatureAlgorithm.from(String.valueOf(name)))
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toSet());
    }
}
