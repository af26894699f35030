package org.redoubt.agent.ssh.wire;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The ssh-agent of whoever started this desk, asked over its socket (RFC draft-miller-ssh-agent). It lists keys and signs;
 * no private key and no passphrase ever comes here. A call that it does not answer in time fails.
 */
final class Keyring {

    private static final int LIST = 11;
    private static final int LISTED = 12;
    private static final int SIGN = 13;
    private static final int SIGNED = 14;
    private static final int LONGEST = 256 << 10;
    private static final String CUT_OFF = "the ssh-agent's answer is cut off";

    private final Path socket;
    private final int millis;

    /** @param millis how long it may take to answer */
    Keyring(Path socket, int millis) {
        this.socket = socket;
        this.millis = millis;
    }

    /** The public keys and certificates that it has the private halves of, in its own order. */
    List<byte[]> keys() throws IOException {
        ByteBuffer answer = ask(LISTED, new byte[] {LIST});
        if (answer.remaining() < 4) {
            throw new EOFException(CUT_OFF);
        }
        List<byte[]> keys = new ArrayList<>();
        long count = Integer.toUnsignedLong(answer.getInt());
        for (long i = 0; i < count && answer.hasRemaining(); i++) {
            keys.add(string(answer));
            string(answer); // a comment
        }
        return keys;
    }

    /**
     * Its signature, in SSH's form.
     *
     * @param flags which digest an RSA key is to sign with
     */
    byte[] sign(byte[] key, byte[] data, int flags) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream question = new DataOutputStream(bytes);
        question.writeByte(SIGN);
        question.writeInt(key.length);
        question.write(key);
        question.writeInt(data.length);
        question.write(data);
        question.writeInt(flags);
        return string(ask(SIGNED, bytes.toByteArray()));
    }

    private ByteBuffer ask(int expected, byte[] question) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
                Selector selector = Selector.open()) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.configureBlocking(false);
            SelectionKey ready = channel.register(selector, SelectionKey.OP_WRITE);
            ByteBuffer sent = ByteBuffer.allocate(4 + question.length)
                    .putInt(question.length)
                    .put(question)
                    .flip();
            while (sent.hasRemaining()) {
                await(selector);
                channel.write(sent);
            }
            ready.interestOps(SelectionKey.OP_READ);
            int length = filled(channel, selector, ByteBuffer.allocate(4)).getInt();
            if (length < 1 || length > LONGEST) {
                throw new IOException("the ssh-agent answers with " + length + " bytes");
            }
            ByteBuffer answer = filled(channel, selector, ByteBuffer.allocate(length));
            if (answer.get() != expected) {
                throw new IOException("the ssh-agent refuses");
            }
            return answer;
        }
    }

    private ByteBuffer filled(SocketChannel channel, Selector selector, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            await(selector);
            if (channel.read(buffer) < 0) {
                throw new EOFException("the ssh-agent hung up");
            }
        }
        return buffer.flip();
    }

    private void await(Selector selector) throws IOException {
        if (selector.select(millis) == 0) {
            throw new SocketTimeoutException("the ssh-agent does not answer");
        }
        selector.selectedKeys().clear();
    }

    private static byte[] string(ByteBuffer from) throws IOException {
        if (from.remaining() < 4) {
            throw new EOFException(CUT_OFF);
        }
        int length = from.getInt();
        if (length < 0 || length > from.remaining()) {
            throw new EOFException(CUT_OFF);
        }
        byte[] bytes = Arrays.copyOfRange(from.array(), from.position(), from.position() + length);
        from.position(from.position() + length);
        return bytes;
    }
}
