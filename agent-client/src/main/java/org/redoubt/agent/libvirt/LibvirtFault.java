package org.redoubt.agent.libvirt;

/** A libvirt call that failed: libvirt's own error code and domain (virterror.h) and its message, unchanged. */
final class LibvirtFault extends Exception {
    private static final long serialVersionUID = 1;

    static final int INTERNAL_ERROR = 1;
    static final int NO_SUPPORT = 3;
    static final int NO_CONNECT = 5;
    static final int INVALID_CONN = 6;
    static final int INVALID_ARG = 8;
    static final int XML_ERROR = 27;
    static final int OPERATION_DENIED = 29;
    static final int SYSTEM_ERROR = 38;
    static final int RPC = 39;
    static final int GNUTLS_ERROR = 40;
    static final int NO_DOMAIN = 42;
    static final int AUTH_FAILED = 45;
    static final int OPERATION_INVALID = 55;
    static final int CONFIG_UNSUPPORTED = 67;
    static final int ARGUMENT_UNSUPPORTED = 74;
    static final int OPERATION_ABORTED = 78;
    static final int AUTH_CANCELLED = 79;
    static final int OPERATION_UNSUPPORTED = 84;
    static final int SSH = 85;
    static final int ACCESS_DENIED = 88;
    static final int AUTH_UNAVAILABLE = 94;
    static final int LIBSSH = 98;

    static final int FROM_RPC = 7;
    static final int FROM_REMOTE = 13;

    private final int code;
    private final int domain;

    LibvirtFault(int code, int domain, String message) {
        super(message, null, false, false);
        this.code = code;
        this.domain = domain;
    }

    int code() {
        return code;
    }

    /** Which part of libvirt reported it. */
    int domain() {
        return domain;
    }

    /** Whether the driver says that it has no such call, whatever the arguments. */
    boolean unsupported() {
        return code == NO_SUPPORT || code == OPERATION_UNSUPPORTED || code == ARGUMENT_UNSUPPORTED;
    }
}
