/**
 * What the product holds on people, said in one register: each column of each table with personal data, why it is there,
 * on what basis (个人信息保护法, PIPL), for how long. What people may see of themselves follows it.
 *
 * <p><b>Words:</b> the register is the folder {@code personal} of the resources; a <i>personal table</i> has rows that speak of
 * people, found by their entry in a roster or by their account; what is <i>withheld</i> is not shown even to them.
 * <b>Tables:</b> {@code contacts}, whom people of a unit turn to; {@code notice_versions}, what they were told. Schema {@code personal} holds functions that read the rows of one person from whatever tables
 * the register names.
 *
 * <p><b>Easy to get wrong:</b> a new table or column has to be in the register, or the build fails. Whose data is
 * shown follows from the account that asks, never from an address. What the
 * register says is kept for some days is removed every night; a period that is shortened there acts with the next one.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "audit", "organization", "access"})
package org.yijitong.personal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
