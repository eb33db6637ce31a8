/**
 * What organizations did: meetings, study, lessons, visits, joint activities, each written down once by whoever held it
 * and told to the ledger as facts, one for every organization that took part.
 *
 * <p><b>Words:</b> a record is what was written down about one activity, in as many versions as it was corrected; a side
 * is an organization that took part, the host being the first; a guest is a side of which the host has no rows: it
 * confirms for itself; a plan is a meeting before it is held; arrears are what past periods miss. <b>Tables:</b> schema
 * {@code activity}.
 *
 * <p><b>Easy to get wrong:</b> everyone who belongs to a side is expected and counts as present, unless named as absent;
 * who belongs is asked for the day of the activity, as known now. A correction adds a version and tells the ledger
 * everything anew; a withdrawal tells it nothing more. A plan tells the ledger nothing at all: what counts is the record
 * that closes it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "audit", "document", "organization", "mechanism", "ledger"})
package org.yijitong.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
