package latchkey.simulator.wire;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.KeyTransRecipientInfoGenerator;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientId;
import org.bouncycastle.operator.jcajce.JceAsymmetricKeyWrapper;

import java.io.IOException;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;

/** Protected settings as they travel: CMS enveloped data for one certificate, in base64. */
@Known(
        how = How.RECORDED,
        source = "a public tool's sample of protectedSettings; azure-extension-platform decrypt")
public final class Envelope {
    private Envelope() {}

    /** Seals a content for a certificate; the chance decides key and vector, so bytes repeat. */
    public static String seal(byte[] content, X509Certificate recipient, SecureRandom chance) {
        try {
            CMSEnvelopedDataGenerator generator = new CMSEnvelopedDataGenerator();
            generator.addRecipientInfoGenerator(new Recipient(recipient, chance));
            CMSEnvelopedData data =
                    generator.generate(
                            new CMSProcessableByteArray(content),
                            new JceCMSContentEncryptorBuilder(CMSAlgorithm.DES_EDE3_CBC)
                                    .setSecureRandom(chance)
                                    .build());
            return Base64.getEncoder().encodeToString(data.getEncoded());
        } catch (CMSException | IOException | CertificateEncodingException e) {
            throw new IllegalStateException("the platform cannot seal", e);
        }
    }

    /** The content, or nothing when those keys do not open it. */
    public static Optional<byte[]> open(String base64, Keys keys) {
        try {
            CMSEnvelopedData data = new CMSEnvelopedData(Base64.getDecoder().decode(base64));
            RecipientInformation recipient =
                    data.getRecipientInfos().get(new JceKeyTransRecipientId(keys.certificate()));
            if (recipient != null) {
                return Optional.of(
                        recipient.getContent(new JceKeyTransEnvelopedRecipient(keys.key())));
            }
            return Optional.empty();
        } catch (CMSException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static final class Recipient extends KeyTransRecipientInfoGenerator {
        Recipient(X509Certificate certificate, SecureRandom chance)
                throws CertificateEncodingException {
            super(
                    new org.bouncycastle.asn1.cms.IssuerAndSerialNumber(
                            new JcaX509CertificateHolder(certificate).toASN1Structure()),
                    new JceAsymmetricKeyWrapper(certificate).setSecureRandom(chance));
        }
    }
}
