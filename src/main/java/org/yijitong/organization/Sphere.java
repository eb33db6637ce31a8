package org.yijitong.organization;

/** In what respect a person belongs somewhere; one place at a time in each. */
public enum Sphere {
    PARTY,
    ADMINISTRATIVE,
    YOUTH,
    MASS
}
