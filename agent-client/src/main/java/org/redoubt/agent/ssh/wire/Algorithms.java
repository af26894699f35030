package org.redoubt.agent.ssh.wire;

import com.hierynomus.sshj.key.KeyAlgorithm;
import com.hierynomus.sshj.key.KeyAlgorithms;
import com.hierynomus.sshj.transport.cipher.BlockCiphers;
import com.hierynomus.sshj.transport.cipher.ChachaPolyCiphers;
import com.hierynomus.sshj.transport.cipher.GcmCiphers;
import com.hierynomus.sshj.transport.kex.ExtInfoClientFactory;
import com.hierynomus.sshj.transport.mac.Macs;
import com.hierynomus.sshj.userauth.keyprovider.OpenSSHKeyV1KeyFile;
import java.util.List;
import java.util.stream.Stream;
import net.schmizz.keepalive.KeepAliveProvider;
import net.schmizz.sshj.ConfigImpl;
import net.schmizz.sshj.common.Factory;
import net.schmizz.sshj.common.LoggerFactory;
import net.schmizz.sshj.transport.compression.NoneCompression;
import net.schmizz.sshj.transport.kex.Curve25519SHA256;
import net.schmizz.sshj.transport.kex.ECDHNistP;
import net.schmizz.sshj.transport.random.JCERandom;
import net.schmizz.sshj.transport.random.SingletonRandomFactory;
import org.slf4j.Logger;
import org.slf4j.helpers.NOPLogger;

/** Which algorithms this desk speaks: those that OpenSSH 9 offers by default, without anything that stands on SHA-1. */
final class Algorithms extends ConfigImpl {

    /** What went wrong is told as a fact; the library's own log would repeat it at every attempt. */
    private static final LoggerFactory QUIET = new LoggerFactory() {
        @Override
        public Logger getLogger(String name) {
            return NOPLogger.NOP_LOGGER;
        }

        @Override
        public Logger getLogger(Class<?> type) {
            return NOPLogger.NOP_LOGGER;
        }
    };

    private static final List<Factory.Named<KeyAlgorithm>> CERTIFIED = List.of(
            KeyAlgorithms.EdDSA25519CertV01(),
            KeyAlgorithms.ECDSASHANistp256CertV01(),
            KeyAlgorithms.ECDSASHANistp384CertV01(),
            KeyAlgorithms.ECDSASHANistp521CertV01());

    private static final List<Factory.Named<KeyAlgorithm>> PLAIN = List.of(
            KeyAlgorithms.EdDSA25519(),
            KeyAlgorithms.ECDSASHANistp256(),
            KeyAlgorithms.ECDSASHANistp384(),
            KeyAlgorithms.ECDSASHANistp521(),
            KeyAlgorithms.RSASHA512(),
            KeyAlgorithms.RSASHA256());

    /**
     * @param certificates whether a host may show one. Where no authority is trusted for it, its plain key is what can be
     *     known of it, or accepted
     */
    Algorithms(boolean certificates) {
        setLoggerFactory(QUIET);
        setVersion("Redoubt");
        setRandomFactory(new SingletonRandomFactory(new JCERandom.Factory()));
        setKeyExchangeFactories(List.of(
                new Curve25519SHA256.Factory(),
                new Curve25519SHA256.FactoryLibSsh(),
                new ECDHNistP.Factory256(),
                new ECDHNistP.Factory384(),
                new ECDHNistP.Factory521(),
                new ExtInfoClientFactory()));
        setKeyAlgorithms(certificates ? all() : PLAIN);
        setCipherFactories(List.of(
                ChachaPolyCiphers.CHACHA_POLY_OPENSSH(),
                GcmCiphers.AES256GCM(),
                GcmCiphers.AES128GCM(),
                BlockCiphers.AES256CTR(),
                BlockCiphers.AES192CTR(),
                BlockCiphers.AES128CTR()));
        setMACFactories(List.of(Macs.HMACSHA2256Etm(), Macs.HMACSHA2512Etm()));
        setCompressionFactories(List.of(new NoneCompression.Factory()));
        setFileKeyProviderFactories(List.of(new OpenSSHKeyV1KeyFile.Factory()));
        setKeepAliveProvider(KeepAliveProvider.KEEP_ALIVE);
        setVerifyHostKeyCertificates(true);
    }

    /** The host is who it should be: whoever logs in there may show a certificate. */
    void known() {
        setKeyAlgorithms(all());
    }

    private static List<Factory.Named<KeyAlgorithm>> all() {
        return Stream.concat(CERTIFIED.stream(), PLAIN.stream()).toList();
    }
}
