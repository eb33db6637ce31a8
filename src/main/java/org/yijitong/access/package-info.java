/**
 * Lets people in, and says what each may do and where. A person has one account and one or more posts; a post is a role
 * over one organization and everything below it. What each role may do stands in one file, {@code policy.yaml}, written
 * to be read by those it binds. What a person may not see looks exactly like what does not exist.
 *
 * <p><b>Words:</b> an <i>account</i> is a person's key to the system; a <i>grant</i> gives it a role at an organization;
 * a <i>session</i> is one sign-in on one device, working as one post; a <i>one-time code</i> lets a holder choose a new
 * password, once, within a day; a <i>token</i> lets a program act as one post; a <i>factor</i> is the
 * second step of signing in, by an authenticator; an <i>identity outside</i> is the holder as another provider knows
 * them, to which the account may be tied; an <i>insight</i> is a look into a unit below, for which a reason was
 * given that day.
 *
 * <p><b>Tables:</b> schema {@code access}: accounts, grants, sessions, reset_codes, sign_in_attempts, api_tokens, factors,
 * recovery_codes, outside_identities. They belong to no unit; only the statements of this module reach them, others read
 * the view {@code v_grants}: who works where; {@code access.self} says who of a roster an account stands for. Data of a
 * unit: holders (of the unit on whose roster the holder stands) and insights (of the
 * unit looked into).
 *
 * <p><b>Easy to get wrong:</b> a new route needs its line in {@code policy.yaml}, or the product does not start. Verbs
 * take a {@link org.yijitong.shared.Scope}, which a controller gets as an argument, already checked. Revoking acts on
 * the next request, because every request reads the grant anew.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "audit", "organization"})
package org.yijitong.access;

import org.jspecify.annotations.NullMarked;
