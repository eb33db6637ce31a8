package org.yijitong.organization;

/**
 * How many people belong to an organization on a day, by kind and state. A full member whose membership is suspended
 * (停止党籍) counts among {@code suspended} and not among {@code full}.
 *
 * @param total everyone on the roster, members or not
 */
public record Census(
        int full,
        int probationary,
        int suspended,
        int prospect,
        int activist,
        int applicant,
        int floating,
        int retired,
        int lostContact,
        int total) {
    public static final Census NOBODY = new Census(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** 党员: full, probationary and suspended. */
    public int members() {
        return full + probationary + suspended;
    }

    /** Both together. */
    public Census plus(Census other) {
        return new Census(
                full + other.full,
                probationary + other.probationary,
                suspended + other.suspended,
                prospect + other.prospect,
                activist + other.activist,
                applicant + other.applicant,
                floating + other.floating,
                retired + other.retired,
                lostContact + other.lostContact,
                total + other.total);
    }
}
