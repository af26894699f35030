package org.redoubt.agent.ssh.wire;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.userauth.UserAuthException;
import org.redoubt.agent.ssh.wire.WireFault.Kind;

/** What the library's exceptions mean. */
final class Faults {

    private static final int LONGEST = 300;
    private static final int DEEPEST = 10;

    private Faults() {}

    /** Of a connection that could not be opened. */
    static WireFault opening(Target target, Exception failed, boolean hungUp) {
        Kind kind = hungUp ? Kind.NO_ANSWER : kind(failed);
        return new WireFault(kind, target + ": " + words(failed), failed);
    }

    /** Of one that was open. */
    static WireFault talking(Exception failed, boolean hungUp) {
        boolean late = hungUp || caused(failed, SocketTimeoutException.class) || caused(failed, TimeoutException.class);
        return new WireFault(late ? Kind.NO_ANSWER : Kind.BROKEN, words(failed), failed);
    }

    private static Kind kind(Exception failed) {
        String words = words(failed).toLowerCase(Locale.ROOT);
        if (words.contains("certificate check failed")) {
            return Kind.BAD_CERTIFICATE;
        }
        if (words.contains("too many authentication failures")) {
            return Kind.REJECTED;
        }
        if (caused(failed, UnknownHostException.class)) {
            return words.contains("temporary failure") ? Kind.NO_ROUTE : Kind.NO_SUCH_NAME;
        }
        if (caused(failed, SocketTimeoutException.class) || caused(failed, TimeoutException.class)) {
            return Kind.NO_ANSWER;
        }
        if (caused(failed, UserAuthException.class)) {
            return caused(failed, TransportException.class) ? Kind.BROKEN : Kind.REJECTED;
        }
        if (caused(failed, NoRouteToHostException.class) || words.contains("unreachable")) {
            return Kind.NO_ROUTE;
        }
        if (caused(failed, ConnectException.class)) {
            return words.contains("timed out") ? Kind.NO_ANSWER : Kind.REFUSED;
        }
        return foreign(failed, words) ? Kind.NOT_OURS : Kind.BROKEN;
    }

    private static boolean foreign(Exception failed, String words) {
        return failed instanceof SSHException told
                        && (told.getDisconnectReason() == DisconnectReason.PROTOCOL_VERSION_NOT_SUPPORTED
                                || told.getDisconnectReason() == DisconnectReason.PROTOCOL_ERROR)
                || words.contains("settlement")
                || words.contains("does not support sshv2")
                || words.contains("identification: line too long");
    }

    private static boolean caused(Throwable failed, Class<? extends Throwable> by) {
        return causes(failed).anyMatch(by::isInstance);
    }

    private static Stream<Throwable> causes(Throwable failed) {
        return Stream.iterate(failed, Objects::nonNull, Throwable::getCause).limit(DEEPEST);
    }

    /** In one line; a host may have had a hand in it. */
    private static String words(Throwable failed) {
        String message = causes(failed)
                .map(cause -> cause.getMessage() == null || cause.getMessage().isBlank()
                        ? cause.getClass().getSimpleName()
                        : cause.getMessage())
                .reduce((outer, inner) -> outer.contains(inner) ? outer : outer + ": " + inner)
                .orElse("");
        StringBuilder shown = new StringBuilder();
        message.codePoints()
                .limit(LONGEST)
                .forEach(each -> shown.appendCodePoint(
                        Character.isISOControl(each) || Character.getType(each) == Character.FORMAT ? '\ufffd' : each));
        return shown.toString();
    }
}
