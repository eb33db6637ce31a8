package org.yijitong.operation.backup;

import java.math.BigInteger;
import java.security.MessageDigest;
import org.yijitong.operation.archive.ArchiveZip;

/**
 * Counts rows and adds up their SHA-256, modulo 2^256: the same rows give the same sum in whatever order a table holds them,
 * so that nothing has to be sorted.
 */
final class RowSum {
    private static final int BITS = 256;

    private final MessageDigest sha = ArchiveZip.sha256();
    private BigInteger sum = BigInteger.ZERO;
    private long rows;

    void add(byte[] row) {
        sum = sum.add(new BigInteger(1, sha.digest(row)));
        rows++;
    }

    Contents.Table of(String table) {
        BigInteger rest = sum.mod(BigInteger.ONE.shiftLeft(BITS));
        return new Contents.Table(
                table, rows, "0".repeat(BITS / 4 - rest.toString(16).length()) + rest.toString(16));
    }
}
