package latchkey.simulator.wire;

import latchkey.simulator.world.Dice;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A certificate with its private key.
 *
 * @param certificate the public part
 * @param key the private part
 */
public record Keys(X509Certificate certificate, PrivateKey key) {
    /** Key pairs cost a tenth of a second each, so a few are shared by all worlds of a process. */
    private static final int POOL = 8;

    private static final ConcurrentHashMap<Integer, KeyPair> PAIRS = new ConcurrentHashMap<>();

    /** Makes a self-signed certificate valid from an hour before that instant for three years. */
    public static Keys make(String subject, String issuer, Instant now, Dice dice) {
        KeyPair pair = PAIRS.computeIfAbsent(dice.below(POOL), Keys::generate);
        BigInteger serial = new BigInteger(1, dice.bytes(16)).setBit(120);
        Instant from = now.minus(Duration.ofHours(1));
        Instant until = from.plus(Duration.ofDays(3 * 365));
        try {
            JcaX509v3CertificateBuilder builder =
                    new JcaX509v3CertificateBuilder(
                            new X500Name(issuer),
                            serial,
                            Date.from(from),
                            Date.from(until),
                            new X500Name(subject),
                            pair.getPublic());
            ContentSigner signer =
                    new JcaContentSignerBuilder("SHA256WithRSA").build(pair.getPrivate());
            X509CertificateHolder holder = builder.build(signer);
            X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(holder);
            return new Keys(certificate, pair.getPrivate());
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException("the platform cannot make certificates", e);
        }
    }

    private static KeyPair generate(int number) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048, Dice.fixed("keys/" + number).forLibraries());
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the platform cannot make RSA keys", e);
        }
    }

    /** The certificate's SHA-1 in upper-case hexadecimal, the name Windows knows it by. */
    public String thumbprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(certificate.getEncoded());
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the platform cannot digest", e);
        }
    }

    @Override
    public String toString() {
        return "Keys[" + thumbprint() + "]";
    }
}
