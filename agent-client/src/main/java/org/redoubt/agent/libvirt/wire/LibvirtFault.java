package org.redoubt.agent.libvirt.wire;

/** A libvirt call that failed: libvirt's own error code and domain (virterror.h) and its message, unchanged. */
public final class LibvirtFault extends Exception {
    private static final long serialVersionUID = 1;

    public static final int INTERNAL_ERROR = 1;
    public static final int NO_SUPPORT = 3;
    public static final int NO_CONNECT = 5;
    public static final int INVALID_CONN = 6;
    public static final int INVALID_ARG = 8;
    public static final int XML_ERROR = 27;
    public static final int OPERATION_DENIED = 29;
    public static final int SYSTEM_ERROR = 38;
    public static final int RPC = 39;
    public static final int GNUTLS_ERROR = 40;
    public static final int NO_DOMAIN = 42;
    public static final int AUTH_FAILED = 45;
    public static final int OPERATION_INVALID = 55;
    public static final int CONFIG_UNSUPPORTED = 67;
    public static final int ARGUMENT_UNSUPPORTED = 74;
    public static final int OPERATION_ABORTED = 78;
    public static final int AUTH_CANCELLED = 79;
    public static final int OPERATION_UNSUPPORTED = 84;
    public static final int SSH = 85;
    public static final int ACCESS_DENIED = 88;
    public static final int AUTH_UNAVAILABLE = 94;
    public static final int LIBSSH = 98;

    public static final int FROM_RPC = 7;
    public static final int FROM_REMOTE = 13;

    private final int code;
    private final int domain;

    public LibvirtFault(int code, int domain, String message) {
        super(message, null, false, false);
        this.code = code;
        this.domain = domain;
    }

    public int code() {
        return code;
    }

    /** Which part of libvirt reported it. */
    public int domain() {
        return domain;
    }

    /** Whether the driver says that it has no such call, whatever the arguments. */
    public boolean unsupported() {
        return code == NO_SUPPORT || code == OPERATION_UNSUPPORTED || code == ARGUMENT_UNSUPPORTED;
    }
}
