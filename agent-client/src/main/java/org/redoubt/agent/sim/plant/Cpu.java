package org.redoubt.agent.sim.plant;

import java.util.List;

/** The processors that the simulated hosts have, as libvirt names models and features. */
public enum Cpu {
    SKYLAKE(
            "Skylake-Server-IBRS",
            List.of("aes", "avx", "avx2", "avx512bw", "avx512cd", "avx512dq", "avx512f", "avx512vl", "bmi2", "sse4.2")),
    /** An older one, without AVX-512. */
    HASWELL("Haswell-noTSX-IBRS", List.of("aes", "avx", "avx2", "bmi2", "sse4.2")),
    /** Not a host's: the oldest that every host of ours can show a guest. */
    COMMON("x86-64-v3", List.of("avx", "avx2", "bmi2", "sse4.2"));

    private final String model;
    private final List<String> features;

    Cpu(String model, List<String> features) {
        this.model = model;
        this.features = features;
    }

    public String model() {
        return model;
    }

    public List<String> features() {
        return features;
    }

    /** The features that a guest of {@code this} was shown and {@code host} lacks. */
    public List<String> lackingOn(Cpu host) {
        return features.stream()
                .filter(feature -> !host.features.contains(feature))
                .toList();
    }
}
