package org.redoubt.agent.ssh.wire;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.method.AbstractAuthMethod;

/** Shows a key or certificate whose private half the ssh-agent holds: RFC 4252 §7, signed by the agent. */
final class AgentKey extends AbstractAuthMethod {

    private static final int SHA2_512 = 4;
    private static final Map<String, String> RSA = Map.of(
            "ssh-rsa", "rsa-sha2-512",
            "ssh-rsa-cert-v01@openssh.com", "rsa-sha2-512-cert-v01@openssh.com");

    private final Keyring keyring;
    private final byte[] key;
    private final String algorithm;
    private final int flags;

    private AgentKey(Keyring keyring, byte[] key, String kind) {
        super("publickey");
        this.keyring = keyring;
        this.key = key;
        this.algorithm = RSA.getOrDefault(kind, kind);
        this.flags = RSA.containsKey(kind) ? SHA2_512 : 0;
    }

    /** Empty where it is no key that anybody still accepts. */
    static Optional<AgentKey> of(Keyring keyring, byte[] key) {
        return KnownHostLine.kind(key)
                .filter(kind -> !kind.startsWith("ssh-dss"))
                .map(kind -> new AgentKey(keyring, key, kind));
    }

    @Override
    protected SSHPacket buildReq() throws UserAuthException {
        return request(false);
    }

    private SSHPacket request(boolean signed) throws UserAuthException {
        return super.buildReq().putBoolean(signed).putString(algorithm).putString(key);
    }

    @Override
    public void handle(Message message, SSHPacket packet) throws UserAuthException, TransportException {
        if (message != Message.USERAUTH_60) {
            super.handle(message, packet);
            return;
        }
        SSHPacket request = request(true);
        byte[] signed = new Buffer.PlainBuffer()
                .putString(params.getTransport().getSessionID())
                .putBuffer(request)
                .getCompactData();
        try {
            request.putString(keyring.sign(key, signed, flags));
        } catch (IOException refused) {
            throw new UserAuthException("the ssh-agent does not sign: " + refused.getMessage(), refused);
        }
        params.getTransport().write(request);
    }
}
