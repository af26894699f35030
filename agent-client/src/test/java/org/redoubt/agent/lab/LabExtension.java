package org.redoubt.agent.lab;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/**
 * Hands the {@link Lab} to test classes marked {@link OnLab}: brought up once per JVM, whole again before each class, down at
 * the end. On a machine that cannot run it those classes are aborted and the reason is printed; where the lab is required
 * ({@code CI=true}, or {@code -Dredoubt.lab=required}) they fail.
 */
public final class LabExtension implements BeforeAllCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(LabExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        OnLab wanted = context.getRequiredTestClass().getAnnotation(OnLab.class);
        started(context).bringUp(wanted == null ? new Lab.Part[0] : wanted.value());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Lab.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return started(context).lab;
    }

    private static Started started(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Started.class, key -> new Started(), Started.class);
    }

    /** What is thrown when the lab cannot run here. */
    static RuntimeException refusal(String reason, boolean required) {
        return required
                ? new IllegalStateException("The lab is required and cannot run: " + reason)
                : new TestAbortedException("No lab: " + reason);
    }

    private static boolean required() {
        return "true".equals(System.getenv("CI")) || "required".equals(System.getProperty("redoubt.lab"));
    }

    /** The lab of this JVM. A failure is kept too: what is missing on the machine is looked for once. */
    private static final class Started implements AutoCloseable {
        private Lab lab;
        private final Map<List<Lab.Part>, String> unavailable = new HashMap<>();

        private void bringUp(Lab.Part... parts) {
            if (!unavailable.containsKey(List.of(parts))) {
                try {
                    lab = Lab.up(Lab.Guests.FEW, parts);
                } catch (Lab.UnavailableException e) {
                    unavailable.put(List.of(parts), e.getMessage());
                    System.out.println("No lab: " + e.getMessage());
                }
            }
            if (unavailable.containsKey(List.of(parts))) {
                throw refusal(unavailable.get(List.of(parts)), required());
            }
        }

        @Override
        public void close() {
            if (lab != null) {
                lab.down();
                lab = null;
            }
        }
    }
}
