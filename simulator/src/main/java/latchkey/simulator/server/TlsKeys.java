package latchkey.simulator.server;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;

/**
 * The server's certificate and the authority that signed it: made at the first start, kept in the
 * world's directory. The authority's private key is thrown away, so it can sign nothing else.
 */
final class TlsKeys {
    private static final String STORE = "server.p12";
    private static final String AUTHORITY = "ca.pem";
    private static final String ALIAS = "server";

    /** The store's protection is its file's permissions; the format wants some word. */
    static final String WORD = "latchkey";

    /** Wide, so that no wall clock has to be asked. */
    private static final Instant FROM = Instant.parse("2024-01-01T00:00:00Z");

    private static final Instant UNTIL = Instant.parse("2054-01-01T00:00:00Z");

    private TlsKeys() {}

    /** The store of the directory, made when it is not there. */
    static KeyStore in(Path directory, String region) throws IOException {
        Path store = directory.resolve(STORE);
        try {
            if (Files.exists(store) && Files.exists(directory.resolve(AUTHORITY))) {
                KeyStore kept = KeyStore.getInstance("PKCS12");
                try (InputStream in = Files.newInputStream(store)) {
                    kept.load(in, WORD.toCharArray());
                }
                return kept;
            }
            return make(directory, region);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IOException("certificates cannot be made or read in " + directory, e);
        }
    }

    private static KeyStore make(Path directory, String region)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        KeyPair authority = pair();
        KeyPair server = pair();
        X500Name issuer = new X500Name("CN=Latchkey simulator authority " + mark(authority));
        X509Certificate root =
                sign(builder(issuer, issuer, authority, authority), authority.getPrivate());
        JcaX509v3CertificateBuilder leaf =
                leaf(issuer, new X500Name("CN=localhost"), server, region);
        X509Certificate certificate = sign(leaf, authority.getPrivate());
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                ALIAS,
                server.getPrivate(),
                WORD.toCharArray(),
                new Certificate[] {certificate, root});
        write(directory.resolve(STORE), store);
        Files.writeString(directory.resolve(AUTHORITY), pem(root));
        return store;
    }

    private static String mark(KeyPair pair) {
        return Integer.toHexString(java.util.Arrays.hashCode(pair.getPublic().getEncoded()));
    }

    private static KeyPair pair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static JcaX509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, KeyPair of, KeyPair by) throws CertIOException {
        JcaX509v3CertificateBuilder builder =
                new JcaX509v3CertificateBuilder(
                        issuer,
                        serial(of, by),
                        Date.from(FROM),
                        Date.from(UNTIL),
                        subject,
                        of.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        builder.addExtension(
                Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        return builder;
    }

    private static BigInteger serial(KeyPair of, KeyPair by) {
        byte[] bytes = of.getPublic().getEncoded();
        return new BigInteger(1, bytes).mod(BigInteger.TWO.pow(120)).setBit(of == by ? 119 : 118);
    }

    private static JcaX509v3CertificateBuilder leaf(
            X500Name issuer, X500Name subject, KeyPair server, String region)
            throws CertIOException {
        JcaX509v3CertificateBuilder builder =
                new JcaX509v3CertificateBuilder(
                        issuer,
                        serial(server, server),
                        Date.from(FROM),
                        Date.from(UNTIL),
                        subject,
                        server.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(
                Extension.keyUsage,
                true,
                new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment));
        builder.addExtension(
                Extension.extendedKeyUsage,
                false,
                new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        builder.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(names(region).toArray(GeneralName[]::new)));
        return builder;
    }

    private static List<GeneralName> names(String region) {
        List<GeneralName> names = new ArrayList<>();
        names.add(new GeneralName(GeneralName.dNSName, "localhost"));
        names.add(new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
        names.add(new GeneralName(GeneralName.iPAddress, "::1"));
        for (String role : List.of("management", "adminmanagement", "login", "adfs", "portal")) {
            names.add(
                    new GeneralName(
                            GeneralName.dNSName, role + "." + region + ".azurestack.external"));
        }
        return names;
    }

    private static X509Certificate sign(JcaX509v3CertificateBuilder builder, PrivateKey by)
            throws OperatorCreationException, GeneralSecurityException {
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(new JcaContentSignerBuilder("SHA256WithRSA").build(by)));
    }

    private static void write(Path file, KeyStore store)
            throws IOException, GeneralSecurityException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, WORD.toCharArray());
        PrivateFile.write(file, bytes.toByteArray());
    }

    private static String pem(X509Certificate certificate) throws GeneralSecurityException {
        String base64 =
                Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(certificate.getEncoded());
        return "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
    }

    /** Files with secrets: readable by their owner alone where the system can say so. */
    static final class PrivateFile {
        private PrivateFile() {}

        static void write(Path file, byte[] content) throws IOException {
            Path beside = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(beside);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        beside,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
            }
            Files.write(beside, content);
            Files.move(
                    beside,
                    file,
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING,
                    java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
