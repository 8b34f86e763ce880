package org.cognito4j;

import static org.cognito4j.Pkcs1.hash;
import static org.cognito4j.Pkcs1.join;
import static org.cognito4j.Pkcs1.pad;
import static org.cognito4j.Pkcs1.signRaw;
import static org.cognito4j.RejectionReason.BAD_SIGNATURE;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The message that is signed has one encoding (RFC 8017 section 9.2): every other padding and every other spelling of
 * the hash is refused, even where the holder of the key signed it.
 */
final class EncodingVectors {

    private EncodingVectors() {}

    static List<Vector> rows() {
        VectorTable table = new VectorTable("encoding");
        paddings(table);
        hashEncodings(table);
        return table.rows();
    }

    /** The message of RFC 8017 section 9.2 with one thing wrong in its padding, signed by the holder of the key. */
    private static void paddings(VectorTable table) {
        encoded(table, "padding-first-byte-1", "starts with 01", bytes -> set(bytes, 0, 1));
        for (int type : List.of(0, 2, 3, 0x10, 0x81)) {
            encoded(table, "padding-type-" + type, "another block type", bytes -> set(bytes, 1, type));
        }
        for (int index : List.of(2, 3, 9, 10, 100, 202, 203)) {
            encoded(table, "padding-fe-at-" + index, "a byte that is not FF", bytes -> set(bytes, index, 0xFE));
            encoded(table, "padding-00-at-" + index, "an early separator", bytes -> set(bytes, index, 0));
        }
        encoded(table, "padding-no-separator", "FF instead of 00", bytes -> set(bytes, 204, 0xFF));
        encoded(table, "padding-separator-1", "01 instead of 00", bytes -> set(bytes, 204, 1));
        encoded(
                table,
                "padding-zeros",
                "padded with zeros",
                bytes -> join(new byte[] {0, 1}, new byte[203], tail(bytes)));
        encoded(table, "padding-none", "not padded, at the end", bytes -> join(new byte[205], tail(bytes)));
        for (int length : List.of(0, 1, 7, 8, 9, 64, 201)) {
            encoded(
                    table,
                    "padding-short-" + length,
                    "a short padding and garbage behind (CVE-2006-4339)",
                    bytes -> Arrays.copyOf(join(padding(length), tail(bytes)), bytes.length));
            encoded(table, "padding-garbage-before-" + length, "garbage before the hash", bytes -> {
                byte[] start = padding(length);
                byte[] end = tail(bytes);
                return join(start, new byte[bytes.length - start.length - end.length], end);
            });
        }
        encoded(table, "padding-pss-like", "the trailer of another padding", bytes -> set(bytes, 255, 0xBC));
        table.rejected(
                BAD_SIGNATURE,
                "padding-raw-hash",
                "the hash, padded, without saying which",
                token -> token.signedBy((message, key) -> signRaw(pad(hash("SHA-256", message), 256), key)));
        table.rejected(
                BAD_SIGNATURE,
                "padding-raw-message",
                "the message, padded, not hashed",
                token -> token.signedBy((message, key) -> signRaw(pad(Arrays.copyOf(message, 200), 256), key)));
        table.rejected(
                BAD_SIGNATURE,
                "padding-hash-unpadded",
                "the hash as a bare number",
                token -> token.signedBy((message, key) -> signRaw(hash("SHA-256", message), key)));
        table.accepted(
                "made-by-hand", "the one right encoding, made by hand", token -> token.encodedMessage(bytes -> bytes));
    }

    /** DER and BER of the DigestInfo, as in the Wycheproof vectors for RSA signatures. */
    private static void hashEncodings(VectorTable table) {
        digestInfo(table, "without-null", "the parameters left out", "302f300b0609608648016503040201" + "0420");
        digestInfo(table, "null-with-content", "NULL with a content", "3032300e0609608648016503040201050100" + "0420");
        digestInfo(
                table, "null-long-length", "NULL with a long length", "3032300e060960864801650304020105810" + "00420");
        digestInfo(
                table, "parameters-octets", "OCTET STRING parameters", "3031300d06096086480165030402010400" + "0420");
        digestInfo(table, "parameters-sequence", "SEQUENCE parameters", "3031300d06096086480165030402013000" + "0420");
        digestInfo(table, "parameters-integer", "INTEGER parameters", "3032300e0609608648016503040201020100" + "0420");
        digestInfo(table, "parameters-boolean", "BOOLEAN parameters", "3032300e06096086480165030402010101ff" + "0420");
        digestInfo(table, "two-nulls", "NULL twice", "3033300f060960864801650304020105000500" + "0420");
        digestInfo(table, "long-length", "a BER length", "308131300d060960864801650304020105000420");
        digestInfo(table, "longer-length", "a BER length with a zero", "30820031300d060960864801650304020105000420");
        digestInfo(table, "long-inner-length", "an inner BER length", "303230810d060960864801650304020105000420");
        digestInfo(table, "long-oid-length", "a BER length of the OID", "3032300e06810960864801650304020105000420");
        digestInfo(
                table, "long-hash-length", "a BER length of the hash", "3032300d0609608648016503040201050004" + "8120");
        digestInfo(table, "wrong-outer-length", "the outer length one less", "3030300d060960864801650304020105000420");
        digestInfo(table, "outer-length-up", "the outer length one more", "3032300d060960864801650304020105000420");
        digestInfo(table, "wrong-inner-length", "the inner length one less", "3031300c060960864801650304020105000420");
        digestInfo(table, "hash-length-1f", "the hash length one less", "3031300d06096086480165030402010500041f");
        digestInfo(table, "hash-length-21", "the hash length one more", "3031300d060960864801650304020105000421");
        digestInfo(table, "hash-bit-string", "the hash as BIT STRING", "3032300d0609608648016503040201050003" + "2100");
        digestInfo(
                table, "hash-constructed", "the hash constructed", "3033300d0609608648016503040201050024" + "220420");
        digestInfo(table, "set", "SET instead of SEQUENCE", "3131300d060960864801650304020105000420");
        digestInfo(table, "oid-sha224", "says SHA-224", "3031300d060960864801650304020405000420");
        digestInfo(table, "oid-sha384", "says SHA-384", "3031300d060960864801650304020205000420");
        digestInfo(table, "oid-sha512-256", "says SHA-512/256", "3031300d060960864801650304020605000420");
        digestInfo(table, "oid-sha3-256", "says SHA3-256", "3031300d060960864801650304020805000420");
        digestInfo(table, "oid-rsa", "names the signature algorithm", "3031300d06092a864886f70d01010b05000420");
        digestInfo(table, "oid-padded", "an OID with a leading 80", "3032300e060a8060864801650304020105000420");
        digestInfo(
                table,
                "oid-arcs-overflow",
                "an OID beyond 32 bits",
                "3035301106" + "0d60864801650304" + "0290808080" + "0105000420");
        digestInfo(table, "without-algorithm", "no algorithm", "30220420");
        digestInfo(table, "nested", "one SEQUENCE too many", "30333031300d060960864801650304020105000420");
        digestInfo(table, "bare-hash", "no DigestInfo", "");
        for (int behind : List.of(1, 2, 20)) {
            table.rejected(
                    BAD_SIGNATURE,
                    "digest-trailing-" + behind,
                    "bytes behind the DigestInfo",
                    token -> token.signedBy((message, key) ->
                            signRaw(pad(join(Pkcs1.SHA_256, hash("SHA-256", message), new byte[behind]), 256), key)));
        }
        table.rejected(
                BAD_SIGNATURE,
                "digest-trailing-inside",
                "bytes in the SEQUENCE behind the hash",
                token -> token.signedBy((message, key) -> signRaw(
                        pad(
                                join(
                                        der("3033300d060960864801650304020105000420"),
                                        hash("SHA-256", message),
                                        new byte[] {5, 0}),
                                256),
                        key)));
        table.rejected(
                BAD_SIGNATURE,
                "digest-indefinite",
                "indefinite length",
                token -> token.signedBy((message, key) -> signRaw(
                        pad(
                                join(
                                        der("3080300d060960864801650304020105000420"),
                                        hash("SHA-256", message),
                                        new byte[2]),
                                256),
                        key)));
        table.rejected(
                BAD_SIGNATURE,
                "digest-truncated-hash",
                "a hash cut short",
                token -> token.signedBy((message, key) -> signRaw(
                        pad(
                                join(
                                        der("3030300d06096086480165030402010500041f"),
                                        Arrays.copyOf(hash("SHA-256", message), 31)),
                                256),
                        key)));
        table.rejected(
                BAD_SIGNATURE,
                "digest-empty-hash",
                "no hash at all",
                token -> token.signedBy(
                        (message, key) -> signRaw(pad(der("3011300d060960864801650304020105000400"), 256), key)));
        table.rejected(
                BAD_SIGNATURE,
                "digest-sha512",
                "a SHA-512 in the SHA-256 frame",
                token -> token.signedBy((message, key) -> signRaw(
                        pad(join(der("3051300d060960864801650304020105000440"), hash("SHA-512", message)), 256), key)));
        table.rejected(
                BAD_SIGNATURE,
                "digest-of-digest",
                "hashed once too often",
                token -> token.signedBy((message, key) -> Pkcs1.sign(hash("SHA-256", message), key)));
        table.rejected(BAD_SIGNATURE, "digest-md5", "MD5, encoded as such", token -> token.signedAs("MD5withRSA"));
        table.rejected(BAD_SIGNATURE, "digest-sha1", "SHA-1, encoded as such", token -> token.signedAs("SHA1withRSA"));
    }

    private static void encoded(VectorTable table, String id, String comment, UnaryOperator<byte[]> edit) {
        table.rejected(BAD_SIGNATURE, id, comment, token -> token.encodedMessage(edit));
    }

    private static void digestInfo(VectorTable table, String id, String comment, String prefix) {
        table.rejected(
                BAD_SIGNATURE,
                "digest-" + id,
                comment,
                token -> token.signedBy((message, key) ->
                        signRaw(pad(join(der(prefix), hash("SHA-256", message)), 256), key)));
    }

    private static byte[] der(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    /** 00 01, so many FF, 00. */
    private static byte[] padding(int length) {
        byte[] padding = new byte[length + 3];
        Arrays.fill(padding, 1, length + 2, (byte) 0xFF);
        padding[1] = 1;
        return padding;
    }

    /** DigestInfo and hash. */
    private static byte[] tail(byte[] encoded) {
        return Arrays.copyOfRange(encoded, encoded.length - 51, encoded.length);
    }

    private static byte[] set(byte[] bytes, int index, int value) {
        bytes[index] = (byte) value;
        return bytes;
    }
}
