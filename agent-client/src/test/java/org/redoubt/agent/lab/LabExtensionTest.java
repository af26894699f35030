package org.redoubt.agent.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** A machine without a lab aborts the tests that need it, except where the lab is required. */
class LabExtensionTest {
    @Test
    void aMissingLabAborts() {
        assertThat(LabExtension.refusal("not root", false))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("not root");
    }

    @Test
    void aMissingLabFailsWhereItIsRequired() {
        assertThat(LabExtension.refusal("not root", true))
                .isNotInstanceOf(TestAbortedException.class)
                .hasMessageContaining("not root");
    }
}
