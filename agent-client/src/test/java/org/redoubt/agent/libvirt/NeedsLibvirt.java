package org.redoubt.agent.libvirt;

import static org.junit.jupiter.api.Assumptions.abort;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.redoubt.agent.libvirt.wire.LibraryMissing;

/** Tests that need libvirt's library on this machine: aborted where it is missing, but in CI, where that is a failure. */
public final class NeedsLibvirt implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) throws LibraryMissing {
        try {
            TestDesk.LIBRARY.open();
        } catch (LibraryMissing missing) {
            if ("true".equals(System.getenv("CI"))) {
                throw missing;
            }
            abort(missing.getMessage());
        }
    }
}
