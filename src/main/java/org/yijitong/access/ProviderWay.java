package org.yijitong.access;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.yijitong.shared.Sha256;

/** The way out to a provider and back, in the words of the protocol: the authorization code flow with PKCE. */
final class ProviderWay {
    private static final int LONGEST_SUBJECT = 255;
    /** As much as the clocks of a provider may differ among themselves. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private ProviderWay() {}

    /**
     * The beginning.
     *
     * @param address of the provider, to go to
     */
    record Out(String address, Detour detour) {}

    /** @param who that connects it; the provider is then asked to let them sign in anew, whoever was signed in there */
    static Out begin(ClientRegistration provider, String redirect, String to, Detour.@Nullable Who who, Instant until) {
        String nonce = Secret.token().text();
        String state = Secret.token().text();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(OidcParameterNames.NONCE, hash(nonce));
        if (who != null) {
            parameters.put("prompt", "login");
            // With an age it asks for, the provider has to say when (OpenID Connect Core 1.0, 3.1.2.1).
            parameters.put("max_age", "0");
        }
        OAuth2AuthorizationRequest.Builder builder =
                request(provider, redirect, state).additionalParameters(parameters);
        OAuth2AuthorizationRequestCustomizers.withPkce().accept(builder);
        OAuth2AuthorizationRequest request = builder.build();
        String verifier = Objects.requireNonNull(request.getAttribute(PkceParameterNames.CODE_VERIFIER));
        return new Out(
                request.getAuthorizationRequestUri(), new Detour(state, nonce, verifier, redirect, to, who, until));
    }

    /**
     * Somebody whom the provider knows.
     *
     * @param anew whether it says that they signed in there since this way began
     */
    record Proven(OutsideIdentity identity, boolean anew) {}

    /**
     * The end: the code for a token, and all its checks.
     *
     * @param now by the clock by which the way began
     * @throws Unproven if anything about it is not right
     */
    static Proven end(ProviderTalk.Known known, Detour detour, String code, Instant now) throws Unproven {
        ClientRegistration provider = known.registration();
        OAuth2AuthorizationRequest request = request(provider, detour.redirect(), detour.state())
                .attributes(attributes -> {
                    attributes.put(OidcParameterNames.NONCE, detour.nonce());
                    attributes.put(PkceParameterNames.CODE_VERIFIER, detour.verifier());
                })
                .build();
        OAuth2AuthorizationResponse response = OAuth2AuthorizationResponse.success(code)
                .state(detour.state())
                .redirectUri(detour.redirect())
                .build();
        try {
            Authentication proven = known.checks()
                    .authenticate(new OAuth2LoginAuthenticationToken(
                            provider, new OAuth2AuthorizationExchange(request, response)));
            OidcUser person = person(proven);
            String issuer = String.valueOf(known.metadata().get("issuer"));
            return new Proven(new OutsideIdentity(issuer, subject(person)), anew(person, detour.since(now)));
        } catch (OAuth2AuthenticationException e) {
            throw new Unproven(e.getError().getErrorCode(), e);
        } catch (IllegalArgumentException e) {
            throw new Unproven("invalid_answer", e);
        }
    }

    private static OidcUser person(@Nullable Authentication proven) {
        if (proven != null && proven.getPrincipal() instanceof OidcUser person) {
            return person;
        }
        throw new IllegalArgumentException("the token names nobody");
    }

    private static String subject(OidcUser person) {
        @Nullable String subject = person.getSubject();
        if (subject == null || subject.isBlank() || subject.length() > LONGEST_SUBJECT) {
            throw new IllegalArgumentException("the token names nobody");
        }
        return subject;
    }

    /** Both moments are the provider's: its clock need not be ours, which may be moved in a trial. */
    private static boolean anew(OidcUser person, Duration since) {
        @Nullable Instant signedIn = person.getAuthenticatedAt();
        @Nullable Instant issued = person.getIssuedAt();
        return signedIn != null
                && issued != null
                && !signedIn.isBefore(issued.minus(since).minus(SKEW));
    }

    private static OAuth2AuthorizationRequest.Builder request(
            ClientRegistration provider, String redirect, String state) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .clientId(provider.getClientId())
                .authorizationUri(
                        Objects.requireNonNull(provider.getProviderDetails().getAuthorizationUri()))
                .redirectUri(redirect)
                .scope("openid")
                .state(state);
    }

    /** The nonce travels as its hash; the token comes back with that, and the browser keeps the nonce itself. */
    private static String hash(String nonce) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Sha256.of(nonce.getBytes(StandardCharsets.US_ASCII)));
    }
}
