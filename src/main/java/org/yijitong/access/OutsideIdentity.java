package org.yijitong.access;

/**
 * Somebody as the identity provider knows them. Nothing else of what a provider says decides anything: names and addresses
 * of mail change hands (OpenID Connect Core 1.0, 5.7).
 *
 * @param issuer the provider
 * @param subject its own lasting word for the person, up to 255 characters
 */
record OutsideIdentity(String issuer, String subject) {}
