package dev.parley.access;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Public keys as {@code openssl} writes them. */
final class PublicKeys {

    private PublicKeys() {}

    static JWK parse(String pem) throws GeneralSecurityException {
        var key = new X509EncodedKeySpec(decode(pem));
        try {
            return new RSAKey.Builder((RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(key)).build();
        } catch (InvalidKeySpecException notOfRsa) {
            var elliptic = (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(key);
            return new ECKey.Builder(Curve.forECParameterSpec(elliptic.getParams()), elliptic).build();
        }
    }

    private static byte[] decode(String pem) throws InvalidKeySpecException {
        var base64 = pem.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "");
        try {
            return Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw new InvalidKeySpecException("not the PEM of a public key", e);
        }
    }
}
