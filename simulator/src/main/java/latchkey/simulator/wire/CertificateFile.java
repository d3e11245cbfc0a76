package latchkey.simulator.wire;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBagFactory;
import org.bouncycastle.pkcs.PKCSException;
import org.w3c.dom.Element;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * The certificates document: a PFX without password, sealed for the agent's transport certificate.
 *
 * @param incarnation of the goal state
 * @param sealed base64 of the sealed PFX
 */
@Known(how = How.SPECIFIED, source = "WALinuxAgent goal_state.py: Pkcs7BlobWithPfxContents")
public record CertificateFile(int incarnation, String sealed) {
    /** Seals the settings certificate for a transport certificate. */
    public static CertificateFile of(
            int incarnation, Keys settings, X509Certificate transport, SecureRandom chance) {
        try {
            PKCS12SafeBag[] bags = {
                new PKCS12SafeBagBuilder(new JcaX509CertificateHolder(settings.certificate()))
                        .build(),
                new PKCS12SafeBagBuilder(PrivateKeyInfo.getInstance(settings.key().getEncoded()))
                        .build()
            };
            PKCS12PfxPduBuilder builder = new PKCS12PfxPduBuilder();
            for (PKCS12SafeBag bag : bags) {
                builder.addData(bag);
            }
            byte[] pfx = builder.build(null, new char[0]).getEncoded();
            return new CertificateFile(incarnation, Envelope.seal(pfx, transport, chance));
        } catch (IOException | PKCSException | GeneralSecurityException e) {
            throw new IllegalStateException("the platform cannot write a PFX", e);
        }
    }

    /** The settings certificate, or nothing when the transport keys do not open it. */
    public Optional<Keys> open(Keys transport) {
        return Envelope.open(sealed, transport).map(CertificateFile::unpack);
    }

    private static Keys unpack(byte[] pfx) {
        try {
            X509Certificate certificate = null;
            PrivateKey key = null;
            for (ContentInfo info : new PKCS12PfxPdu(pfx).getContentInfos()) {
                for (PKCS12SafeBag bag : new PKCS12SafeBagFactory(info).getSafeBags()) {
                    Object value = bag.getBagValue();
                    if (value instanceof X509CertificateHolder holder) {
                        certificate = new JcaX509CertificateConverter().getCertificate(holder);
                    } else if (value instanceof PrivateKeyInfo info1) {
                        key = new JcaPEMKeyConverter().getPrivateKey(info1);
                    }
                }
            }
            if (certificate == null || key == null) {
                throw new IllegalStateException("a PFX of ours without certificate or key");
            }
            return new Keys(certificate, key);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("a PFX of ours cannot be read", e);
        }
    }

    /** As it goes over the wire. */
    public String toXml() {
        return """
        <?xml version="1.0" encoding="utf-8"?>
        <CertificateFile xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
          <Version>2012-11-30</Version>
          <Incarnation>%s</Incarnation>
          <Format>Pkcs7BlobWithPfxContents</Format>
          <Data>%s</Data>
        </CertificateFile>
        """
                .formatted(incarnation, sealed);
    }

    /** Reads it as an agent does. */
    public static CertificateFile parse(String xml) throws UnreadableDocument {
        Element root = Xml.parse(xml);
        if (!Xml.text(root, "Format").equals("Pkcs7BlobWithPfxContents")) {
            throw new UnreadableDocument("another format than agents read");
        }
        try {
            return new CertificateFile(
                    Integer.parseInt(Xml.text(root, "Incarnation")), Xml.text(root, "Data"));
        } catch (NumberFormatException e) {
            throw new UnreadableDocument("a certificates document without incarnation", e);
        }
    }
}
